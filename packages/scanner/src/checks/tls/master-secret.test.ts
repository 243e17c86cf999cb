import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './master-secret.ts'

const features = handshakes().features!

testCheck(check, {
  fires: [
    {
      name: 'an old library',
      evidence: { handshakes: handshakes({ features: { ...features, extended_master_secret: false } }) },
      outcome: 'not_extended',
    },
  ],
  silent: [
    {
      name: 'a library of today',
      evidence: { handshakes: handshakes({ features: { ...features, extended_master_secret: true } }) },
      verdict: 'pass',
    },
    { name: 'TLS 1.3 only', evidence: { handshakes: handshakes({ features: null }) }, verdict: 'skip' },
  ],
})
