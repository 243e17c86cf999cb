import { testCheck } from '../../../test/check-table.ts'
import { CREDENTIALS, cors } from '../../../test/cors.ts'
import check from './any-origin.ts'

testCheck(check, {
  fires: [
    {
      name: 'repeated, with credentials',
      evidence: cors({ foreign: '=' }, CREDENTIALS),
      outcome: 'with_credentials',
      seen: 'Access-Control-Allow-Credentials: true\nAccess-Control-Allow-Origin: https://lasthash-probe.example',
    },
    { name: 'repeated', evidence: cors({ foreign: '=' }), outcome: 'reflected' },
    {
      name: 'credentials said otherwise than browsers want',
      evidence: cors({ foreign: '=' }, { 'Access-Control-Allow-Credentials': 'True' }),
      outcome: 'reflected',
    },
    { name: 'star', evidence: cors({ foreign: '*' }), outcome: 'star' },
    {
      name: 'star with credentials, which browsers refuse',
      evidence: cors({ foreign: '*' }, CREDENTIALS),
      outcome: 'star',
    },
  ],
  silent: [
    { name: 'no header', evidence: cors({}), verdict: 'pass' },
    {
      name: 'another origin is named',
      evidence: cors({ foreign: 'https://partner.test' }, CREDENTIALS),
      verdict: 'pass',
    },
    {
      name: 'two values, which browsers refuse',
      evidence: cors({ foreign: ['=', '*'] }, CREDENTIALS),
      verdict: 'pass',
    },
    {
      name: 'a slash at the end',
      evidence: cors({ foreign: 'https://lasthash-probe.example/' }, CREDENTIALS),
      verdict: 'pass',
    },
    { name: 'null for everyone', evidence: cors({ foreign: 'null' }, CREDENTIALS), verdict: 'pass' },
    { name: 'no answer', evidence: { cors: { probes: [] } }, verdict: 'skip' },
  ],
})
