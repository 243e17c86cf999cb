import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './wp-config.ts'

const CONFIG = (password: string) =>
  `<?php\ndefine( 'DB_NAME', 'wp' );\ndefine( 'DB_USER', 'wp' );\ndefine( 'DB_PASSWORD', ${password} );\ndefine( 'DB_HOST', 'localhost' );\n`

testCheck(check, {
  fires: [
    {
      name: 'a backup',
      evidence: exposures({ '/wp-config.php.bak': CONFIG("'hunter2x'") }),
      outcome: 'credentials',
      seen: 'DB_PASSWORD=hu…',
    },
    {
      name: 'served as text',
      evidence: exposures({ '/wp-config.txt': CONFIG('"Tr0ub4dor&3"') }),
      outcome: 'credentials',
    },
    {
      name: 'password from the environment',
      evidence: exposures({ '/wp-config.php~': CONFIG("getenv('DB_PASSWORD')") }),
      outcome: 'source',
    },
    {
      name: 'a swap file of Vim',
      evidence: exposures({ '/.wp-config.php.swp': 'b0VIM 9.0\0\0\0~www/wp-config.php\0' }),
      outcome: 'source',
      seen: 'b0VIM',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/wp-config.php.bak', '/wp-config.txt'], SPA),
      verdict: 'pass',
    },
    { name: 'run by PHP, hence empty', evidence: exposures({ '/wp-config.php.bak': '' }), verdict: 'pass' },
    {
      name: 'a page that shows how it looks',
      evidence: exposures({ '/wp-config.txt': { type: 'text/html', body: `<html><pre>${CONFIG("'hunter2x'")}` } }),
      verdict: 'pass',
    },
    {
      name: 'another text',
      evidence: exposures({ '/wp-config.txt': 'Please edit wp-config.php and set DB_PASSWORD.' }),
      verdict: 'pass',
    },
  ],
})
