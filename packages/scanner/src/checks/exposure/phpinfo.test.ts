import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './phpinfo.ts'

const PHPINFO = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>PHP 8.2.7-1+deb12u1 - phpinfo()</title><meta name="ROBOTS" content="NOINDEX,NOFOLLOW,NOARCHIVE" /></head>
<body><div class="center"><table><tr class="h"><td><h1 class="p">PHP Version 8.2.7-1+deb12u1</h1></td></tr></table>
<table><tr><td class="e">System </td><td class="v">Linux web 6.1.0 x86_64 </td></tr>`

testCheck(check, {
  fires: [
    {
      name: 'a test page',
      evidence: exposures({ '/info.php': { type: 'text/html', body: PHPINFO } }),
      outcome: 'settings',
      seen: 'PHP Version 8.2.7-1+deb12u1',
    },
    {
      name: 'the profiler of Symfony',
      evidence: exposures({ '/_profiler/phpinfo': { type: 'text/html', body: PHPINFO } }),
      outcome: 'settings',
    },
    {
      name: 'an older PHP',
      evidence: exposures({
        '/test.php': { type: 'text/html', body: PHPINFO.replace('PHP 8.2.7-1+deb12u1 - phpinfo()', 'phpinfo()') },
      }),
      outcome: 'settings',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/info.php', '/test.php'], SPA), verdict: 'pass' },
    {
      name: 'an article that quotes it',
      evidence: exposures({
        '/info.php': {
          type: 'text/html',
          body: `<!doctype html><title>phpinfo()</title><p>It prints PHP Version 8.2.7:</p><pre>${PHPINFO.replaceAll('<', '&lt;')}</pre>`,
        },
      }),
      verdict: 'pass',
    },
    {
      name: 'another page',
      evidence: exposures({
        '/test.php': { type: 'text/html', body: '<html><title>Test</title>PHP Version 8.2.7</html>' },
      }),
      verdict: 'pass',
    },
    { name: 'its source as text', evidence: exposures({ '/info.php': '<?php phpinfo();' }), verdict: 'pass' },
  ],
})
