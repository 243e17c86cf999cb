import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './hsts-preload.ts'

const hsts = (...values: string[]) => ({ page: page({ headers: { 'Strict-Transport-Security': values } }) })

testCheck(check, {
  fires: [
    { name: 'no includeSubDomains', evidence: hsts('max-age=31536000; preload'), outcome: 'unmet' },
    { name: 'half a year', evidence: hsts('max-age=15768000; includeSubDomains; preload'), outcome: 'unmet' },
    { name: 'a year less a day', evidence: hsts('max-age=31449600; includeSubDomains; preload'), outcome: 'unmet' },
  ],
  silent: [
    { name: 'as the list wants it', evidence: hsts('max-age=63072000; includeSubDomains; preload'), verdict: 'pass' },
    { name: 'exactly a year', evidence: hsts('max-age=31536000;includeSubDomains;preload'), verdict: 'pass' },
    { name: 'does not ask', evidence: hsts('max-age=31536000; includeSubDomains'), verdict: 'skip' },
    { name: 'no header', evidence: { page: page() }, verdict: 'skip' },
    { name: 'plain HTTP', evidence: { page: page({ url: 'http://site.test/' }) }, verdict: 'skip' },
  ],
})
