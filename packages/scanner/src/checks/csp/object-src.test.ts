import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './object-src.ts'

const csp = (...values: string[]) => ({ page: page({ headers: { 'Content-Security-Policy': values } }) })

testCheck(check, {
  fires: [
    { name: 'script-src alone', evidence: csp("script-src 'self'"), outcome: 'missing', seen: "script-src 'self'" },
    {
      name: 'named in the report-only policy only',
      evidence: {
        page: page({
          headers: {
            'Content-Security-Policy': "script-src 'self'",
            'Content-Security-Policy-Report-Only': "object-src 'none'",
          },
        }),
      },
      outcome: 'missing',
    },
    { name: 'any host', evidence: csp("script-src 'none'; object-src *"), outcome: 'any_host' },
    { name: 'any host by scheme', evidence: csp("default-src 'none'; object-src https:"), outcome: 'any_host' },
  ],
  silent: [
    { name: 'one host', evidence: csp("script-src 'none'; object-src https://media.example"), verdict: 'pass' },
    { name: 'object-src', evidence: csp("script-src 'self'; object-src 'none'"), verdict: 'pass' },
    { name: 'default-src answers for it', evidence: csp("default-src 'self'"), verdict: 'pass' },
    { name: 'in a second policy', evidence: csp("script-src 'self'", "object-src 'none'"), verdict: 'pass' },
    { name: 'scripts not governed', evidence: csp("frame-ancestors 'none'"), verdict: 'skip' },
  ],
})
