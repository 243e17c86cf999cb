import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './password-over-http.ts'

const html = (body: string, url = 'http://site.test/login') => ({ page: page({ url, body }) })

testCheck(check, {
  fires: [
    {
      name: 'sent to the plain page',
      evidence: html('<form method=post><input type=password></form>'),
      outcome: 'sent',
      seen: 'http://site.test/login',
    },
    { name: 'sent by a script, without a form', evidence: html('<input type=PASSWORD id=p>'), outcome: 'sent' },
    {
      name: 'sent to HTTPS',
      evidence: html('<form action="https://site.test/login"><input type=password></form>'),
      outcome: 'asked',
    },
  ],
  silent: [
    {
      name: 'a secure page',
      evidence: html('<form><input type=password></form>', 'https://site.test/'),
      verdict: 'pass',
    },
    { name: 'no password', evidence: html('<form><input name=q></form>'), verdict: 'skip' },
    {
      name: 'a field only called password',
      evidence: html('<form><input name=password type=hidden></form>'),
      verdict: 'skip',
    },
  ],
})
