import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './deprecated.ts'

const csp = (value: string) => ({ page: page({ headers: { 'Content-Security-Policy': value } }) })

testCheck(check, {
  fires: [
    {
      name: 'block-all-mixed-content',
      evidence: csp("default-src 'self'; block-all-mixed-content"),
      outcome: 'used',
      seen: 'block-all-mixed-content',
    },
    {
      name: 'two of them',
      evidence: csp('referrer no-referrer; plugin-types application/pdf'),
      outcome: ['used', 'used'],
    },
  ],
  silent: [
    {
      name: 'all in use',
      evidence: csp("default-src 'self'; upgrade-insecure-requests; report-uri /r"),
      verdict: 'pass',
    },
    { name: 'an unknown one, which another check judges', evidence: csp('future-src x'), verdict: 'pass' },
    { name: 'no policy', evidence: { page: page() }, verdict: 'skip' },
  ],
})
