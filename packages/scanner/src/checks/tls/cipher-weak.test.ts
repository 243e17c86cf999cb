import { testCheck } from '../../../test/check-table.ts'
import { handshakes, silent, speaks } from '../../../test/handshakes.ts'
import check from './cipher-weak.ts'

const GCM = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'
/** Accepted with TLS 1.2, beside a strong one and TLS 1.3. */
const beside = (...names: string[]) => ({
  handshakes: handshakes({ versions: { 'TLSv1.2': speaks([GCM, ...names]) } }),
})
const only = (...names: string[]) => ({
  handshakes: handshakes({ versions: { 'TLSv1.2': speaks(names), 'TLSv1.3': silent } }),
})

testCheck(check, {
  fires: [
    { name: 'RC4', evidence: beside('TLS_ECDHE_RSA_WITH_RC4_128_SHA'), outcome: 'rc4' },
    {
      name: 'RC4 in an old version only',
      evidence: { handshakes: handshakes({ versions: { TLSv1: speaks(['TLS_RSA_WITH_RC4_128_MD5']) } }) },
      outcome: 'rc4',
      seen: 'TLS_RSA_WITH_RC4_128_MD5',
    },
    {
      name: '3DES, though it is in CBC mode too',
      evidence: beside('TLS_RSA_WITH_3DES_EDE_CBC_SHA'),
      outcome: 'small_blocks',
    },
    { name: 'IDEA', evidence: beside('TLS_RSA_WITH_IDEA_CBC_SHA'), outcome: 'small_blocks' },
    { name: 'single DES', evidence: beside('TLS_DHE_RSA_WITH_DES_CBC_SHA'), outcome: 'des' },
    { name: 'no encryption', evidence: beside('TLS_RSA_WITH_NULL_SHA256'), outcome: 'plain' },
    { name: 'neither encryption nor name', evidence: beside('TLS_ECDH_anon_WITH_NULL_SHA'), outcome: 'plain' },
    { name: 'export RSA', evidence: beside('TLS_RSA_EXPORT_WITH_DES40_CBC_SHA'), outcome: 'export' },
    { name: 'export with RC4', evidence: beside('TLS_RSA_EXPORT_WITH_RC4_40_MD5'), outcome: 'export' },
    { name: 'export Diffie-Hellman', evidence: beside('TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA'), outcome: 'export_dhe' },
    { name: 'anonymous', evidence: beside('TLS_ECDH_anon_WITH_AES_128_CBC_SHA'), outcome: 'anonymous' },
    {
      name: 'CBC alone',
      evidence: only('TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384'),
      outcome: 'cbc',
      seen: 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384',
    },
    {
      name: 'several, each by its worst',
      evidence: only('TLS_RSA_WITH_RC4_128_SHA', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'TLS_RSA_WITH_AES_128_CBC_SHA'),
      outcome: ['rc4', 'small_blocks', 'cbc'],
    },
  ],
  silent: [
    { name: 'TLS 1.3 and ECDSA with GCM', evidence: { handshakes: handshakes() }, verdict: 'pass' },
    {
      name: 'TLS 1.3 alone',
      evidence: { handshakes: handshakes({ versions: { 'TLSv1.2': silent } }) },
      verdict: 'pass',
    },
    { name: 'GCM', evidence: only(GCM), verdict: 'pass' },
    { name: 'ChaCha20', evidence: only('TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256'), verdict: 'pass' },
    { name: 'CBC beside GCM is for old clients', evidence: beside('TLS_RSA_WITH_AES_128_CBC_SHA'), verdict: 'pass' },
    {
      name: 'CBC in TLS 1.2, and TLS 1.3',
      evidence: { handshakes: handshakes({ versions: { 'TLSv1.2': speaks(['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA']) } }) },
      verdict: 'pass',
    },
    { name: 'CCM with a short tag', evidence: only('TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8'), verdict: 'pass' },
    { name: 'ARIA', evidence: only('TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256'), verdict: 'pass' },
    { name: 'Camellia with GCM', evidence: only('TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256'), verdict: 'pass' },
    {
      name: 'no forward secrecy is another check’s',
      evidence: only('TLS_RSA_WITH_AES_128_GCM_SHA256'),
      verdict: 'pass',
    },
    {
      name: 'an AES-CCM suite without a digest in its name',
      evidence: beside('TLS_DHE_RSA_WITH_AES_256_CCM'),
      verdict: 'pass',
    },
    { name: 'SM4', evidence: beside('TLS_SM4_GCM_SM3'), verdict: 'pass' },
    { name: 'SEED beside GCM', evidence: beside('TLS_RSA_WITH_SEED_CBC_SHA'), verdict: 'pass' },
  ],
})
