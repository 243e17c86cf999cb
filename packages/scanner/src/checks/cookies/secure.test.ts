import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './secure.ts'

const set = (...values: string[]) => ({ page: page({ headers: { 'Set-Cookie': values } }) })

testCheck(check, {
  fires: [
    { name: 'session', evidence: set('PHPSESSID=q3zt8kx1lw0spb7vnr2y; path=/; HttpOnly'), outcome: 'session' },
    { name: 'other', evidence: set('cart=12'), outcome: 'other', seen: 'cart=12' },
    { name: 'two', evidence: set('connect.sid=s%3Aabc.def', 'theme=dark'), outcome: ['session', 'other'] },
    { name: 'the word in the value does not count', evidence: set('a=b Secure'), outcome: 'other' },
  ],
  silent: [
    { name: 'Secure', evidence: set('PHPSESSID=abc; SECURE'), verdict: 'pass' },
    { name: 'Secure with a value', evidence: set('a=b; secure=false'), verdict: 'pass' },
    { name: 'deleted', evidence: set('PHPSESSID=deleted; Expires=Thu, 01 Jan 1970 00:00:01 GMT'), verdict: 'skip' },
    { name: 'for another domain, which browsers refuse', evidence: set('a=b; Domain=other.test'), verdict: 'skip' },
    {
      name: 'a plain site',
      evidence: { page: page({ url: 'http://site.test/', headers: { 'Set-Cookie': 'PHPSESSID=abc' } }) },
      verdict: 'skip',
    },
    { name: 'no cookie', evidence: { page: page() }, verdict: 'skip' },
  ],
})
