import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './password-hash.ts'

const json = (body: string) => ({ page: page({ headers: { 'Content-Type': 'application/json' }, body }) })
const html = (body: string) => ({ page: page({ body: `<!doctype html><h1>x</h1>${body}` }) })
const BCRYPT = `$2y$10$${'abcdefghijklmnopqrstuv./ABCDEFGHIJKLMNOPQRSTUVWXYZ0123'.slice(0, 53)}`

testCheck(check, {
  fires: [
    {
      name: 'a record as JSON',
      evidence: json(`{"user":"jane","password":"${BCRYPT}"}`),
      outcome: 'served',
      seen: 'bcrypt',
    },
    {
      name: 'state for a script',
      evidence: html(
        `<script id="__NEXT_DATA__" type="application/json">{"hash":"$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzYWx0$${'A1b2'.repeat(10)}"}</script>`,
      ),
      outcome: 'served',
      seen: 'Argon2',
    },
    {
      name: 'WordPress, in a comment',
      evidence: html(`<!-- $P$B${'x1'.repeat(15)} -->`),
      outcome: 'shown',
      seen: 'phpass',
    },
  ],
  silent: [
    {
      name: 'an article with an example',
      evidence: html(`<pre>password_hash('x') // ${BCRYPT}</pre>`),
      verdict: 'pass',
    },
    { name: 'prices', evidence: html('<p>$2 or $10 or $5,000</p>'), verdict: 'pass' },
    { name: 'checksums', evidence: json('{"etag":"d41d8cd98f00b204e9800998ecf8427e","price":"$5"}'), verdict: 'pass' },
    { name: 'nothing of the form', evidence: html('<p>none'), verdict: 'skip' },
  ],
})
