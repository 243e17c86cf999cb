import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './prefix.ts'

const set = (...values: string[]) => ({ page: page({ headers: { 'Set-Cookie': values } }) })

testCheck(check, {
  fires: [
    { name: 'without a path', evidence: set('__Host-sid=abc; Secure'), outcome: 'host' },
    { name: 'with a domain', evidence: set('__Host-sid=abc; Secure; Path=/; Domain=site.test'), outcome: 'host' },
    { name: 'not Secure', evidence: set('__Secure-sid=abc; Path=/'), outcome: 'secure' },
  ],
  silent: [
    { name: '__Host- as it should be', evidence: set('__Host-sid=abc; Secure; Path=/'), verdict: 'pass' },
    { name: '__Secure- with a domain', evidence: set('__Secure-sid=abc; Secure; Domain=site.test'), verdict: 'pass' },
    {
      name: 'an empty Domain counts as none',
      evidence: set('__Host-sid=abc; Secure; Path=/; Domain='),
      verdict: 'pass',
    },
    { name: 'no prefix', evidence: set('sid=abc'), verdict: 'skip' },
  ],
})
