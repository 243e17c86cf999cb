/**
 * CVSS 4.0 base vectors, by what an attacker gets and what that takes. An outcome that is a flaw by itself carries one; what
 * only takes away a second line of defence (a missing Content Security Policy) or is harm already done (a threat) has none.
 * The metrics are those of FIRST's specification; the scores are computed from them.
 */
const over = (metrics: string) => `CVSS:4.0/AV:N/${metrics}`

export const vectors = {
  // open to whoever asks
  /** Runs what it likes on the server. */
  control: over('AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'),
  /** Reads passwords or keys, which open further systems. */
  credentials: over('AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:H/SI:H/SA:N'),
  /** Reads all of something that nobody should. */
  data: over('AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N'),
  /** Reads a part. */
  details: over('AC:L/AT:N/PR:N/UI:N/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N'),
  /** Takes over the domain, and with it everything that trusts its name. */
  domain: over('AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H'),
  /** Becomes another user by guessing what stands for a session. */
  guessedSession: over('AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N'),
  /** Makes the site, or a part of it, hard to reach. */
  outage: over('AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N'),
  /** Uses it to flood somebody else. */
  amplifier: over('AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:L'),
  // needs a visitor who opens a page or a link
  /** Runs script in the visitor's page, after a click. */
  script: over('AC:L/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N'),
  /** Runs script of its choice in the visitor's page as soon as it is open. */
  anyScript: over('AC:L/AT:N/PR:N/UI:P/VC:H/VI:H/VA:N/SC:L/SI:L/SA:N'),
  /** Leads visitors elsewhere under the site's name. */
  lure: over('AC:L/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:N/SI:L/SA:N'),
  /** Lets a visitor's browser do something in their name. */
  forgedRequest: over('AC:L/AT:N/PR:N/UI:P/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N'),
  /** The same, where something else must be wrong as well. */
  forgedRequestByLuck: over('AC:L/AT:P/PR:N/UI:P/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N'),
  /** Lets visitors click what they do not see. */
  framing: over('AC:L/AT:P/PR:N/UI:A/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N'),
  /** Reads, from another site, what the visitor may see here. */
  crossRead: over('AC:L/AT:N/PR:N/UI:P/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N'),
  /** Reads a part of it, where something else must be wrong as well. */
  crossReadByLuck: over('AC:L/AT:P/PR:N/UI:P/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N'),
  /** Gets hold of a session, where something else must be wrong as well. */
  stolenSession: over('AC:H/AT:P/PR:N/UI:P/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N'),
  /** Serves pages of its own under a name of the domain. */
  takeover: over('AC:L/AT:N/PR:N/UI:P/VC:N/VI:H/VA:N/SC:L/SI:L/SA:N'),
  /** Sends mail in the domain's name that some receivers believe. */
  forgedMail: over('AC:L/AT:N/PR:N/UI:P/VC:N/VI:L/VA:N/SC:N/SI:L/SA:N'),
  /** Sends mail in the domain's name that the domain itself vouches for. */
  vouchedMail: over('AC:L/AT:N/PR:N/UI:P/VC:N/VI:N/VA:N/SC:N/SI:H/SA:N'),
  // needs a place between visitor and site
  /** Reads and changes what passes. */
  interception: over('AC:L/AT:P/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N'),
  /** Reads what passes. */
  wiretap: over('AC:L/AT:P/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N'),
  /** Reads and changes what passes, after hard work. */
  hardInterception: over('AC:H/AT:P/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N'),
  /** Reads what passes, after hard work. */
  hardWiretap: over('AC:H/AT:P/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N'),
  /** Reads and changes what passes, with the visitor's unwitting help. */
  helpedInterception: over('AC:H/AT:P/PR:N/UI:P/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N'),
  /** Reads secrets of a visitor byte by byte, by many requests of theirs. */
  helpedWiretap: over('AC:H/AT:P/PR:N/UI:P/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N'),
  /** Reads and changes a little: a first request, a cookie. */
  slightInterception: over('AC:L/AT:P/PR:N/UI:P/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N'),
  /** Puts something before what the visitor sends. */
  prefixed: over('AC:L/AT:P/PR:N/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N'),
} as const
