import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './shell-history.ts'

testCheck(check, {
  fires: [
    {
      name: 'commands',
      evidence: exposures({
        '/.bash_history': 'cd /var/www\nls -la\nsudo systemctl restart nginx\nvim index.php\nexit\n',
      }),
      outcome: 'commands',
      seen: 'cd /var/www',
    },
    {
      name: 'with times',
      evidence: exposures({
        '/.bash_history': '#1700000000\napt-get update\n#1700000010\napt-get upgrade\n#1700000020\ngit pull\n',
      }),
      outcome: 'commands',
    },
    {
      name: 'a password',
      evidence: exposures({ '/.bash_history': 'ls\ncd web\nexport DB_PASSWORD=hunter2x\nmysql -u web\n' }),
      outcome: 'credentials',
      seen: 'DB_PASSWORD=hu…',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/.bash_history'], SPA), verdict: 'pass' },
    {
      name: 'prose',
      evidence: exposures({
        '/.bash_history': 'Make love, not war.\nFind us in town.\nThe history of bash is long.\n',
      }),
      verdict: 'pass',
    },
    { name: 'two words', evidence: exposures({ '/.bash_history': 'cat\ndog\n' }), verdict: 'pass' },
    {
      name: 'a page',
      evidence: exposures({ '/.bash_history': { type: 'text/html', body: '<html>\nls\ncd\nexit\nsudo x\n' } }),
      verdict: 'pass',
    },
  ],
})
