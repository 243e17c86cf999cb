import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './heartbeat.ts'

const plain = handshakes().features!
const features = (more: Partial<typeof plain>) => ({ handshakes: handshakes({ features: { ...plain, ...more } }) })

testCheck(check, {
  fires: [{ name: 'echoed in the ServerHello', evidence: features({ heartbeat: true }), outcome: 'offered' }],
  silent: [
    { name: 'not echoed', evidence: features({}), verdict: 'pass' },
    {
      name: 'bleeding',
      evidence: { handshakes: handshakes({ features: { ...plain, heartbeat: true }, heartbleed: 'vulnerable' }) },
      verdict: 'skip',
    },
    { name: 'TLS 1.3 only', evidence: { handshakes: handshakes({ features: null }) }, verdict: 'skip' },
  ],
})
