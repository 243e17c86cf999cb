import { makeCertificate } from '../../../test/certificates.ts'
import { testCheck } from '../../../test/check-table.ts'
import { intermediate, leaf, root, tls } from '../../../test/tls.ts'
import check from './certificate-expired.ts'

const old = makeCertificate({
  commonName: 'Old Intermediate',
  ca: true,
  issuer: root,
  not_before: new Date('2020-01-01'),
  not_after: new Date('2025-12-31T23:59:59Z'),
})
const under = leaf({ issuer: old })

testCheck(check, {
  fires: [
    {
      name: 'a day ago',
      evidence: { tls: tls([leaf({ to: -1 })]) },
      outcome: 'expired',
      seen: '2026-01-13T23:59:59.000Z',
    },
    { name: 'the second before the scan', evidence: { tls: tls([leaf({ to: 0 })]) }, outcome: 'expired' },
    {
      name: 'leaf and intermediate',
      evidence: { tls: tls([leaf({ to: -9, issuer: old }), old], { trust_error: 'CERT_HAS_EXPIRED' }) },
      outcome: 'expired',
    },
    {
      name: 'intermediate',
      evidence: { tls: tls([under, old], { trust_error: 'CERT_HAS_EXPIRED' }) },
      outcome: 'issuer_expired',
      seen: 'CN=Old Intermediate',
    },
  ],
  silent: [
    { name: 'sixty days to go', evidence: { tls: tls() }, verdict: 'pass' },
    { name: 'an hour to go', evidence: { tls: tls([leaf({ to: 1 / 24 })]) }, verdict: 'pass' },
    { name: 'not yet valid', evidence: { tls: tls([leaf({ from: 5 })]) }, verdict: 'pass' },
    {
      name: 'an expired cross-signed certificate that nobody needs',
      evidence: { tls: tls([under, old], { trust_error: null }) },
      verdict: 'pass',
    },
    {
      name: 'an expired stranger in the chain',
      evidence: { tls: tls([leaf({ issuer: intermediate }), intermediate, old]) },
      verdict: 'pass',
    },
  ],
})
