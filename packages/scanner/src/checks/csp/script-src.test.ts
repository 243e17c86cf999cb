import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './script-src.ts'

const csp = (...values: string[]) => ({ page: page({ headers: { 'Content-Security-Policy': values } }) })

testCheck(check, {
  fires: [
    {
      name: 'frame-ancestors alone',
      evidence: csp("frame-ancestors 'none'"),
      outcome: 'missing',
      seen: "frame-ancestors 'none'",
    },
    { name: 'upgrade-insecure-requests alone', evidence: csp('upgrade-insecure-requests'), outcome: 'missing' },
    { name: 'two policies without', evidence: csp('img-src *', "style-src 'self'"), outcome: 'missing' },
  ],
  silent: [
    { name: 'default-src', evidence: csp("default-src 'self'"), verdict: 'pass' },
    { name: 'script-src', evidence: csp("script-src 'self'"), verdict: 'pass' },
    { name: 'the second policy has it', evidence: csp("frame-ancestors 'none'", "script-src 'self'"), verdict: 'pass' },
    { name: 'no policy', evidence: { page: page() }, verdict: 'skip' },
  ],
})
