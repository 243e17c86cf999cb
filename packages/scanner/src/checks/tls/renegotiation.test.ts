import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './renegotiation.ts'

const shown = (more: Parameters<typeof handshakes>[0]) => ({ handshakes: handshakes(more) })

const plain = handshakes().features!

testCheck(check, {
  fires: [
    {
      name: 'no RFC 5746',
      evidence: shown({ features: { ...plain, secure_renegotiation: false } }),
      outcome: 'insecure',
      seen: 'TLSv1.2',
    },
    { name: 'without end', evidence: shown({ renegotiation: 'accepted' }), outcome: 'client' },
    {
      name: 'both',
      evidence: shown({ features: { ...plain, secure_renegotiation: false }, renegotiation: 'accepted' }),
      outcome: ['insecure', 'client'],
    },
  ],
  silent: [
    { name: 'refused', evidence: shown({}), verdict: 'pass' },
    { name: 'a few times, as Node.js allows it', evidence: shown({ renegotiation: 'limited' }), verdict: 'pass' },
    { name: 'could not be asked', evidence: shown({ renegotiation: null }), verdict: 'pass' },
    { name: 'TLS 1.3 only', evidence: shown({ features: null }), verdict: 'skip' },
    {
      name: 'SSL 3.0 only',
      evidence: shown({ features: { ...plain, version: 'SSLv3', secure_renegotiation: false } }),
      verdict: 'skip',
    },
  ],
})
