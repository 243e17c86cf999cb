import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './form-foreign.ts'

const html = (body: string) => ({ page: page({ body }) })

testCheck(check, {
  fires: [
    {
      name: 'a password',
      evidence: html('<form action="https://other.test/login" method=post><input type=password name=p></form>'),
      outcome: 'password',
      seen: 'https://other.test/login',
    },
    {
      name: 'a newsletter',
      evidence: html('<form action="//list.other.test/add"><input name=email></form>'),
      outcome: 'data',
    },
    {
      name: 'a button that goes elsewhere',
      evidence: html('<form action="/x"><button formaction="https://other.test/">go</button></form>'),
      outcome: 'data',
    },
  ],
  silent: [
    { name: 'own host', evidence: html('<form action="/login"><input type=password></form>'), verdict: 'pass' },
    {
      name: 'a host of the same owner',
      evidence: html('<form action="https://login.site.test/"><input type=password></form>'),
      verdict: 'pass',
    },
    { name: 'no action', evidence: html('<form method=post><input type=password></form>'), verdict: 'pass' },
    { name: 'javascript:', evidence: html('<form action="javascript:send()"></form>'), verdict: 'pass' },
    { name: 'a dialog', evidence: html('<form method=dialog action="https://other.test/"></form>'), verdict: 'pass' },
    { name: 'no form', evidence: html('<p>Hello</p>'), verdict: 'skip' },
  ],
})
