import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './coop.ts'

const sends = (...values: string[]) => ({ page: page({ headers: { 'Cross-Origin-Opener-Policy': values } }) })

testCheck(check, {
  fires: [
    { name: 'nothing sent', evidence: { page: page() }, outcome: 'missing' },
    { name: 'a resource policy’s value', evidence: sends('same-site'), outcome: 'invalid', seen: 'same-site' },
    { name: 'quoted', evidence: sends('"same-origin"'), outcome: 'invalid' },
    { name: 'capitals', evidence: sends('Same-Origin'), outcome: 'invalid' },
    { name: 'twice', evidence: sends('same-origin', 'same-origin'), outcome: 'invalid' },
  ],
  silent: [
    { name: 'same-origin', evidence: sends('same-origin'), verdict: 'pass' },
    { name: 'with popups and reports', evidence: sends('same-origin-allow-popups; report-to="coop"'), verdict: 'pass' },
    { name: 'noopener-allow-popups', evidence: sends('noopener-allow-popups'), verdict: 'pass' },
    { name: 'chosen to be open', evidence: sends('unsafe-none'), verdict: 'pass' },
    { name: 'plain HTTP', evidence: { page: page({ url: 'http://site.test/' }) }, verdict: 'skip' },
    { name: 'JSON', evidence: { page: page({ headers: { 'Content-Type': 'application/json' } }) }, verdict: 'skip' },
  ],
})
