import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './corp.ts'

const sends = (...values: string[]) => ({ page: page({ headers: { 'Cross-Origin-Resource-Policy': values } }) })

testCheck(check, {
  fires: [
    { name: 'nothing sent', evidence: { page: page() }, outcome: 'missing' },
    { name: 'capitals', evidence: sends('Same-Origin'), outcome: 'invalid', seen: 'Same-Origin' },
    { name: 'twice, joined by a proxy', evidence: sends('same-origin, same-origin'), outcome: 'invalid' },
    { name: 'two fields', evidence: sends('same-site', 'same-site'), outcome: 'invalid' },
  ],
  silent: [
    { name: 'same-origin', evidence: sends('same-origin'), verdict: 'pass' },
    { name: 'same-site', evidence: sends('same-site'), verdict: 'pass' },
    { name: 'cross-origin', evidence: sends('cross-origin'), verdict: 'pass' },
    { name: 'white space around', evidence: sends(' same-origin '), verdict: 'pass' },
  ],
})
