import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './x-content-type-options.ts'

const sends = (...values: string[]) => ({ page: page({ headers: { 'X-Content-Type-Options': values } }) })

testCheck(check, {
  fires: [
    { name: 'no header', evidence: { page: page() }, outcome: 'missing' },
    { name: 'another word', evidence: sends('sniff'), outcome: 'invalid', seen: 'sniff' },
    { name: 'nosniff inside another word', evidence: sends('x-nosniff'), outcome: 'invalid' },
    { name: 'quoted', evidence: sends('"nosniff"'), outcome: 'invalid' },
    { name: 'semicolon', evidence: sends('nosniff;'), outcome: 'invalid' },
    { name: 'nosniff second', evidence: sends('none', 'nosniff'), outcome: 'invalid' },
  ],
  silent: [
    { name: 'nosniff', evidence: sends('nosniff'), verdict: 'pass' },
    { name: 'any case', evidence: sends('NoSniff'), verdict: 'pass' },
    { name: 'twice, by application and proxy', evidence: sends('nosniff', 'nosniff'), verdict: 'pass' },
    { name: 'first of a list', evidence: sends('nosniff, x'), verdict: 'pass' },
    { name: 'white space', evidence: sends('  nosniff\t'), verdict: 'pass' },
    {
      name: 'over plain HTTP',
      evidence: { page: page({ url: 'http://site.test/', headers: { 'x-content-type-options': 'nosniff' } }) },
      verdict: 'pass',
    },
  ],
})
