import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './spring-config.ts'

testCheck(check, {
  fires: [
    {
      name: 'YAML',
      evidence: exposures({
        '/application.yml':
          'server:\n  port: 8080\nspring:\n  datasource:\n    url: jdbc:postgresql://db/web\n    password: hunter2x\n',
      }),
      outcome: 'credentials',
      seen: 'password=hu…',
    },
    {
      name: 'properties',
      evidence: exposures({ '/application.properties': 'server.port=8080\nspring.datasource.password=hunter2x\n' }),
      outcome: 'credentials',
    },
    {
      name: 'a password from outside',
      evidence: exposures({
        '/application.properties': `spring.datasource.url=jdbc:h2:mem\nspring.datasource.password=\${DB_PASSWORD}\n`,
      }),
      outcome: 'settings',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/application.yml'], SPA), verdict: 'pass' },
    {
      name: 'seasons',
      evidence: exposures({ '/application.yml': 'seasons:\n  - spring\n  - summer\n' }),
      verdict: 'pass',
    },
    {
      name: 'a form to apply with',
      evidence: exposures({ '/application.properties': 'Application for a position, password on request' }),
      verdict: 'pass',
    },
    {
      name: 'a page',
      evidence: exposures({
        '/application.yml': { type: 'text/html', body: '<html>spring:\n  datasource:\n    password: hunter2x' },
      }),
      verdict: 'pass',
    },
  ],
})
