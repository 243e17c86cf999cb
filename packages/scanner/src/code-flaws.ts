import type { Outcome } from './check.ts'
import type { Shown } from './code-threats.ts'
import type { CodeReport } from './derive/code.ts'
import { vectors } from './vectors.ts'

/** Asked of inline code and of script files alike. */
export const DOM_XSS = {
  type: 'vulnerability',
  cwe: 79,
  owasp_2021: ['A03:2021'],
  owasp_2025: ['A05:2025'],
  capec: [588],
  references: [
    'https://owasp.org/www-community/attacks/DOM_Based_XSS',
    'https://cheatsheetseries.owasp.org/cheatsheets/DOM_based_XSS_Prevention_Cheat_Sheet.html',
  ],
  distinct: ['path', 'parameter'],
  outcomes: {
    html: {
      severity: 'medium',
      cvss: vectors.script,
      confidence: 'tentative',
      title: 'A script writes text from the address into the page as markup',
      why: 'Whoever makes the link, or opens the page from another one, chooses that text. If nothing on the way disarms it, it becomes an element of the page, and its script runs in the visitor’s name.',
      fix: 'Write it as text: textContent instead of innerHTML, document.createTextNode instead of document.write. Where markup is needed, send it through a sanitiser such as DOMPurify, and enforce Trusted Types.',
    },
    code: {
      severity: 'high',
      cvss: vectors.anyScript,
      confidence: 'tentative',
      title: 'A script runs text from the address as code',
      why: 'Whoever makes the link, or opens the page from another one, chooses that text. It is run as code, so it need not even break out of anything.',
      fix: 'Take eval, new Function and timers with a text out. Read data with JSON.parse.',
    },
    script_address: {
      severity: 'high',
      cvss: vectors.anyScript,
      confidence: 'tentative',
      title: 'A script loads another one from an address that a link can choose',
      why: 'Whoever makes the link names the file that is loaded and run with the rights of the page.',
      fix: 'Choose among fixed addresses by the value, and never build one out of it.',
    },
    navigation: {
      severity: 'low',
      cvss: vectors.lure,
      confidence: 'tentative',
      title: 'A script sends visitors to an address that a link can choose',
      why: 'A link to this site then leads wherever its maker wants, which helps fraud; with javascript: in front it runs code here.',
      fix: 'Compare the target with a list, or allow only paths: new URL(value, location.origin).origin must be the page’s own.',
    },
  } satisfies Record<string, Outcome>,
} as const

export function judgeFlows(report: CodeReport): Shown<keyof typeof DOM_XSS.outcomes>[] {
  return report.flows.map(({ source, sink, seen }) => ({ outcome: sink, parameter: source, seen }))
}

/** Asked of inline code and of script files alike. */
export const MESSAGES = {
  type: 'vulnerability',
  cwe: 346,
  owasp_2021: ['A01:2021', 'A07:2021'],
  owasp_2025: ['A01:2025'],
  references: [
    'https://html.spec.whatwg.org/multipage/web-messaging.html#security-postmsg',
    'https://developer.mozilla.org/en-US/docs/Web/API/Window/postMessage#security_concerns',
  ],
  distinct: ['path'],
  outcomes: {
    acts: {
      severity: 'medium',
      cvss: vectors.script,
      confidence: 'tentative',
      title: 'Messages of any window are written into the page or run',
      why: 'Any page that frames or opens this one can send the message. Its text ends in markup, code or an address without a look at the sender.',
      fix: 'Compare event.origin with the origins that may speak, at the beginning of the listener, and treat event.data as text.',
    },
    unchecked: {
      severity: 'info',
      confidence: 'tentative',
      title: 'Messages are taken from any window',
      why: 'Any page that frames or opens this one can send them. Whether that does harm depends on what the listener does with them.',
      fix: 'Compare event.origin with the origins that may speak, at the beginning of the listener.',
    },
  } satisfies Record<string, Outcome>,
} as const

export function judgeListeners(report: CodeReport): Shown<keyof typeof MESSAGES.outcomes>[] {
  return report.listeners
    .filter(({ checked }) => !checked)
    .map(({ sink, seen }) => ({ outcome: sink === null ? 'unchecked' : 'acts', parameter: 'message', seen }))
}

/** Asked of inline code and of script files alike. */
export const MINER = {
  type: 'threat',
  cwe: 506,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A03:2025', 'A08:2025'],
  references: ['https://attack.mitre.org/techniques/T1496/', 'https://cwe.mitre.org/data/definitions/506.html'],
  outcomes: {
    known: {
      severity: 'high',
      title: 'A script mines cryptocurrency on visitors’ machines',
      why: 'It is one of the known miners. Visitors pay with their power and their batteries, and protection software blocks the site.',
      fix: 'Take the script out. If you did not put it there, find out how it came in, and change all passwords and keys of the site.',
    },
    pool: {
      severity: 'high',
      title: 'A script exchanges work with a mining pool',
      why: 'It takes jobs over a socket, has workers or WebAssembly compute them and sends nonces back: that is mining on visitors’ machines.',
      fix: 'Take the script out. If you did not put it there, find out how it came in, and change all passwords and keys of the site.',
    },
  } satisfies Record<string, Outcome>,
} as const

export function judgeMiners(report: CodeReport): Shown<keyof typeof MINER.outcomes>[] {
  return report.miners.map(({ by, seen }) => ({ outcome: by, parameter: '', seen }))
}
