import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './dockerfile.ts'

testCheck(check, {
  fires: [
    {
      name: 'steps',
      evidence: exposures({ '/Dockerfile': '# web\nFROM php:8.2-apache\nCOPY . /var/www/html\n' }),
      outcome: 'steps',
      seen: 'FROM php:8.2-apache',
    },
    {
      name: 'a secret',
      evidence: exposures({ '/Dockerfile': 'FROM node:24\nENV DB_PASSWORD=hunter2x\nCMD ["node", "."]\n' }),
      outcome: 'credentials',
      seen: 'DB_PASSWORD=hu…',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/Dockerfile'], SPA), verdict: 'pass' },
    {
      name: 'a letter',
      evidence: exposures({ '/Dockerfile': 'From: Ann\nTo: Bob\nRun to the hills.' }),
      verdict: 'pass',
    },
    { name: 'one line', evidence: exposures({ '/Dockerfile': 'FROM here on, nothing is found.' }), verdict: 'pass' },
  ],
})
