import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './style-unsafe-inline.ts'

const csp = (...values: string[]) => ({ page: page({ headers: { 'Content-Security-Policy': values } }) })

testCheck(check, {
  fires: [
    { name: 'in style-src', evidence: csp("style-src 'self' 'unsafe-inline'"), outcome: 'allowed' },
    {
      name: 'strict-dynamic means scripts only',
      evidence: csp("default-src 'unsafe-inline' 'strict-dynamic'"),
      outcome: 'allowed',
    },
  ],
  silent: [
    { name: 'own origin', evidence: csp("style-src 'self'"), verdict: 'pass' },
    { name: 'switched off by a nonce', evidence: csp("style-src 'unsafe-inline' 'nonce-c2VjcmV0'"), verdict: 'pass' },
    { name: 'attributes only', evidence: csp("style-src 'self'; style-src-attr 'unsafe-inline'"), verdict: 'pass' },
    { name: 'styles not governed', evidence: csp("script-src 'unsafe-inline'"), verdict: 'skip' },
  ],
})
