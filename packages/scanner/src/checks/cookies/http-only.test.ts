import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './http-only.ts'

const set = (...values: string[]) => ({ page: page({ headers: { 'Set-Cookie': values } }) })

testCheck(check, {
  fires: [
    { name: 'session', evidence: set('JSESSIONID=0000abc; Path=/; Secure'), outcome: 'session' },
    { name: 'by a word and a random value', evidence: set('user_token=q3Zt8Kx1Lw0sPb7VnR2y'), outcome: 'session' },
    { name: 'random under a name that says nothing', evidence: set('x1=q3Zt8Kx1Lw0sPb7VnR2y'), outcome: 'token' },
  ],
  silent: [
    { name: 'HttpOnly', evidence: set('PHPSESSID=abc; httponly'), verdict: 'pass' },
    { name: 'a number', evidence: set('cart=12'), verdict: 'pass' },
    {
      name: 'an anti-forgery token that scripts must read',
      evidence: set('XSRF-TOKEN=q3Zt8Kx1Lw0sPb7VnR2y; Secure'),
      verdict: 'skip',
    },
    { name: 'a preference', evidence: set('lang=en'), verdict: 'skip' },
    { name: 'analytics', evidence: set('_ga=GA1.2.1234567890.1700000000'), verdict: 'skip' },
    { name: 'no cookie', evidence: { page: page() }, verdict: 'skip' },
  ],
})
