import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './rails-config.ts'

testCheck(check, {
  fires: [
    {
      name: 'the key',
      evidence: exposures({ '/config/master.key': '0123456789abcdef0123456789abcdef\n' }),
      outcome: 'master_key',
      seen: '01…',
    },
    {
      name: 'a database password',
      evidence: exposures({
        '/config/database.yml': 'production:\n  adapter: mysql2\n  database: web\n  password: hunter2x\n',
      }),
      outcome: 'credentials',
      seen: 'password=hu…',
    },
    {
      name: 'a password from outside',
      evidence: exposures({
        '/config/database.yml':
          "default: &default\n  adapter: postgresql\nproduction:\n  <<: *default\n  password: <%= ENV['DB_PASSWORD'] %>\n",
      }),
      outcome: 'settings',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/config/database.yml', '/config/master.key'], SPA),
      verdict: 'pass',
    },
    {
      name: 'a hash in a text',
      evidence: exposures({ '/config/master.key': 'error 0123456789abcdef0123456789abcdef' }),
      verdict: 'pass',
    },
    {
      name: 'a catalogue of adapters',
      evidence: exposures({ '/config/database.yml': 'adapter: usb to hdmi\nprice: 10\n' }),
      verdict: 'pass',
    },
    {
      name: 'a page',
      evidence: exposures({
        '/config/database.yml': { type: 'text/html', body: '<html>production:\n  adapter: mysql2\n' },
      }),
      verdict: 'pass',
    },
  ],
})
