import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './reporting.ts'

const csp = (value: string, headers = {}) => ({
  page: page({ headers: { 'Content-Security-Policy': value, ...headers } }),
})

testCheck(check, {
  fires: [
    {
      name: 'no header defines it',
      evidence: csp("default-src 'self'; report-to csp"),
      outcome: 'no_endpoint',
      seen: 'report-to csp',
    },
    {
      name: 'another group is defined',
      evidence: csp('report-to csp', { 'Reporting-Endpoints': 'default="https://r.test/?a=b,csp=1"' }),
      outcome: 'no_endpoint',
    },
    {
      name: 'Report-To is broken',
      evidence: csp('report-to csp', { 'Report-To': '{group: csp}' }),
      outcome: 'no_endpoint',
    },
  ],
  silent: [
    {
      name: 'defined',
      evidence: csp('report-to csp', { 'Reporting-Endpoints': 'a="/a", csp="/csp"' }),
      verdict: 'pass',
    },
    {
      name: 'defined in Report-To, without a group name',
      evidence: csp('report-to default', { 'Report-To': '{"max_age":1,"endpoints":[{"url":"https://r.test/"}]}' }),
      verdict: 'pass',
    },
    { name: 'report-uri beside it', evidence: csp('report-to csp; report-uri /csp'), verdict: 'pass' },
    { name: 'does not report', evidence: csp("default-src 'self'"), verdict: 'skip' },
  ],
})
