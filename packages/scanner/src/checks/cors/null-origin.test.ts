import { testCheck } from '../../../test/check-table.ts'
import { CREDENTIALS, cors } from '../../../test/cors.ts'
import check from './null-origin.ts'

testCheck(check, {
  fires: [
    { name: 'with credentials', evidence: cors({ null: '=' }, CREDENTIALS), outcome: 'with_credentials' },
    { name: 'null for everyone', evidence: cors({ null: 'null', foreign: 'null' }), outcome: 'allowed' },
  ],
  silent: [
    { name: 'no header', evidence: cors({}), verdict: 'pass' },
    { name: 'another origin', evidence: cors({ null: 'https://partner.test' }, CREDENTIALS), verdict: 'pass' },
    {
      name: 'every origin is repeated, which another check judges',
      evidence: cors({ null: '=', foreign: '=' }),
      verdict: 'skip',
    },
    { name: 'no answer', evidence: { cors: { probes: [] } }, verdict: 'skip' },
  ],
})
