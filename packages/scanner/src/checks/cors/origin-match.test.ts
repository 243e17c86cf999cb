import { testCheck } from '../../../test/check-table.ts'
import { CREDENTIALS, cors } from '../../../test/cors.ts'
import check from './origin-match.ts'

testCheck(check, {
  fires: [
    { name: 'startsWith', evidence: cors({ suffix: '=' }, CREDENTIALS), outcome: 'suffix' },
    { name: 'endsWith', evidence: cors({ prefix: '=' }, CREDENTIALS), outcome: 'prefix' },
    { name: 'includes', evidence: cors({ suffix: '=', prefix: '=' }, CREDENTIALS), outcome: ['suffix', 'prefix'] },
    { name: 'without credentials', evidence: cors({ prefix: '=' }), outcome: 'without_credentials' },
  ],
  silent: [
    { name: 'no header', evidence: cors({}), verdict: 'pass' },
    {
      name: 'the site itself is named',
      evidence: cors({ suffix: 'https://site.test', prefix: 'https://site.test' }, CREDENTIALS),
      verdict: 'pass',
    },
    { name: 'star for these, oddly', evidence: cors({ suffix: '*', prefix: '*' }), verdict: 'pass' },
    {
      name: 'every origin is repeated',
      evidence: cors({ suffix: '=', prefix: '=', foreign: '=' }, CREDENTIALS),
      verdict: 'skip',
    },
    { name: 'no answer', evidence: { cors: { probes: [] } }, verdict: 'skip' },
  ],
})
