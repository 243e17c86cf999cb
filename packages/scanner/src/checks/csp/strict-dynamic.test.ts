import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './strict-dynamic.ts'

const csp = (...values: string[]) => ({ page: page({ headers: { 'Content-Security-Policy': values } }) })

testCheck(check, {
  fires: [{ name: 'alone', evidence: csp("script-src 'self' 'strict-dynamic'"), outcome: 'alone' }],
  silent: [
    { name: 'with a nonce', evidence: csp("script-src 'nonce-c2VjcmV0' 'strict-dynamic'"), verdict: 'pass' },
    { name: 'with a hash', evidence: csp("script-src 'sha384-abc' 'strict-dynamic'"), verdict: 'pass' },
    { name: 'not used', evidence: csp("script-src 'self'"), verdict: 'skip' },
  ],
})
