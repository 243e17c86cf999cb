import { defineCheck, fail, pass } from '../../check.ts'
import { headerValue } from '../../net/exchange.ts'
import { removeHeader } from '../../remedy.ts'

export default defineCheck({
  id: 'headers/expect-ct',
  question: 'Is the obsolete Expect-CT header gone?',
  needs: ['page'],
  type: 'information',
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Expect-CT',
    'https://www.rfc-editor.org/rfc/rfc9163',
  ],
  outcomes: {
    obsolete: {
      severity: 'info',
      title: 'The obsolete Expect-CT header is sent',
      why: 'Browsers demand logged certificates of everyone by now, and have dropped the header. It only makes responses longer.',
      fix: 'Take the header out.',
      settings: removeHeader('Expect-CT'),
    },
  },
  run({ page }) {
    const raw = headerValue(page.headers, 'expect-ct')
    return raw === undefined ? pass() : fail('obsolete', page.url, raw)
  },
})
