import { testCheck } from '../../../test/check-table.ts'
import { handshakes, speaks } from '../../../test/handshakes.ts'
import check from './lucky13.ts'

const spoken = (...names: string[]) => ({ handshakes: handshakes({ versions: { 'TLSv1.2': speaks(names) } }) })

testCheck(check, {
  fires: [
    {
      name: 'CBC beside GCM',
      evidence: spoken('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'),
      outcome: 'cbc',
      seen: 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
    },
  ],
  silent: [
    { name: 'GCM only', evidence: spoken('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'), verdict: 'pass' },
    {
      name: 'CCM and ChaCha20',
      evidence: spoken('TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'TLS_DHE_RSA_WITH_AES_128_CCM'),
      verdict: 'pass',
    },
    { name: 'RC4 is another check’s', evidence: spoken('TLS_RSA_WITH_RC4_128_SHA'), verdict: 'pass' },
  ],
})
