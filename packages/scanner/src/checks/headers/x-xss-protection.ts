import { defineCheck, fail, pass, skip } from '../../check.ts'
import { headerValue } from '../../net/exchange.ts'
import { removeHeader } from '../../remedy.ts'

export default defineCheck({
  id: 'headers/x-xss-protection',
  question: 'Is the withdrawn XSS filter of old browsers left alone?',
  needs: ['page'],
  cwe: 693,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-XSS-Protection',
    'https://portswigger.net/research/abusing-chromes-xss-auditor-to-steal-tokens',
  ],
  outcomes: {
    enabled: {
      severity: 'info',
      title: 'The withdrawn XSS filter is switched on',
      why: 'Browsers dropped the filter because attackers could use it to switch off a page’s own scripts and to read its content. It protects nobody today.',
      fix: 'Take the header out, or send the value 0, and rely on a Content Security Policy.',
      settings: removeHeader('X-XSS-Protection'),
    },
  },
  run({ page }) {
    const raw = headerValue(page.headers, 'x-xss-protection')
    if (raw === undefined) return skip('the header is not sent')
    return raw.startsWith('0') ? pass(raw) : fail('enabled', page.url, raw)
  },
})
