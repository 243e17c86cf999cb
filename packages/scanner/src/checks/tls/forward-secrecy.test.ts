import { testCheck } from '../../../test/check-table.ts'
import { tls } from '../../../test/tls.ts'
import check from './forward-secrecy.ts'

const suite = (standard_name: string, group: string | null) => ({
  tls: tls([], { protocol: 'TLSv1.2', cipher: { name: standard_name, standard_name }, group }),
})

testCheck(check, {
  fires: [
    {
      name: 'the key is sent under the certificate’s own',
      evidence: suite('TLS_RSA_WITH_AES_128_GCM_SHA256', null),
      outcome: 'missing',
      seen: 'TLS_RSA_WITH_AES_128_GCM_SHA256',
    },
  ],
  silent: [
    { name: 'TLS 1.3 always has it', evidence: { tls: tls([]) }, verdict: 'pass' },
    { name: 'ECDHE', evidence: suite('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'prime256v1'), verdict: 'pass' },
    { name: 'DHE', evidence: suite('TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', 'DH 2048'), verdict: 'pass' },
    { name: 'post-quantum hybrid', evidence: { tls: tls([], { group: 'X25519MLKEM768' }) }, verdict: 'pass' },
  ],
})
