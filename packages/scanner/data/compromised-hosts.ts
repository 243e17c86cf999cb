/**
 * Hosts that served altered scripts to the sites which loaded from them, or that belong to those who did. A subdomain counts
 * as the host. Facts with the reports that established them.
 */
export interface CompromisedHost {
  host: string
  /** `hostile`: delivered malware. `suspect`: in the hands of the same people, without a proven delivery of its own. */
  standing: 'hostile' | 'suspect'
  source: string
}

const SANSEC = 'https://sansec.io/research/polyfill-supply-chain-attack'
const CLOUDFLARE =
  'https://blog.cloudflare.com/automatically-replacing-polyfill-io-links-with-cloudflares-mirror-for-a-safer-internet/'

export const COMPROMISED_HOSTS: readonly CompromisedHost[] = [
  { host: 'polyfill.io', standing: 'hostile', source: CLOUDFLARE },
  { host: 'polyfill.com', standing: 'suspect', source: SANSEC },
  { host: 'bootcdn.net', standing: 'hostile', source: SANSEC },
  { host: 'bootcss.com', standing: 'hostile', source: SANSEC },
  { host: 'staticfile.net', standing: 'hostile', source: SANSEC },
  { host: 'staticfile.org', standing: 'hostile', source: SANSEC },
  { host: 'unionadjs.com', standing: 'hostile', source: SANSEC },
  { host: 'xhsbpza.com', standing: 'hostile', source: SANSEC },
  { host: 'union.macoms.la', standing: 'hostile', source: SANSEC },
  { host: 'newcrbpc.com', standing: 'hostile', source: SANSEC },
  { host: 'kuurza.com', standing: 'hostile', source: SANSEC },
  // poses as google-analytics.com; the payload of the same campaign was fetched from it
  { host: 'googie-anaiytics.com', standing: 'hostile', source: SANSEC },
]
