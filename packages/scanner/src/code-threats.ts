import { KNOWN_SERVICES } from '../data/known-hosts.ts'
import { PAYMENT_DOMAINS } from '../data/payment-hosts.ts'
import type { Outcome } from './check.ts'
import type { CodeReport } from './derive/code.ts'
import { hostOf } from './derive/exfiltration.ts'
import { sameSite, siteOf } from './derive/site.ts'

/** What was found in a piece of code: the way it fails, to whom it leads, and the code that shows it. */
export interface Shown<O extends string> {
  outcome: O
  /** The host or the name that makes a second finding another one. */
  parameter: string
  seen: string
}

const CLEAN_UP =
  'Take the code out, find out how it came in, and change all passwords and keys of the site: whoever wrote it there can do so again. Compare the files with clean copies.'

/** Asked of inline code and of script files alike. */
export const SKIMMER = {
  type: 'threat',
  cwe: 506,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A03:2025', 'A08:2025'],
  capec: [568],
  references: [
    'https://sansec.io/what-is-magecart',
    'https://owasp.org/www-project-top-10-client-side-security-risks/',
    'https://cwe.mitre.org/data/definitions/506.html',
  ],
  distinct: ['parameter'],
  outcomes: {
    card: {
      severity: 'critical',
      title: 'A script sends card data to another party in secret',
      why: 'It reads the fields of a payment card and sends them to a host of another owner by a way that honest payment code does not take. That is how card skimmers work: every customer who pays is robbed.',
      fix: `${CLEAN_UP} Tell your payment provider and, where the law asks for it, your customers.`,
    },
    keys: {
      severity: 'high',
      title: 'A script sends the keys that visitors press to another party',
      why: 'It listens to the keyboard and sends what is typed to a host of another owner: passwords, messages, card numbers.',
      fix: CLEAN_UP,
    },
    password: {
      severity: 'high',
      title: 'A script sends passwords to another party in secret',
      why: 'It reads a password field and sends what stands there to a host of another owner by a way that log-ins do not take.',
      fix: CLEAN_UP,
    },
    card_elsewhere: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'A script sends card data to another site',
      why: 'The receiver is none of the known payment providers. It may be your own service under another name, or somebody else’s.',
      fix: 'Find out whose host it is. If you cannot tell, treat the script as a skimmer.',
    },
    fields_elsewhere: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'A script collects all fields and sends them to another site',
      why: 'It reads every field of the page, whatever it is for, and sends the lot to a host of another owner. Skimmers do so, and some recorders of visits.',
      fix: 'Find out whose host it is, and exclude fields that hold passwords and cards.',
    },
    cookies: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'A script sends the cookies of the page to another site',
      why: 'Whoever has the session cookie is logged in as the visitor.',
      fix: 'Find out whose host it is. Set HttpOnly on session cookies, so that no script can read them.',
    },
    unreadable: {
      severity: 'high',
      confidence: 'tentative',
      title: 'An unreadable script knows card fields, the check-out and a way to send',
      why: 'The script was made unreadable, and the names of card fields stand among its words. Skimmers look like that, and some services that look for fraud.',
      fix: 'Find out who put the script there. If you cannot tell, treat it as a skimmer.',
    },
  } satisfies Record<string, Outcome>,
} as const

/** What code in a page of `host` sends to others. */
export function judgeSendings(report: CodeReport, host: string): Shown<keyof typeof SKIMMER.outcomes>[] {
  const found = report.sendings.flatMap(
    ({ what, host: to, how, hidden, marks, seen }): Shown<keyof typeof SKIMMER.outcomes>[] => {
      if (to === null || sameSite(to, host) || PAYMENT_DOMAINS.has(siteOf(to))) return []
      const secret = (hidden ? 2 : 0) + (how === 'image' || how === 'socket' || how === 'script' ? 1 : 0)
      const signs = secret + marks.filter((mark) => mark !== 'polls' && mark !== 'listens_to_keys').length
      const show = (outcome: keyof typeof SKIMMER.outcomes) => [{ outcome, parameter: to, seen }]
      switch (what) {
        case 'card':
          return show(signs > 0 || how === 'beacon' ? 'card' : 'card_elsewhere')
        case 'password':
          return signs > 1 || marks.includes('telegram') ? show('password') : []
        case 'all_fields':
          if (signs > 1) return show('card')
          return signs > 0 ? show('fields_elsewhere') : []
        case 'keys':
          return show('keys')
        case 'cookies':
          return (how === 'image' || how === 'navigation' || hidden) && !KNOWN_SERVICES.has(siteOf(to))
            ? show('cookies')
            : []
        default:
          return []
      }
    },
  )
  const unreadable = report.sealed_skimmers.map((seen) => ({ outcome: 'unreadable' as const, parameter: host, seen }))
  return [...found, ...(found.length > 0 ? [] : unreadable)]
}

/** Asked of inline code and of script files alike. */
export const LOADER = {
  type: 'threat',
  cwe: 506,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A03:2025', 'A08:2025'],
  references: ['https://cwe.mitre.org/data/definitions/506.html', 'https://attack.mitre.org/techniques/T1027/'],
  distinct: ['parameter'],
  outcomes: {
    loads: {
      severity: 'high',
      title: 'A script loads from an address that it hides',
      why: 'The address stands in the code in a form that nobody can read or search for, and belongs to another owner. What comes from there changes at its owner’s will.',
      fix: CLEAN_UP,
    },
    redirects: {
      severity: 'high',
      title: 'A script sends visitors to an address that it hides',
      why: 'The address stands in the code in a form that nobody can read or search for. Such redirects lead to fraud and malware, often only some visitors, so that the owner sees nothing.',
      fix: CLEAN_UP,
    },
    sealed: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'A script runs code out of unreadable text',
      why: 'A decoder of its own turns a long text into code. Malware hides so, and some protections against copying.',
      fix: 'Find out who put the script there. If you cannot tell, take it out and look for how it came in.',
    },
  } satisfies Record<string, Outcome>,
} as const

/** What code in a page of `host` hides. */
export function judgeHiding(report: CodeReport, host: string): Shown<keyof typeof LOADER.outcomes>[] {
  const addresses = report.addresses.flatMap(({ how, address, seen }): Shown<keyof typeof LOADER.outcomes>[] => {
    const to = hostOf(address)
    if (to === null || sameSite(to, host) || KNOWN_SERVICES.has(siteOf(to))) return []
    return [{ outcome: how === 'navigation' ? 'redirects' : 'loads', parameter: to, seen: `${address} from ${seen}` }]
  })
  if (addresses.length > 0) return addresses
  const sealed = report.sealed.length > 0 || report.depth > 1
  return sealed ? [{ outcome: 'sealed', parameter: host, seen: report.sealed[0] ?? '' }] : []
}
