import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './app-config.ts'

testCheck(check, {
  fires: [
    {
      name: 'JSON',
      evidence: exposures({ '/config.json': '{"db": {"host": "db", "user": "web", "password": "hunter2x"}}' }),
      outcome: 'credentials',
      seen: 'password=hu…',
    },
    {
      name: 'YAML',
      evidence: exposures({ '/config.yml': 'mail:\n  host: smtp.site.test\n  password: "hunter2x"\n' }),
      outcome: 'credentials',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/config.json', '/config.yml'], SPA),
      verdict: 'pass',
    },
    {
      name: 'settings for the browser',
      evidence: exposures({ '/config.json': '{"apiUrl": "https://api.site.test", "passwordMinLength": 12}' }),
      verdict: 'pass',
    },
    {
      name: 'texts of a form',
      evidence: exposures({ '/config.json': '{"labels": {"password": "Your password", "secret": "example"}}' }),
      verdict: 'pass',
    },
    { name: 'prose', evidence: exposures({ '/config.yml': 'The password: hunter2x is not ours.' }), verdict: 'pass' },
  ],
})
