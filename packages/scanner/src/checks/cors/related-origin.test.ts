import { testCheck } from '../../../test/check-table.ts'
import { CREDENTIALS, cors } from '../../../test/cors.ts'
import check from './related-origin.ts'

testCheck(check, {
  fires: [
    { name: 'plain HTTP', evidence: cors({ insecure: '=' }, CREDENTIALS), outcome: 'insecure' },
    { name: 'any subdomain', evidence: cors({ subdomain: '=' }, CREDENTIALS), outcome: 'subdomain' },
  ],
  silent: [
    { name: 'no header', evidence: cors({}), verdict: 'pass' },
    { name: 'without credentials', evidence: cors({ insecure: '=', subdomain: '=' }), verdict: 'pass' },
    {
      name: 'one known subdomain is named',
      evidence: cors({ subdomain: 'https://app.site.test' }, CREDENTIALS),
      verdict: 'pass',
    },
    {
      name: 'everything is repeated',
      evidence: cors({ insecure: '=', subdomain: '=', foreign: '=' }, CREDENTIALS),
      verdict: 'skip',
    },
    { name: 'no answer', evidence: { cors: { probes: [] } }, verdict: 'skip' },
  ],
})
