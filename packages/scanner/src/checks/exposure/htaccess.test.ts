import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './htaccess.ts'

testCheck(check, {
  fires: [
    {
      name: 'WordPress',
      evidence: exposures({
        '/.htaccess': '# BEGIN WordPress\n<IfModule mod_rewrite.c>\nRewriteEngine On\n</IfModule>\n',
      }),
      outcome: 'rules',
    },
    {
      name: 'protection of a folder',
      evidence: exposures({ '/.htaccess': 'AuthType Basic\nAuthUserFile /home/web/.htpasswd\nRequire valid-user\n' }),
      outcome: 'rules',
      seen: 'AuthUserFile /',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/.htaccess'], SPA), verdict: 'pass' },
    {
      name: 'a manual',
      evidence: exposures({ '/.htaccess': { type: 'text/html', body: '<html><pre>RewriteEngine On' } }),
      verdict: 'pass',
    },
    {
      name: 'prose',
      evidence: exposures({ '/.htaccess': 'Access is denied from here on.\nOptions: call us.' }),
      verdict: 'pass',
    },
  ],
})
