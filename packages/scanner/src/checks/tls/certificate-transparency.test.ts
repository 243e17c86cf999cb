import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import { ocspResponse } from '../../../test/revocation.ts'
import { intermediate, leaf, tls } from '../../../test/tls.ts'
import { parseCertificates } from '../../derive/certificates.ts'
import check from './certificate-transparency.ts'

const base = parseCertificates(tls([leaf()]))
/** A certificate of a public authority, which no test can make: the parsed one is told to be one. */
const issued = (timestamps: number, public_ca = true, more: Parameters<typeof handshakes>[0] = {}) => ({
  tls: tls(),
  certificates: { ...base, leaf: { ...base.leaf, timestamps }, public_ca },
  handshakes: handshakes(more),
})
const staple = (timestamps: boolean) => ocspResponse(leaf(), intermediate, { timestamps }).toString('base64')

testCheck(check, {
  fires: [
    { name: 'no timestamp', evidence: issued(0), outcome: 'missing', seen: 'CN=site.test' },
    { name: 'a staple without any', evidence: issued(0, true, { staple: staple(false) }), outcome: 'missing' },
  ],
  silent: [
    { name: 'two timestamps', evidence: issued(2), verdict: 'pass' },
    { name: 'in the handshake', evidence: issued(0, true, { timestamps: 'AAQAAgEC' }), verdict: 'pass' },
    { name: 'in the staple', evidence: issued(0, true, { staple: staple(true) }), verdict: 'pass' },
    { name: 'an authority of one’s own', evidence: issued(0, false), verdict: 'skip' },
    {
      name: 'not trusted',
      evidence: { ...issued(0), tls: tls(undefined, { trust_error: 'CERT_HAS_EXPIRED' }) },
      verdict: 'skip',
    },
  ],
})
