/**
 * Hosts that delivered malware or took stolen data, each named in a public report. A small set for a machine with no way out;
 * the feeds bring the rest. A subdomain counts as the host.
 */
export interface BlockedHost {
  host: string
  what: 'malware' | 'skimmer'
  source: string
}

const SUCURI_2022 =
  'https://blog.sucuri.net/2022/05/massive-wordpress-javascript-injection-campaign-redirects-to-ads.html'
const RISKIQ = 'https://en.wikipedia.org/wiki/Magecart'

export const BLOCKED_HOSTS: readonly BlockedHost[] = [
  { host: 'legendarytable.com', what: 'malware', source: SUCURI_2022 },
  { host: 'drakefollow.com', what: 'malware', source: SUCURI_2022 },
  { host: 'bluestringline.com', what: 'malware', source: SUCURI_2022 },
  { host: 'browntouchmysky.com', what: 'malware', source: SUCURI_2022 },
  { host: 'redstringline.com', what: 'malware', source: SUCURI_2022 },
  { host: 'whitetouchmysky.com', what: 'malware', source: SUCURI_2022 },
  { host: 'gregoryfavorite.space', what: 'malware', source: SUCURI_2022 },
  { host: 'gregoryfavorite.top', what: 'malware', source: SUCURI_2022 },
  { host: 'baways.com', what: 'skimmer', source: RISKIQ },
  { host: 'neweggstats.com', what: 'skimmer', source: RISKIQ },
]
