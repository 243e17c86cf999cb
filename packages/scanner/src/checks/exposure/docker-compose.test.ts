import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './docker-compose.ts'

testCheck(check, {
  fires: [
    {
      name: 'a password',
      evidence: exposures({
        '/docker-compose.yml':
          "version: '3'\nservices:\n  db:\n    image: postgres:16\n    environment:\n      POSTGRES_PASSWORD: hunter2x\n",
      }),
      outcome: 'credentials',
      seen: 'POSTGRES_PASSWORD=hu…',
    },
    {
      name: 'a list of variables',
      evidence: exposures({
        '/docker-compose.yaml':
          'services:\n  db:\n    image: mariadb\n    environment:\n      - MARIADB_ROOT_PASSWORD=hunter2x\n',
      }),
      outcome: 'credentials',
    },
    {
      name: 'no passwords',
      evidence: exposures({ '/docker-compose.yml': 'services:\n  web:\n    build: .\n    ports:\n      - 80:80\n' }),
      outcome: 'services',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/docker-compose.yml', '/docker-compose.yaml'], SPA),
      verdict: 'pass',
    },
    {
      name: 'a list of services',
      evidence: exposures({ '/docker-compose.yml': 'services:\n  - cleaning\n  - repairs\n' }),
      verdict: 'pass',
    },
    {
      name: 'a page',
      evidence: exposures({
        '/docker-compose.yml': { type: 'text/html', body: '<html>services:\n  web:\n    image: x' },
      }),
      verdict: 'pass',
    },
    {
      name: 'forbidden',
      evidence: exposures({ '/docker-compose.yml': { status: 403, body: 'services:\n  web:\n    image: x' } }),
      verdict: 'pass',
    },
  ],
})
