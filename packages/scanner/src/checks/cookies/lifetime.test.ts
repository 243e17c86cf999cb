import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './lifetime.ts'

const set = (value: string) => ({ page: page({ headers: { 'Set-Cookie': value } }) })

testCheck(check, {
  fires: [
    { name: 'a session of a year', evidence: set('sessionid=abc; Max-Age=31536000'), outcome: 'session' },
    { name: 'a preference of ten years', evidence: set('lang=en; Max-Age=315360000'), outcome: 'over_cap' },
    { name: 'until 2038', evidence: set('lang=en; Expires=Tue, 19-Jan-2038 03:14:07 GMT'), outcome: 'over_cap' },
  ],
  silent: [
    { name: 'until the browser is closed', evidence: set('sessionid=abc'), verdict: 'pass' },
    { name: 'two weeks', evidence: set('sessionid=abc; Max-Age=1209600'), verdict: 'pass' },
    { name: '400 days', evidence: set('lang=en; Max-Age=34560000'), verdict: 'pass' },
    {
      name: 'Max-Age goes before Expires',
      evidence: set('sessionid=a; Max-Age=60; Expires=Tue, 19-Jan-2038 03:14:07 GMT'),
      verdict: 'pass',
    },
    { name: 'no cookie', evidence: { page: page() }, verdict: 'skip' },
  ],
})
