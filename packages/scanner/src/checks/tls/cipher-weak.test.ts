import { testCheck } from '../../../test/check-table.ts'
import { tls } from '../../../test/tls.ts'
import check from './cipher-weak.ts'

const suite = (standard_name: string) => ({ tls: tls([], { cipher: { name: standard_name, standard_name } }) })

testCheck(check, {
  fires: [
    { name: 'RC4', evidence: suite('TLS_ECDHE_RSA_WITH_RC4_128_SHA'), outcome: 'broken' },
    { name: '3DES, though it is in CBC mode too', evidence: suite('TLS_RSA_WITH_3DES_EDE_CBC_SHA'), outcome: 'broken' },
    { name: 'no encryption', evidence: suite('TLS_RSA_WITH_NULL_SHA256'), outcome: 'broken' },
    { name: 'export', evidence: suite('TLS_RSA_EXPORT_WITH_DES40_CBC_SHA'), outcome: 'broken' },
    { name: 'anonymous', evidence: suite('TLS_ECDH_anon_WITH_AES_128_CBC_SHA'), outcome: 'broken' },
    {
      name: 'CBC',
      evidence: suite('TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384'),
      outcome: 'cbc',
      seen: 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384',
    },
  ],
  silent: [
    { name: 'TLS 1.3', evidence: suite('TLS_AES_256_GCM_SHA384'), verdict: 'pass' },
    { name: 'GCM', evidence: suite('TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'), verdict: 'pass' },
    { name: 'ChaCha20', evidence: suite('TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256'), verdict: 'pass' },
    { name: 'CCM with a short tag', evidence: suite('TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8'), verdict: 'pass' },
    { name: 'ARIA', evidence: suite('TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256'), verdict: 'pass' },
    {
      name: 'no forward secrecy is another check’s',
      evidence: suite('TLS_RSA_WITH_AES_128_GCM_SHA256'),
      verdict: 'pass',
    },
  ],
})
