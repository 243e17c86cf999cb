import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './alpn.ts'

testCheck(check, {
  fires: [
    {
      name: 'SPDY by ALPN',
      evidence: { handshakes: handshakes({ alpn: ['http/1.1', 'spdy/3.1'] }) },
      outcome: 'obsolete',
      seen: 'spdy/3.1',
    },
    {
      name: 'NPN',
      evidence: { handshakes: handshakes({ features: { ...handshakes().features!, npn: ['spdy/3', 'http/1.1'] } }) },
      outcome: 'obsolete',
      seen: 'NPN spdy/3, NPN http/1.1',
    },
  ],
  silent: [
    { name: 'HTTP/2', evidence: { handshakes: handshakes() }, verdict: 'pass' },
    { name: 'no ALPN at all', evidence: { handshakes: handshakes({ alpn: [] }) }, verdict: 'pass' },
  ],
})
