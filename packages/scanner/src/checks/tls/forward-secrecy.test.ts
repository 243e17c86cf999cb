import { testCheck } from '../../../test/check-table.ts'
import { handshakes, silent, speaks } from '../../../test/handshakes.ts'
import check from './forward-secrecy.ts'

const only = (...names: string[]) => ({
  handshakes: handshakes({ versions: { 'TLSv1.2': speaks(names), 'TLSv1.3': silent } }),
})

testCheck(check, {
  fires: [
    {
      name: 'RSA key exchange',
      evidence: only('TLS_RSA_WITH_AES_128_GCM_SHA256'),
      outcome: 'missing',
      seen: 'TLS_RSA_WITH_AES_128_GCM_SHA256',
    },
    { name: 'static ECDH', evidence: only('TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256'), outcome: 'missing' },
    {
      name: 'anonymous suites do not count',
      evidence: only('TLS_RSA_WITH_AES_128_GCM_SHA256', 'TLS_DH_anon_WITH_AES_128_GCM_SHA256'),
      outcome: 'missing',
    },
    {
      name: 'beside ECDHE',
      evidence: only('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_RSA_WITH_AES_128_GCM_SHA256'),
      outcome: 'optional',
      seen: 'TLS_RSA_WITH_AES_128_GCM_SHA256',
    },
  ],
  silent: [
    { name: 'TLS 1.3 and ECDHE', evidence: { handshakes: handshakes() }, verdict: 'pass' },
    {
      name: 'TLS 1.3 alone',
      evidence: { handshakes: handshakes({ versions: { 'TLSv1.2': silent } }) },
      verdict: 'pass',
    },
    { name: 'DHE', evidence: only('TLS_DHE_RSA_WITH_AES_128_GCM_SHA256'), verdict: 'pass' },
    { name: 'ECDHE with a shared key', evidence: only('TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256'), verdict: 'pass' },
    { name: 'SSL 2.0 only', evidence: only(), verdict: 'skip' },
  ],
})
