import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './same-site.ts'

const set = (...values: string[]) => ({ page: page({ headers: { 'Set-Cookie': values } }) })

testCheck(check, {
  fires: [
    { name: 'session without', evidence: set('sessionid=abc; Secure; HttpOnly'), outcome: 'missing' },
    { name: 'a token against forgery without', evidence: set('CSRFTOKEN=abc; Secure'), outcome: 'token' },
    { name: 'session with None', evidence: set('sessionid=abc; Secure; SameSite=None'), outcome: 'none' },
    { name: 'None without Secure', evidence: set('lang=en; SameSite=None'), outcome: 'none_without_secure' },
    { name: 'a value that does not exist', evidence: set('cart=1; SameSite=Default'), outcome: 'invalid' },
  ],
  silent: [
    { name: 'Lax', evidence: set('sessionid=abc; SameSite=lax'), verdict: 'pass' },
    { name: 'Strict', evidence: set('sessionid=abc; samesite=STRICT'), verdict: 'pass' },
    { name: 'a token against forgery that is Strict', evidence: set('csrftoken=a; SameSite=Strict'), verdict: 'pass' },
    { name: 'a preference without', evidence: set('lang=en'), verdict: 'pass' },
    { name: 'an embedded widget’s cookie', evidence: set('cart=1; Secure; SameSite=None'), verdict: 'pass' },
    { name: 'deleted', evidence: set('sessionid=; Max-Age=0'), verdict: 'skip' },
  ],
})
