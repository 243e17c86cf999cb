import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './php-config.ts'

testCheck(check, {
  fires: [
    {
      name: 'Joomla',
      evidence: exposures({
        '/configuration.php.bak':
          "<?php\nclass JConfig {\n\tpublic $host = 'localhost';\n\tpublic $password = 'hunter2x';\n",
      }),
      outcome: 'credentials',
      seen: '$password=hu…',
    },
    {
      name: 'an array',
      evidence: exposures({ '/config.php.bak': "<?php return ['db' => ['user' => 'web', 'password' => 'hunter2x']];" }),
      outcome: 'credentials',
    },
    {
      name: 'a member of an array',
      evidence: exposures({ '/config.php.bak': "<?php\n$db['default']['password'] = 'hunter2x';" }),
      outcome: 'credentials',
    },
    {
      name: 'no secrets',
      evidence: exposures({ '/config.php.bak': "<?php\ndefine('LANGUAGE', 'en');" }),
      outcome: 'source',
      seen: '<?php',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/config.php.bak', '/configuration.php.bak'], SPA),
      verdict: 'pass',
    },
    {
      name: 'run by PHP, hence a page',
      evidence: exposures({ '/config.php.bak': { type: 'text/html', body: '<html></html>' } }),
      verdict: 'pass',
    },
    { name: 'forbidden', evidence: exposures({ '/config.php.bak': { status: 403, body: '<?php' } }), verdict: 'pass' },
    {
      name: 'a text about it',
      evidence: exposures({ '/configuration.php.bak': 'Begin the file with <?php and set $password.' }),
      verdict: 'pass',
    },
  ],
})
