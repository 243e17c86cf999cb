import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './hsts-subdomains.ts'

const hsts = (...values: string[]) => ({ page: page({ headers: { 'Strict-Transport-Security': values } }) })

testCheck(check, {
  fires: [
    { name: 'max-age alone', evidence: hsts('max-age=31536000'), outcome: 'missing', seen: 'max-age=31536000' },
    {
      name: 'only in the second field',
      evidence: hsts('max-age=31536000', 'max-age=31536000; includeSubDomains'),
      outcome: 'missing',
    },
    { name: 'misspelt', evidence: hsts('max-age=31536000; includeSubDomain'), outcome: 'missing' },
  ],
  silent: [
    { name: 'covered', evidence: hsts('max-age=31536000; includeSubDomains'), verdict: 'pass' },
    { name: 'any case', evidence: hsts('includesubdomains;max-age=31536000'), verdict: 'pass' },
    { name: 'no header', evidence: { page: page() }, verdict: 'skip' },
    { name: 'switched off', evidence: hsts('max-age=0'), verdict: 'skip' },
    { name: 'plain HTTP', evidence: { page: page({ url: 'http://site.test/' }) }, verdict: 'skip' },
  ],
})
