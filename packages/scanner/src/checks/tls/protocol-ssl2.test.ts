import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './protocol-ssl2.ts'

const kinds = (...kinds: string[]) => ({ handshakes: handshakes({ ssl2: { kinds } }) })

testCheck(check, {
  fires: [
    {
      name: 'with an export cipher',
      evidence: kinds('SSL_CK_RC4_128_EXPORT40_WITH_MD5'),
      outcome: 'drown',
      seen: 'SSL_CK_RC4_128_EXPORT40_WITH_MD5',
    },
    { name: 'with a cipher that was good then', evidence: kinds('SSL_CK_DES_192_EDE3_CBC_WITH_MD5'), outcome: 'drown' },
    { name: 'with an empty list', evidence: kinds(), outcome: 'unlisted', seen: '' },
  ],
  silent: [
    { name: 'refused', evidence: { handshakes: handshakes() }, verdict: 'pass' },
    { name: 'refused on another port', evidence: { handshakes: handshakes({ port: 8443 }) }, verdict: 'pass' },
    { name: 'refused by a bare address', evidence: { handshakes: handshakes({ host: '192.0.2.1' }) }, verdict: 'pass' },
  ],
})
