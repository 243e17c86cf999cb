import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './base-uri.ts'

const csp = (...values: string[]) => ({ page: page({ headers: { 'Content-Security-Policy': values } }) })
const NONCE = "script-src 'nonce-c2VjcmV0'"

testCheck(check, {
  fires: [
    { name: 'nonce without base-uri', evidence: csp(NONCE), outcome: 'missing', seen: '' },
    { name: 'default-src does not answer for it', evidence: csp(`${NONCE}; default-src 'none'`), outcome: 'missing' },
    { name: 'any host', evidence: csp(`${NONCE}; base-uri https:`), outcome: 'missing', seen: 'base-uri https:' },
    {
      name: 'hash with strict-dynamic',
      evidence: csp("script-src 'sha256-abc=' 'strict-dynamic'"),
      outcome: 'missing',
    },
  ],
  silent: [
    { name: "'none'", evidence: csp(`${NONCE}; base-uri 'none'`), verdict: 'pass' },
    { name: "'self'", evidence: csp(`${NONCE}; base-uri 'self'`), verdict: 'pass' },
    { name: 'in a second policy', evidence: csp(NONCE, "base-uri 'none'"), verdict: 'pass' },
    { name: 'a list of hosts', evidence: csp("script-src 'self'"), verdict: 'skip' },
    { name: 'no policy', evidence: { page: page() }, verdict: 'skip' },
  ],
})
