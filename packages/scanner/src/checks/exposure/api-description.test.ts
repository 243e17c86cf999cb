import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './api-description.ts'

testCheck(check, {
  fires: [
    {
      name: 'OpenAPI',
      evidence: exposures({ '/openapi.json': '{"openapi":"3.1.0","info":{"title":"Shop"},"paths":{"/orders":{}}}' }),
      outcome: 'described',
      seen: '"openapi":"3.1.0"',
    },
    {
      name: 'Swagger',
      evidence: exposures({ '/v2/api-docs': '{"swagger":"2.0","info":{},"host":"site.test","paths":{}}' }),
      outcome: 'described',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/openapi.json', '/swagger.json'], SPA),
      verdict: 'pass',
    },
    {
      name: 'another JSON file',
      evidence: exposures({ '/swagger.json': '{"swagger":"yes","paths":[]}' }),
      verdict: 'pass',
    },
    {
      name: 'a page that shows one',
      evidence: exposures({ '/openapi.json': { type: 'text/html', body: '<html>{"openapi":"3.1.0","paths":{}}' } }),
      verdict: 'pass',
    },
  ],
})
