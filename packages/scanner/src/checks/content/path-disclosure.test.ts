import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './path-disclosure.ts'

const html = (body: string) => ({ page: page({ body }) })

testCheck(check, {
  fires: [
    {
      name: 'Linux',
      evidence: html('<p>Cannot open /var/www/shop/inc/db.php</p>'),
      outcome: 'shown',
      seen: '/var/www/shop/inc/db.php',
    },
    { name: 'Windows', evidence: html('<p>in C:\\inetpub\\wwwroot\\shop\\default.aspx</p>'), outcome: 'shown' },
    {
      name: 'in a comment',
      evidence: html('<!-- template: /home/shop/app/views/index.html --><p>x</p>'),
      outcome: 'shown',
    },
  ],
  silent: [
    {
      name: 'a lesson',
      evidence: html('<p>Edit <code>/var/www/html/index.php</code></p><pre>C:\\xampp\\htdocs\\a.php</pre>'),
      verdict: 'pass',
    },
    {
      name: 'an address',
      evidence: html('<p>https://site.test/home/shop/index.php</p><a href="/home/a/b.php">x</a>'),
      verdict: 'pass',
    },
    { name: 'a folder only', evidence: html('<p>Put it into /var/www</p>'), verdict: 'pass' },
    { name: 'in a script', evidence: html('<script>var p = "/home/x/y.js"</script>'), verdict: 'pass' },
    {
      name: 'no HTML',
      evidence: { page: page({ headers: { 'Content-Type': 'text/plain' }, body: '/var/www/a.php' }) },
      verdict: 'skip',
    },
  ],
})
