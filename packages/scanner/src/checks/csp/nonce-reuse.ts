import { defineCheck, fail, pass, skip } from '../../check.ts'
import { type Csp, enforced, parseCsp } from '../../derive/csp.ts'

export default defineCheck({
  id: 'csp/nonce-reuse',
  question: 'Is the nonce a new one in every response?',
  needs: ['page', 'csp', 'cors'],
  cwe: 323,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.w3.org/TR/CSP3/#security-nonces'],
  once: true,
  outcomes: {
    reused: {
      severity: 'medium',
      title: 'The nonce is the same in several responses',
      why: 'An attacker reads the nonce from one response and writes it into a script injected in another. Often a cache that stores the page together with its header is the cause.',
      fix: 'Make the nonce anew for every response, and keep pages with a nonce out of shared caches; for cached pages use hashes.',
    },
  },
  run({ page, csp, cors }) {
    const nonces = noncesOf(csp)
    if (nonces.length === 0) return skip('the policy uses no nonce')
    // the start page, asked for again with other origins
    const again = cors.probes.filter(({ exchange }) => exchange !== page.exchange)
    if (again.length === 0) return skip('the page was asked for only once')
    const others = new Set(again.flatMap(({ exchange }) => noncesOf(parseCsp(exchange.response.headers))))
    const reused = nonces.find((nonce) => others.has(nonce))
    return reused ? fail('reused', page.url, reused) : pass(nonces[0])
  },
})

function noncesOf(csp: Csp): string[] {
  return enforced(csp).flatMap(({ directives }) =>
    directives.flatMap(({ sources }) => sources.filter(({ kind }) => kind === 'nonce').map(({ raw }) => raw)),
  )
}
