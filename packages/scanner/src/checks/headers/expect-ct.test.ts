import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './expect-ct.ts'

testCheck(check, {
  fires: [
    {
      name: 'as Cloudflare once sent it',
      evidence: { page: page({ headers: { 'expect-ct': 'max-age=604800, report-uri="https://report.test/"' } }) },
      outcome: 'obsolete',
      seen: 'max-age=604800, report-uri="https://report.test/"',
    },
  ],
  silent: [
    { name: 'not sent', evidence: { page: page() }, verdict: 'pass' },
    {
      name: 'a name that only begins like it',
      evidence: { page: page({ headers: { 'Expect-CTX': '1' } }) },
      verdict: 'pass',
    },
  ],
})
