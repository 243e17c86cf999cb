import { defineCheck, fail, pass, skip } from '../../check.ts'
import { setHeader } from '../../remedy.ts'

export default defineCheck({
  id: 'transport/hsts-subdomains',
  question: 'Does HSTS cover the names below this host?',
  needs: ['page', 'hsts'],
  cwe: 319,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc6797#section-14.4'],
  outcomes: {
    missing: {
      severity: 'info',
      title: 'HSTS leaves out the names below this host',
      why: 'An attacker on the way can answer for any made-up name below the host over plain HTTP, and set cookies there that the site itself then receives.',
      fix: 'When every name below the host speaks HTTPS, add includeSubDomains.',
      settings: setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains'),
    },
  },
  run({ page, hsts }) {
    if (!page.secure) return skip('browsers ignore HSTS over plain HTTP (RFC 6797 section 8.1)')
    if (!hsts?.valid || hsts.maxAge === 0) return skip('no HSTS policy is in force: transport/hsts tells that')
    return hsts.includeSubDomains ? pass(hsts.raw) : fail('missing', page.url, hsts.raw)
  },
})
