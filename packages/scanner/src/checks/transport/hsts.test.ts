import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './hsts.ts'

const hsts = (...values: string[]) => ({ page: page({ headers: { 'Strict-Transport-Security': values } }) })

testCheck(check, {
  fires: [
    { name: 'no header', evidence: { page: page() }, outcome: 'missing' },
    { name: 'no max-age', evidence: hsts('includeSubDomains'), outcome: 'invalid' },
    { name: 'max-age twice', evidence: hsts('max-age=31536000; max-age=0'), outcome: 'invalid' },
    { name: 'comma for semicolon', evidence: hsts('max-age=31536000, includeSubDomains'), outcome: 'invalid' },
    { name: 'one day', evidence: hsts('max-age=86400'), outcome: 'short', seen: 'max-age=86400' },
    { name: 'switched off', evidence: hsts('max-age=0'), outcome: 'short' },
    { name: 'the first of two fields counts', evidence: hsts('max-age=1', 'max-age=31536000'), outcome: 'short' },
  ],
  silent: [
    { name: 'one year', evidence: hsts('max-age=31536000'), verdict: 'pass' },
    { name: 'six months to the second', evidence: hsts('max-age=15768000'), verdict: 'pass' },
    { name: 'quoted value', evidence: hsts('max-age="31536000"; includeSubDomains'), verdict: 'pass' },
    { name: 'capitals', evidence: hsts('MAX-AGE=31536000; INCLUDESUBDOMAINS'), verdict: 'pass' },
    { name: 'empty directives', evidence: hsts(';; max-age=31536000 ;'), verdict: 'pass' },
    { name: 'unknown directive', evidence: hsts('max-age=31536000; future=1'), verdict: 'pass' },
    { name: 'plain HTTP', evidence: { page: page({ url: 'http://site.test/' }) }, verdict: 'skip' },
  ],
})
