import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './referrer-policy.ts'

const sends = (...values: string[]) => ({ page: page({ headers: { 'Referrer-Policy': values } }) })
const meta = (content: string, headers = {}) => ({
  page: page({ headers, body: `<meta name="Referrer" content="${content}">` }),
})

testCheck(check, {
  fires: [
    { name: 'nothing sent', evidence: { page: page() }, outcome: 'missing' },
    { name: 'unsafe-url', evidence: sends('unsafe-url'), outcome: 'unsafe', seen: 'unsafe-url' },
    { name: 'the old default, written out', evidence: sends('no-referrer-when-downgrade'), outcome: 'unsafe' },
    { name: 'the last of a list counts', evidence: sends('no-referrer, unsafe-url'), outcome: 'unsafe' },
    {
      name: 'a meta overrides the header',
      evidence: meta('always', { 'Referrer-Policy': 'no-referrer' }),
      outcome: 'unsafe',
      seen: 'unsafe-url',
    },
    { name: 'no policy', evidence: sends('strict'), outcome: 'invalid', seen: 'strict' },
    { name: 'semicolons for commas', evidence: sends('no-referrer; same-origin'), outcome: 'invalid' },
    { name: 'a meta’s old name in the header', evidence: sends('never'), outcome: 'invalid' },
    { name: 'an empty header', evidence: sends(''), outcome: 'invalid' },
  ],
  silent: [
    { name: 'strict-origin-when-cross-origin', evidence: sends('strict-origin-when-cross-origin'), verdict: 'pass' },
    { name: 'any case', evidence: sends('No-Referrer'), verdict: 'pass' },
    {
      name: 'a fallback for old browsers first',
      evidence: sends('no-referrer, strict-origin-when-cross-origin'),
      verdict: 'pass',
    },
    { name: 'an unknown one after a known', evidence: sends('same-origin, future-policy'), verdict: 'pass' },
    { name: 'two fields', evidence: sends('unsafe-url', 'origin'), verdict: 'pass' },
    { name: 'by meta', evidence: meta('same-origin'), verdict: 'pass' },
    {
      name: 'an unknown meta leaves the header in force',
      evidence: meta('x', { 'Referrer-Policy': 'origin' }),
      verdict: 'pass',
    },
    { name: 'origin-when-cross-origin', evidence: sends('origin-when-cross-origin'), verdict: 'pass' },
    { name: 'JSON', evidence: { page: page({ headers: { 'Content-Type': 'application/json' } }) }, verdict: 'skip' },
  ],
})
