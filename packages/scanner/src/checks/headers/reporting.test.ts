import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './reporting.ts'

const sends = (headers: Record<string, string>) => ({ page: page({ headers }) })
const OLD = '{"group":"csp","max_age":86400,"endpoints":[{"url":"https://r.test/"}]}'

testCheck(check, {
  fires: [
    { name: 'no quotes', evidence: sends({ 'Reporting-Endpoints': 'csp=https://r.test/a b' }), outcome: 'invalid' },
    {
      name: 'the old JSON under the new name',
      evidence: sends({ 'Reporting-Endpoints': OLD }),
      outcome: 'invalid',
      seen: OLD,
    },
    {
      name: 'a token for a string',
      evidence: sends({ 'Reporting-Endpoints': 'csp=https://r.test/' }),
      outcome: 'invalid',
    },
    { name: 'plain HTTP only', evidence: sends({ 'Reporting-Endpoints': 'csp="http://r.test/"' }), outcome: 'invalid' },
    { name: 'the old header only', evidence: sends({ 'Report-To': OLD }), outcome: 'legacy', seen: OLD },
  ],
  silent: [
    { name: 'an endpoint', evidence: sends({ 'Reporting-Endpoints': 'csp="https://r.test/"' }), verdict: 'pass' },
    { name: 'a relative one', evidence: sends({ 'Reporting-Endpoints': 'default="/reports"' }), verdict: 'pass' },
    {
      name: 'both headers',
      evidence: sends({ 'Report-To': OLD, 'Reporting-Endpoints': 'csp="https://r.test/"' }),
      verdict: 'pass',
    },
    {
      name: 'Cloudflare’s network error logging',
      evidence: sends({ 'Report-To': OLD, NEL: '{"report_to":"cf-nel","max_age":604800}' }),
      verdict: 'pass',
    },
    { name: 'no reports', evidence: sends({}), verdict: 'skip' },
    {
      name: 'plain HTTP',
      evidence: { page: page({ url: 'http://site.test/', headers: { 'Report-To': OLD } }) },
      verdict: 'skip',
    },
  ],
})
