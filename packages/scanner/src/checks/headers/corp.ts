import { defineCheck, fail, pass } from '../../check.ts'
import { headerValue } from '../../net/exchange.ts'
import { setHeader } from '../../remedy.ts'

/** Case-sensitive (Fetch section 3.7). */
const VALUES = ['same-origin', 'same-site', 'cross-origin']
const settings = setHeader('Cross-Origin-Resource-Policy', 'same-origin')

export default defineCheck({
  id: 'headers/corp',
  question: 'Can other sites not load this response into their pages?',
  needs: ['page'],
  cwe: 346,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header', 'https://resourcepolicy.fyi/'],
  outcomes: {
    missing: {
      severity: 'info',
      title: 'No Cross-Origin-Resource-Policy header',
      why: 'Another site can make the browser load this response, with the visitor’s cookies, into its own process, where attacks on the processor (Spectre) can read it.',
      fix: 'Send Cross-Origin-Resource-Policy: same-origin, same-site, or cross-origin for what is meant for everyone.',
      settings,
    },
    invalid: {
      severity: 'info',
      title: 'Browsers ignore the Cross-Origin-Resource-Policy header',
      why: 'Its value is not one of the three that browsers know, or stands twice, so they act as if it were not there.',
      fix: 'Send exactly one Cross-Origin-Resource-Policy: same-origin, same-site or cross-origin.',
      settings,
    },
  },
  run({ page }) {
    const raw = headerValue(page.headers, 'cross-origin-resource-policy')
    if (raw === undefined) return fail('missing', page.url)
    return VALUES.includes(raw) ? pass(raw) : fail('invalid', page.url, raw)
  },
})
