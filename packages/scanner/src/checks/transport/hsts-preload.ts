import { defineCheck, fail, pass, skip } from '../../check.ts'
import { setHeader } from '../../remedy.ts'

const ONE_YEAR = 31_536_000 // seconds; the list's least max-age

export default defineCheck({
  id: 'transport/hsts-preload',
  question: 'Would the HSTS preload list take the policy that asks for it?',
  needs: ['page', 'hsts'],
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://hstspreload.org/#submission-requirements'],
  outcomes: {
    unmet: {
      severity: 'info',
      title: 'HSTS asks for preloading but does not meet its conditions',
      why: 'The preload list drops or refuses the site, so the first visit of each browser stays unprotected although the header says otherwise.',
      fix: 'Send a max-age of at least 31536000 with includeSubDomains and preload, or take preload out.',
      settings: setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains; preload'),
    },
  },
  run({ page, hsts }) {
    if (!page.secure) return skip('browsers ignore HSTS over plain HTTP (RFC 6797 section 8.1)')
    if (!hsts?.valid) return skip('no HSTS policy is in force: transport/hsts tells that')
    if (!hsts.preload) return skip('the site does not ask to be preloaded')
    return hsts.includeSubDomains && hsts.maxAge >= ONE_YEAR ? pass(hsts.raw) : fail('unmet', page.url, hsts.raw)
  },
})
