import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './post-quantum.ts'

const groups = (...tls13: string[]) => ({ handshakes: handshakes({ groups: { tls13, other: ['x25519'] } }) })

testCheck(check, {
  fires: [
    { name: 'X25519 only', evidence: groups('x25519', 'secp256r1'), outcome: 'missing' },
    { name: 'TLS 1.2 only', evidence: groups(), outcome: 'missing' },
  ],
  silent: [
    { name: 'X25519MLKEM768', evidence: { handshakes: handshakes() }, verdict: 'pass' },
    { name: 'P-256 with ML-KEM', evidence: groups('SecP256r1MLKEM768', 'secp256r1'), verdict: 'pass' },
  ],
})
