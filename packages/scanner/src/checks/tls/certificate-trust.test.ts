import { der } from '../../../test/certificates.ts'
import { testCheck } from '../../../test/check-table.ts'
import { intermediate, leaf, root, tls } from '../../../test/tls.ts'
import { parseCertificates } from '../../derive/certificates.ts'
import type { TlsEvidence } from '../../evidence.ts'
import check from './certificate-trust.ts'

const scts = [{ oid: '1.3.6.1.4.1.11129.2.4.2', der: der(0x04, Buffer.from('000400020102', 'hex')) }]
const own = leaf({ issuer: intermediate })
/** As if the test's root were one of those that the runtime trusts. */
const anchored = (evidence: TlsEvidence) => ({
  tls: evidence,
  certificates: { ...parseCertificates(evidence), anchored: true },
})

testCheck(check, {
  fires: [
    {
      name: 'self-signed',
      evidence: { tls: tls([leaf()], { trust_error: 'DEPTH_ZERO_SELF_SIGNED_CERT' }) },
      outcome: 'self_signed',
      seen: 'CN=site.test',
    },
    {
      name: 'self-signed on loopback',
      evidence: {
        tls: tls([leaf({ names: ['127.0.0.1'] })], {
          host: '127.0.0.1',
          port: 8443,
          trust_error: 'DEPTH_ZERO_SELF_SIGNED_CERT',
        }),
      },
      outcome: 'self_signed',
    },
    {
      name: 'an authority of one’s own, root sent',
      evidence: { tls: tls([own, intermediate, root], { trust_error: 'SELF_SIGNED_CERT_IN_CHAIN' }) },
      outcome: 'untrusted',
    },
    {
      name: 'an authority of one’s own, root not sent',
      evidence: { tls: tls([own, intermediate], { trust_error: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }) },
      outcome: 'untrusted',
    },
    {
      name: 'signed by a certificate that may not sign',
      evidence: { tls: tls([own], { trust_error: 'INVALID_CA' }) },
      outcome: 'untrusted',
    },
    {
      name: 'a public certificate without its intermediate',
      evidence: {
        tls: tls([leaf({ issuer: intermediate, extensions: scts })], {
          trust_error: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
        }),
      },
      outcome: 'incomplete',
      seen: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE: CN=Test Intermediate',
    },
    {
      name: 'the wrong intermediate',
      evidence: {
        tls: tls([leaf({ issuer: intermediate, extensions: scts }), root], {
          trust_error: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
        }),
      },
      outcome: 'incomplete',
    },
    {
      name: 'self-signed and expired: OpenSSL tells the time only',
      evidence: { tls: tls([leaf({ to: -1 })], { trust_error: 'CERT_HAS_EXPIRED' }) },
      outcome: 'self_signed',
    },
    {
      name: 'an authority of one’s own, and expired',
      evidence: {
        tls: tls([leaf({ issuer: intermediate, to: -1 }), intermediate], { trust_error: 'CERT_HAS_EXPIRED' }),
      },
      outcome: 'untrusted',
    },
  ],
  silent: [
    { name: 'trusted on another port', evidence: { tls: tls(undefined, { port: 8443 }) }, verdict: 'pass' },
    { name: 'trusted', evidence: { tls: tls() }, verdict: 'pass' },
    { name: 'trusted with the root sent along', evidence: { tls: tls([own, intermediate, root]) }, verdict: 'pass' },
    { name: 'a self-signed certificate that was made trusted', evidence: { tls: tls([leaf()]) }, verdict: 'pass' },
    { name: 'trusted in an odd order', evidence: { tls: tls([own, root, intermediate]) }, verdict: 'pass' },
    { name: 'the host is another check’s', evidence: { tls: tls(undefined, { host: 'other.test' }) }, verdict: 'pass' },
    {
      name: 'expired under a trusted root',
      evidence: anchored(
        tls([leaf({ issuer: intermediate, to: -1 }), intermediate], { trust_error: 'CERT_HAS_EXPIRED' }),
      ),
      verdict: 'skip',
    },
    {
      name: 'not yet valid under a trusted root',
      evidence: anchored(
        tls([leaf({ issuer: intermediate, from: 1 }), intermediate], { trust_error: 'CERT_NOT_YET_VALID' }),
      ),
      verdict: 'skip',
    },
    {
      name: 'a short key under a trusted root, for which Node has no code',
      evidence: anchored(
        tls([leaf({ issuer: intermediate, key: { rsa: 1024 } }), intermediate], { trust_error: 'UNSPECIFIED' }),
      ),
      verdict: 'skip',
    },
  ],
})
