import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './serialized-object.ts'

const set = (value: string) => ({ page: page({ headers: { 'Set-Cookie': value } }) })
const base64 = (text: string, encoding: BufferEncoding = 'latin1') => Buffer.from(text, encoding).toString('base64')

testCheck(check, {
  fires: [
    { name: 'Java', evidence: set(`user=${base64('aced00057372000448656c6c', 'hex')}`), outcome: 'found' },
    {
      name: 'PHP, percent-encoded',
      evidence: set(`user=${encodeURIComponent('O:4:"User":1:{s:4:"name";s:1:"a";}')}`),
      outcome: 'found',
    },
    { name: 'PHP in Base64', evidence: set(`user=${base64('a:1:{s:4:"role";s:4:"user";}')}`), outcome: 'found' },
    { name: '.NET', evidence: set(`user=${base64('0001000000ffffffff0100000000000000', 'hex')}`), outcome: 'found' },
    {
      name: 'Python',
      evidence: set(`user=${base64('8004950a000000000000008c046e616d65942e', 'hex')}`),
      outcome: 'found',
    },
    { name: 'Ruby', evidence: set(`user=${base64('04086f3a0955736572', 'hex')}`), outcome: 'found' },
  ],
  silent: [
    { name: 'JSON', evidence: set(`user=${encodeURIComponent('{"name":"a"}')}`), verdict: 'pass' },
    { name: 'JSON in Base64', evidence: set(`user=${base64('{"name":"a","role":"user"}')}`), verdict: 'pass' },
    { name: 'a random token', evidence: set('user=q3Zt8Kx1Lw0sPb7VnR2y'), verdict: 'pass' },
    { name: 'a number', evidence: set('a=a:1:2'), verdict: 'pass' },
    { name: 'broken percent signs', evidence: set('a=100%'), verdict: 'pass' },
    { name: 'no cookie', evidence: { page: page() }, verdict: 'skip' },
  ],
})
