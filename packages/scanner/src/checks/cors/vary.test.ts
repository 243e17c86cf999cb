import { testCheck } from '../../../test/check-table.ts'
import { cors } from '../../../test/cors.ts'
import check from './vary.ts'

testCheck(check, {
  fires: [
    { name: 'no Vary', evidence: cors({ subdomain: '=' }), outcome: 'missing', seen: '' },
    {
      name: 'Vary without Origin',
      evidence: cors({ foreign: '=' }, { Vary: 'Accept-Encoding' }),
      outcome: 'missing',
      seen: 'Accept-Encoding',
    },
  ],
  silent: [
    { name: 'Vary', evidence: cors({ foreign: '=' }, { Vary: 'Accept-Encoding, origin' }), verdict: 'pass' },
    {
      name: 'not stored',
      evidence: cors({ foreign: '=' }, { 'Cache-Control': 'no-store, max-age=0' }),
      verdict: 'pass',
    },
    { name: 'star does not depend on Origin', evidence: cors({ foreign: '*' }), verdict: 'skip' },
    { name: 'one fixed origin', evidence: cors({ foreign: 'https://partner.test' }), verdict: 'skip' },
  ],
})
