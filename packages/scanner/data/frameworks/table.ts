/**
 * A framework of requirements, one line each, four columns parted by ` | `:
 *
 * 1. its number, for ASVS with its level (`L1`);
 * 2. what it asks, in our words;
 * 3. the checks that speak to it: ids, or beginnings of ids that end with `*`; empty in a `mapped` framework;
 * 4. what of it cannot be seen from outside: a key of `UNSEEN`; empty where all that it asks shows.
 *
 * Numbers are facts of the publisher's; titles are ours and replace no reading of the text itself.
 */
export interface FrameworkTable {
  /** As in a vulnerability's `compliance`. */
  id: string
  name: string
  publisher: string
  source: string
  /** Which parts of the framework the lines are. */
  covers: string
  /** Which checks speak to which line stands in this field of the checks. */
  mapped?: 'owasp_2021' | 'owasp_2025'
  rows: string
}

/** Why something does not show from outside. */
export const UNSEEN: Record<string, string> = {
  part: 'What shows from outside is tested. The rest of what it asks is not to be seen there.',
  login: 'It shows only to people who are logged in, with accounts of several roles.',
  attack: 'It shows only by attacking, which passive scans do not do.',
  code: 'It is a matter of the source code.',
  inside: 'It is a matter of systems and networks inside the organisation.',
  paper: 'It is a matter of what people decide, write down and do.',
  physical: 'It is a matter of buildings, rooms and equipment.',
  webrtc: 'Media and signalling servers are not looked at.',
  asv: 'It must be done by a vendor that the council has approved; our scans show beforehand what such a vendor would find.',
}
