import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './report-only.ts'

const REPORT_ONLY = { 'Content-Security-Policy-Report-Only': "script-src 'self'; report-uri /csp" }

testCheck(check, {
  fires: [
    {
      name: 'nothing is enforced',
      evidence: { page: page({ headers: REPORT_ONLY }) },
      outcome: 'only',
      seen: "script-src 'self'; report-uri /csp",
    },
    {
      name: 'the enforced one is empty',
      evidence: { page: page({ headers: { ...REPORT_ONLY, 'Content-Security-Policy': '' } }) },
      outcome: 'only',
    },
  ],
  silent: [
    {
      name: 'a stricter policy on trial beside the enforced one',
      evidence: { page: page({ headers: { ...REPORT_ONLY, 'Content-Security-Policy': "default-src 'self'" } }) },
      verdict: 'pass',
    },
    { name: 'no policy at all', evidence: { page: page() }, verdict: 'skip' },
    {
      name: 'report-only in a meta element, which browsers ignore',
      evidence: {
        page: page({ body: `<meta http-equiv="content-security-policy-report-only" content="script-src 'self'">` }),
      },
      verdict: 'skip',
    },
  ],
})
