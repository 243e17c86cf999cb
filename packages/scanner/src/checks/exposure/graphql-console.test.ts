import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './graphql-console.ts'

testCheck(check, {
  fires: [
    {
      name: 'GraphiQL',
      evidence: exposures({
        '/graphiql': { type: 'text/html', body: '<!doctype html><title>GraphiQL</title><div id="graphiql"></div>' },
      }),
      outcome: 'console',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/graphql', '/playground'], SPA),
      verdict: 'pass',
    },
    {
      name: 'an answer of the API',
      evidence: exposures({ '/graphql': '{"errors":[{"message":"Must provide query string."}]}' }),
      verdict: 'pass',
    },
    {
      name: 'a playground for children',
      evidence: exposures({
        '/playground': { type: 'text/html', body: '<html><title>Our playground</title><h1>Swings</h1>' },
      }),
      verdict: 'pass',
    },
  ],
})
