import { defineCheck, fail, pass } from '../../check.ts'
import { headerValue } from '../../net/exchange.ts'
import { removeHeader } from '../../remedy.ts'

const FIELDS = ['Public-Key-Pins', 'Public-Key-Pins-Report-Only']

export default defineCheck({
  id: 'headers/public-key-pins',
  question: 'Is the withdrawn key pinning gone?',
  needs: ['page'],
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc7469', 'https://developer.chrome.com/blog/chrome-67-deps-rems'],
  outcomes: {
    obsolete: {
      severity: 'info',
      title: 'The withdrawn Public-Key-Pins header is sent',
      why: 'Browsers dropped it since a lost key locked visitors out for months. What still obeys it locks the site out at the next change of keys.',
      fix: 'Take the header out. Where a program may still hold pins, send max-age=0 for a while first.',
      settings: removeHeader('Public-Key-Pins'),
    },
  },
  run({ page }) {
    const sent = FIELDS.find((name) => headerValue(page.headers, name) !== undefined)
    if (!sent) return pass()
    return fail('obsolete', { url: page.url, parameter: sent }, headerValue(page.headers, sent))
  },
})
