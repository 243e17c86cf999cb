import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './error-message.ts'

const body = (text: string, status = 200, type = 'text/html') => ({
  page: page({ status, body: text, headers: { 'Content-Type': type } }),
})
const JAVA =
  'java.lang.NullPointerException: x\n\tat com.site.Shop.buy(Shop.java:42)\n\tat com.site.Main.main(Main.java:7)'
const PYTHON =
  'Traceback (most recent call last):\n  File "/srv/app/views.py", line 12, in get\n    x = 1 / 0\nZeroDivisionError'
const NODE =
  'TypeError: x is not a function\n    at /srv/app/index.js:10:5\n    at Layer.handle (/srv/app/node_modules/a.js:95:5)\n    at next'
const MYSQL =
  "You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near ''1'' at line 1"

testCheck(check, {
  fires: [
    {
      name: 'Werkzeug with its console',
      evidence: body(
        '<title>x</title><script>var EVALEX = true,\n EVALEX_TRUSTED = false,\n SECRET = "abc";</script>',
        500,
      ),
      outcome: 'console',
    },
    {
      name: 'Django',
      evidence: body(
        '<p>You’re seeing this error because you have <code>DEBUG = True</code> in your Django settings file.</p>',
        404,
      ),
      outcome: 'debug_page',
    },
    {
      name: 'ASP.NET',
      evidence: body('<b> Exception Details: </b>System.Exception: x<br><br><b>Source Error:</b> <br>', 500),
      outcome: 'debug_page',
    },
    {
      name: 'a PHP warning in a page that came as a success',
      evidence: body(
        '<br />\n<b>Warning</b>:  Undefined variable $x in <b>/var/www/html/a.php</b> on line <b>3</b><br />',
      ),
      outcome: 'stack_trace',
    },
    {
      name: 'Java, in a page that failed',
      evidence: body(`<h1>Error</h1><pre>${JAVA}</pre>`, 500),
      outcome: 'stack_trace',
    },
    { name: 'Python as plain text', evidence: body(PYTHON, 500, 'text/plain'), outcome: 'stack_trace' },
    { name: 'Node.js as JSON', evidence: body(NODE, 500, 'application/json'), outcome: 'stack_trace' },
    {
      name: 'Express',
      evidence: body('<pre>Error: x<br> &nbsp; &nbsp;at /srv/app.js:3:9<br> &nbsp; &nbsp;at next<br></pre>', 500),
      outcome: 'stack_trace',
    },
    { name: 'MySQL', evidence: body(`<p>${MYSQL}</p>`, 500), outcome: 'database' },
    {
      name: 'Oracle',
      evidence: body('ORA-00933: SQL command not properly ended', 500, 'text/plain'),
      outcome: 'database',
    },
    {
      name: 'PostgreSQL',
      evidence: body('ERROR:  syntax error at or near "\'"', 400, 'text/plain'),
      outcome: 'database',
    },
    {
      name: 'SQL Server',
      evidence: body("Unclosed quotation mark after the character string ''.", 500),
      outcome: 'database',
    },
    {
      name: 'SQLite',
      evidence: body('sqlite3.OperationalError: near "x": syntax error', 500, 'text/plain'),
      outcome: 'database',
    },
    {
      name: 'MySQL in the text of a page that came as a success',
      evidence: body(`<div>${MYSQL}</div>`),
      outcome: 'possible',
    },
  ],
  silent: [
    { name: 'an ordinary page', evidence: body('<h1>Welcome</h1>'), verdict: 'pass' },
    {
      name: 'an ordinary error page',
      evidence: body('<h1>500 Internal Server Error</h1><p>Sorry.</p>', 500),
      verdict: 'pass',
    },
    {
      name: 'a question about a Java error',
      evidence: body(`<p>What is this?</p><pre><code>${JAVA}</code></pre>`),
      verdict: 'pass',
    },
    { name: 'a lesson on SQL', evidence: body(`<blockquote>${MYSQL}</blockquote>`), verdict: 'pass' },
    { name: 'a question in a title', evidence: body(`<title>${MYSQL}</title><p>Answer</p>`), verdict: 'pass' },
    { name: 'a Python lesson', evidence: body(`<pre>${PYTHON}</pre>`), verdict: 'pass' },
    {
      name: 'an escaped PHP warning',
      evidence: body(
        '<pre>&lt;b&gt;Warning&lt;/b&gt;: x in &lt;b&gt;/a.php&lt;/b&gt; on line &lt;b&gt;3&lt;/b&gt;</pre>',
      ),
      verdict: 'pass',
    },
    {
      name: 'a warning of the site’s own',
      evidence: body('<b>Warning</b>: wet floor in <b>hall 3</b>'),
      verdict: 'pass',
    },
    { name: 'an advisory', evidence: body('<p>We fixed ORA problems. Exceptions are logged.</p>'), verdict: 'pass' },
    { name: 'a text file about errors', evidence: body(PYTHON, 200, 'text/plain'), verdict: 'pass' },
    {
      name: 'the word traceback',
      evidence: body('<p>Traceback (most recent call last): the football match</p>'),
      verdict: 'pass',
    },
    { name: 'in a script', evidence: body('<script>var m = "SQLSTATE[42000]: x"</script>'), verdict: 'pass' },
    { name: 'a message in a text field', evidence: body(`<textarea>${NODE}</textarea>`), verdict: 'pass' },
    { name: 'nothing', evidence: body(''), verdict: 'skip' },
  ],
})
