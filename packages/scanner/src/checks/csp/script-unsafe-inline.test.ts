import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './script-unsafe-inline.ts'

const csp = (...values: string[]) => ({ page: page({ headers: { 'Content-Security-Policy': values } }) })

testCheck(check, {
  fires: [
    {
      name: 'in script-src',
      evidence: csp("script-src 'self' 'unsafe-inline'"),
      outcome: 'elements',
      seen: "script-src 'self' 'unsafe-inline'",
    },
    { name: 'in default-src', evidence: csp("default-src 'self' 'UNSAFE-INLINE'"), outcome: 'elements' },
    {
      name: 'in both of two policies',
      evidence: csp("script-src 'unsafe-inline' *, default-src 'unsafe-inline'"),
      outcome: 'elements',
    },
    {
      name: 'script-src-elem overrides a good script-src',
      evidence: csp("script-src 'self'; script-src-elem 'unsafe-inline'"),
      outcome: 'elements',
    },
    {
      name: 'attributes only',
      evidence: csp("script-src 'self'; script-src-attr 'unsafe-inline'"),
      outcome: 'attributes',
    },
    {
      name: 'script-src-elem is strict, script-src is not',
      evidence: csp("script-src 'self' 'unsafe-inline'; script-src-elem 'self'"),
      outcome: 'attributes',
    },
  ],
  silent: [
    { name: 'switched off by a nonce', evidence: csp("script-src 'unsafe-inline' 'nonce-c2VjcmV0'"), verdict: 'pass' },
    { name: 'switched off by a hash', evidence: csp("script-src 'unsafe-inline' 'sha256-abc='"), verdict: 'pass' },
    {
      name: "switched off by 'strict-dynamic'",
      evidence: csp("script-src 'unsafe-inline' 'strict-dynamic'"),
      verdict: 'pass',
    },
    {
      name: 'the second policy forbids it',
      evidence: csp("script-src 'unsafe-inline'", "script-src 'self'"),
      verdict: 'pass',
    },
    { name: 'for styles only', evidence: csp("default-src 'self'; style-src 'unsafe-inline'"), verdict: 'pass' },
    {
      name: 'the repeated directive does not count',
      evidence: csp("script-src 'self'; script-src 'unsafe-inline'"),
      verdict: 'pass',
    },
    { name: 'scripts not governed', evidence: csp("style-src 'unsafe-inline'"), verdict: 'skip' },
  ],
})
