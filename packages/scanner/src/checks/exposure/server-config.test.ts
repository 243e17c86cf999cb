import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './server-config.ts'

testCheck(check, {
  fires: [
    {
      name: 'nginx',
      evidence: exposures({ '/nginx.conf': 'server {\n  listen 80;\n  root /var/www;\n}' }),
      outcome: 'configuration',
    },
    {
      name: 'Apache',
      evidence: exposures({ '/httpd.conf': 'ServerRoot "/etc/httpd"\n<Directory />\n</Directory>' }),
      outcome: 'configuration',
    },
    {
      name: 'PHP',
      evidence: exposures({ '/.user.ini': 'memory_limit = 256M' }),
      outcome: 'configuration',
      seen: 'memory_limit = 2',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/nginx.conf', '/php.ini'], SPA),
      verdict: 'pass',
    },
    { name: 'an empty file', evidence: exposures({ '/php.ini': ';' }), verdict: 'pass' },
    {
      name: 'a text about servers',
      evidence: exposures({ '/nginx.conf': 'How to configure a server' }),
      verdict: 'pass',
    },
  ],
})
