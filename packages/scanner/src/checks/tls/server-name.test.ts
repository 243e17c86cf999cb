import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './server-name.ts'

const named = (without: 'same' | 'other' | 'refused') => ({
  handshakes: handshakes({ server_name: { without, unknown: 'same' } }),
})

testCheck(check, {
  fires: [
    { name: 'refused', evidence: named('refused'), outcome: 'required', seen: 'refused' },
    { name: 'another certificate', evidence: named('other'), outcome: 'required', seen: 'other' },
  ],
  silent: [
    { name: 'the same', evidence: named('same'), verdict: 'pass' },
    {
      name: 'an unknown name is refused, as it should',
      evidence: { handshakes: handshakes({ server_name: { without: 'same', unknown: 'refused' } }) },
      verdict: 'pass',
    },
    {
      name: 'a bare address',
      evidence: { handshakes: handshakes({ server_name: null, host: '192.0.2.1' }) },
      verdict: 'skip',
    },
  ],
})
