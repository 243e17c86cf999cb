import { defineCheck, fail, pass, skip } from '../../check.ts'
import { parseItem } from '../../derive/structured-field.ts'
import { headerValues } from '../../net/exchange.ts'
import { setHeader } from '../../remedy.ts'

const VALUES = ['unsafe-none', 'same-origin-allow-popups', 'same-origin', 'noopener-allow-popups']
const settings = setHeader('Cross-Origin-Opener-Policy', 'same-origin')

export default defineCheck({
  id: 'headers/coop',
  question: 'Is the page cut off from windows of other sites?',
  needs: ['page', 'html'],
  cwe: 346,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies',
    'https://xsleaks.dev/docs/defenses/opt-in/coop/',
  ],
  outcomes: {
    missing: {
      severity: 'info',
      title: 'No Cross-Origin-Opener-Policy header',
      why: 'A site that opens this one keeps a handle to its window. It can send it elsewhere while the visitor looks away, and count its frames to learn what is shown.',
      fix: 'Send Cross-Origin-Opener-Policy: same-origin, or same-origin-allow-popups where a log-in or payment opens a window.',
      settings,
    },
    invalid: {
      severity: 'info',
      title: 'Browsers ignore the Cross-Origin-Opener-Policy header',
      why: 'Its value is not one that browsers know, or stands twice, so they act as if it were not there.',
      fix: 'Send exactly one Cross-Origin-Opener-Policy with the value same-origin or same-origin-allow-popups.',
      settings,
    },
  },
  run({ page, html }) {
    if (!html.is_html) return skip('the policy is for pages, and the response is none')
    if (!page.secure) return skip('browsers ignore the policy over plain HTTP')
    const fields = headerValues(page.headers, 'cross-origin-opener-policy')
    if (fields.length === 0) return fail('missing', page.url)
    const bare = parseItem(fields)?.bare
    const known = bare?.kind === 'token' && VALUES.includes(bare.value)
    return known ? pass(bare.value) : fail('invalid', page.url, fields.join(', '))
  },
})
