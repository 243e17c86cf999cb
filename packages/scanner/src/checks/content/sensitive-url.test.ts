import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './sensitive-url.ts'

const body = (html: string) => ({ page: page({ body: `<!doctype html>${html}` }) })

testCheck(check, {
  fires: [
    {
      name: 'a log-in by GET',
      evidence: body('<form action="/login"><input type="password" name="p"></form>'),
      outcome: 'password_form',
    },
    { name: 'a link', evidence: body('<a href="/api/report?api_key=k3y9x8s7a">x</a>'), outcome: 'link' },
  ],
  silent: [
    {
      name: 'a log-in by POST',
      evidence: body('<form method="post" action="/login"><input type="password" name="p"></form>'),
      verdict: 'pass',
    },
    { name: 'a placeholder', evidence: body('<a href="/api?api_key=YOUR_KEY">docs</a>'), verdict: 'pass' },
    {
      name: 'a field that is never sent',
      evidence: body('<form><input type="password" id="p"></form>'),
      verdict: 'pass',
    },
    { name: 'nothing', evidence: body('<p>x'), verdict: 'skip' },
  ],
})
