import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './crime.ts'

const plain = handshakes().features!
const features = (more: Partial<typeof plain>) => ({ handshakes: handshakes({ features: { ...plain, ...more } }) })

testCheck(check, {
  fires: [
    { name: 'DEFLATE was chosen', evidence: features({ compression: true }), outcome: 'deflate', seen: 'TLSv1.2' },
  ],
  silent: [
    { name: 'not chosen', evidence: features({}), verdict: 'pass' },
    { name: 'TLS 1.3 only', evidence: { handshakes: handshakes({ features: null }) }, verdict: 'skip' },
  ],
})
