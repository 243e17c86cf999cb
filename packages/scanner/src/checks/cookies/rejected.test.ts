import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './rejected.ts'

const set = (value: string, url = 'https://site.test/') => ({ page: page({ url, headers: { 'Set-Cookie': value } }) })

testCheck(check, {
  fires: [
    { name: 'another domain', evidence: set('a=b; Domain=other.test'), outcome: 'domain' },
    {
      name: 'a public suffix',
      evidence: set('a=b; Domain=herokuapp.com', 'https://shop.herokuapp.com/'),
      outcome: 'domain',
    },
    { name: 'Secure from a plain page', evidence: set('a=b; Secure', 'http://site.test/'), outcome: 'insecure' },
    { name: 'partitioned', evidence: set('a=b; Partitioned'), outcome: 'partitioned' },
    { name: 'too long', evidence: set(`a=${'x'.repeat(5000)}`), outcome: 'malformed' },
    { name: 'a control character', evidence: set('a=b\u0007'), outcome: 'malformed' },
  ],
  silent: [
    { name: 'plain', evidence: set('a=b'), verdict: 'pass' },
    { name: 'the host as its own domain', evidence: set('a=b; Domain=SITE.test'), verdict: 'pass' },
    { name: 'partitioned and Secure', evidence: set('a=b; Secure; SameSite=None; Partitioned'), verdict: 'pass' },
    { name: 'a prefix broken, which another check judges', evidence: set('__Host-a=b'), verdict: 'pass' },
    { name: 'a bare name', evidence: set('a'), verdict: 'pass' },
    { name: 'no cookie', evidence: { page: page() }, verdict: 'skip' },
  ],
})
