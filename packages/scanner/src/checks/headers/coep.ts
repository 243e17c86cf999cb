import { defineCheck, fail, pass, skip } from '../../check.ts'
import { parseItem } from '../../derive/structured-field.ts'
import { headerValues } from '../../net/exchange.ts'
import { setHeader } from '../../remedy.ts'

const VALUES = ['unsafe-none', 'require-corp', 'credentialless']

export default defineCheck({
  id: 'headers/coep',
  question: 'Is the Cross-Origin-Embedder-Policy one that browsers know?',
  needs: ['page', 'html'],
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://html.spec.whatwg.org/multipage/browsers.html#coep'],
  outcomes: {
    invalid: {
      severity: 'info',
      title: 'Browsers ignore the Cross-Origin-Embedder-Policy header',
      why: 'Its value is not one that browsers know, or stands twice, so they act as if it were not there, and the page is not isolated.',
      fix: 'Send exactly one Cross-Origin-Embedder-Policy with the value require-corp or credentialless.',
      settings: setHeader('Cross-Origin-Embedder-Policy', 'require-corp'),
    },
  },
  run({ page, html }) {
    if (!html.is_html) return skip('the policy is for pages, and the response is none')
    const fields = headerValues(page.headers, 'cross-origin-embedder-policy')
    if (fields.length === 0) return skip('only pages that want shared memory need the policy')
    const bare = parseItem(fields)?.bare
    const known = bare?.kind === 'token' && VALUES.includes(bare.value)
    return known ? pass(bare.value) : fail('invalid', page.url, fields.join(', '))
  },
})
