import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './curves-weak.ts'

const curves = (...other: string[]) => ({ handshakes: handshakes({ groups: { tls13: [], other } }) })

testCheck(check, {
  fires: [
    { name: 'secp160r1', evidence: curves('secp256r1', 'secp160r1'), outcome: 'small', seen: 'secp160r1' },
    {
      name: 'sect163k1 and P-192',
      evidence: curves('sect163k1', 'secp192r1'),
      outcome: 'small',
      seen: 'sect163k1, secp192r1',
    },
  ],
  silent: [
    { name: 'X25519 and P-256', evidence: curves('x25519', 'secp256r1'), verdict: 'pass' },
    { name: 'P-224', evidence: curves('secp224r1'), verdict: 'pass' },
    { name: 'a group without a name', evidence: curves('0x7fff'), verdict: 'pass' },
    { name: 'none', evidence: { handshakes: handshakes({ groups: { tls13: [], other: [] } }) }, verdict: 'skip' },
  ],
})
