import { testCheck } from '../../../test/check-table.ts'
import { handshakes, speaks } from '../../../test/handshakes.ts'
import type { Version } from '../../net/handshake/versions.ts'
import check from './beast.ts'

const spoken = (version: Version, name: string) => ({
  handshakes: handshakes({ versions: { [version]: speaks([name]) } }),
})

testCheck(check, {
  fires: [
    {
      name: 'AES-CBC in TLS 1.0',
      evidence: spoken('TLSv1', 'TLS_RSA_WITH_AES_128_CBC_SHA'),
      outcome: 'cbc',
      seen: 'TLS_RSA_WITH_AES_128_CBC_SHA',
    },
    { name: '3DES in SSL 3.0', evidence: spoken('SSLv3', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'), outcome: 'cbc' },
  ],
  silent: [
    { name: 'neither version', evidence: { handshakes: handshakes() }, verdict: 'pass' },
    { name: 'CBC in TLS 1.1', evidence: spoken('TLSv1.1', 'TLS_RSA_WITH_AES_128_CBC_SHA'), verdict: 'pass' },
    { name: 'RC4 in TLS 1.0', evidence: spoken('TLSv1', 'TLS_RSA_WITH_RC4_128_SHA'), verdict: 'pass' },
  ],
})
