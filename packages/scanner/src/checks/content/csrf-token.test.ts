import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './csrf-token.ts'

const html = (body: string, cookie = 'PHPSESSID=q3jt8k41lk0spb7vnr2yoc5v1d') => ({
  page: page({ body, headers: { 'Set-Cookie': cookie } }),
})
const FORM = '<form method=post action="/profile"><input name=email></form>'

testCheck(check, {
  fires: [
    { name: 'no token', evidence: html(FORM), outcome: 'missing', seen: 'POST https://site.test/profile' },
    {
      name: 'a hidden field that is no token',
      evidence: html('<form method=post><input type=hidden name=id value=12></form>'),
      outcome: 'missing',
    },
    { name: 'SameSite=None', evidence: html(FORM, 'PHPSESSID=abc; Secure; SameSite=None'), outcome: 'missing' },
  ],
  silent: [
    {
      name: 'Joomla, as a real one sent it',
      evidence: html(
        '<form method=post><input type="email" name="jform[email]"><input type="hidden" name="6f52aa2ce29504236edec9c1842be80f" value="1" /></form>',
      ),
      verdict: 'pass',
    },
    {
      name: 'Django',
      evidence: html('<form method=post><input type=hidden name=csrfmiddlewaretoken value=x></form>'),
      verdict: 'pass',
    },
    {
      name: 'Rails',
      evidence: html('<form method=post><input type=hidden name=authenticity_token value=x></form>'),
      verdict: 'pass',
    },
    {
      name: 'a random hidden value under any name',
      evidence: html('<form method=post><input type=hidden name=return value="q3Zt8Kx1Lw0sPb7VnR2y"></form>'),
      verdict: 'pass',
    },
    {
      name: 'a token in a meta element',
      evidence: html(`<meta name="csrf-token" content="x">${FORM}`),
      verdict: 'skip',
    },
    { name: 'SameSite=Lax', evidence: html(FORM, 'PHPSESSID=abc; SameSite=Lax'), verdict: 'skip' },
    { name: 'no session', evidence: html(FORM, 'lang=en'), verdict: 'skip' },
    { name: 'a search', evidence: html('<form><input name=q></form>'), verdict: 'skip' },
    { name: 'sent elsewhere', evidence: html('<form method=post action="https://other.test/">'), verdict: 'skip' },
  ],
})
