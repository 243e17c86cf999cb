import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './log-file.ts'

testCheck(check, {
  fires: [
    {
      name: 'requests',
      evidence: exposures({
        '/access.log':
          '203.0.113.9 - - [15/Jan/2026:10:00:00 +0100] "GET /?token=1 HTTP/1.1" 200 12 "-" "Mozilla/5.0"\n',
      }),
      outcome: 'visitors',
    },
    {
      name: 'PHP',
      evidence: exposures({
        '/wp-content/debug.log':
          '[15-Jan-2026 10:00:00 UTC] PHP Warning:  Undefined variable $a in /var/www/a.php on line 3\n',
      }),
      outcome: 'errors',
    },
    {
      name: 'Apache',
      evidence: exposures({
        '/error.log': '[Thu Jan 15 10:00:00.123456 2026] [core:error] [pid 1] AH00126: Invalid URI\n',
      }),
      outcome: 'errors',
    },
    {
      name: 'nginx',
      evidence: exposures({ '/error_log': '2026/01/15 10:00:00 [error] 12#12: *1 open() failed\n' }),
      outcome: 'errors',
    },
    {
      name: 'Laravel',
      evidence: exposures({
        '/storage/logs/laravel.log': '[2026-01-15 10:00:00] production.ERROR: SQLSTATE[HY000] {"exception"\n',
      }),
      outcome: 'errors',
    },
    {
      name: 'npm',
      evidence: exposures({ '/npm-debug.log': '0 info it worked if it ends with ok\n1 verbose cli\n' }),
      outcome: 'errors',
    },
    {
      name: 'an application',
      evidence: exposures({ '/debug.log': '2026-01-15T10:00:00.123Z DEBUG web - started\n' }),
      outcome: 'errors',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/error.log', '/access.log'], SPA),
      verdict: 'pass',
    },
    {
      name: 'a diary',
      evidence: exposures({ '/debug.log': '2026-01-15 we debugged the site\nERROR is human\n' }),
      verdict: 'pass',
    },
    {
      name: 'a page that shows a log',
      evidence: exposures({
        '/error.log': { type: 'text/html', body: '<html><pre>2026/01/15 10:00:00 [error] 12#12: *1' },
      }),
      verdict: 'pass',
    },
    { name: 'an empty log', evidence: exposures({ '/error.log': '' }), verdict: 'pass' },
    {
      name: 'forbidden',
      evidence: exposures({
        '/access.log': { status: 403, body: '203.0.113.9 - - [15/Jan/2026:10:00:00 +0100] "GET / HTTP/1.1"' },
      }),
      verdict: 'pass',
    },
    {
      name: 'a page about debug.log',
      evidence: exposures({ '/debug.log': { type: 'text/html', body: '<!doctype html><h1>debug.log</h1>' } }),
      verdict: 'pass',
    },
  ],
})
