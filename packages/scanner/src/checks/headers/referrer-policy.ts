import { defineCheck, fail, pass, skip } from '../../check.ts'
import { headerReferrerPolicy, metaReferrerPolicy, type ReferrerPolicy } from '../../derive/referrer-policy.ts'
import { headerValue, headerValues } from '../../net/exchange.ts'
import { setHeader } from '../../remedy.ts'

/** Those that send whole addresses, with path and query, to other sites. */
const TELLING: readonly ReferrerPolicy[] = ['unsafe-url', 'no-referrer-when-downgrade']

const settings = setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')

export default defineCheck({
  id: 'headers/referrer-policy',
  question: 'Do links and loads keep the page’s address from other sites?',
  needs: ['page', 'html'],
  cwe: 200,
  owasp_2021: ['A01:2021'],
  owasp_2025: ['A01:2025'],
  references: ['https://www.w3.org/TR/referrer-policy/'],
  outcomes: {
    missing: {
      severity: 'low',
      title: 'No Referrer-Policy',
      why: 'What other sites learn of the visitor’s address depends on the browser. Older ones send it whole, with the tokens and search terms that may stand in it.',
      fix: 'Send Referrer-Policy: strict-origin-when-cross-origin, or a stricter one.',
      settings,
    },
    unsafe: {
      severity: 'low',
      title: 'The Referrer-Policy sends whole addresses to other sites',
      why: 'Every site that is linked to or loaded from gets the full address of the page, with the tokens and search terms that may stand in it.',
      fix: 'Use strict-origin-when-cross-origin, or a stricter policy.',
      settings,
    },
    invalid: {
      severity: 'low',
      title: 'Browsers do not know the Referrer-Policy',
      why: 'None of its values is a policy, so browsers act as if it were not there.',
      fix: 'Send one of the eight policies, such as strict-origin-when-cross-origin.',
      settings,
    },
  },
  run({ page, html }) {
    if (!html.is_html) return skip('the response is no page that links or loads')
    const raw = headerValue(page.headers, 'referrer-policy')
    const policy = metaReferrerPolicy(html) ?? headerReferrerPolicy(headerValues(page.headers, 'referrer-policy'))
    if (policy) return TELLING.includes(policy) ? fail('unsafe', page.url, policy) : pass(policy)
    return raw === undefined ? fail('missing', page.url) : fail('invalid', page.url, raw)
  },
})
