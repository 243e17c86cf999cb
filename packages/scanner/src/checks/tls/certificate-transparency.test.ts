import { testCheck } from '../../../test/check-table.ts'
import { leaf, tls } from '../../../test/tls.ts'
import { parseCertificates } from '../../derive/certificates.ts'
import check from './certificate-transparency.ts'

const base = parseCertificates(tls([leaf()]))
/** A certificate of a public authority, which no test can make: the parsed one is told to be one. */
const issued = (timestamps: number, public_ca = true) => ({
  tls: tls(),
  certificates: { ...base, leaf: { ...base.leaf, timestamps }, public_ca },
})

testCheck(check, {
  fires: [{ name: 'no timestamp', evidence: issued(0), outcome: 'missing', seen: 'CN=site.test' }],
  silent: [
    { name: 'two timestamps', evidence: issued(2), verdict: 'pass' },
    { name: 'an authority of one’s own', evidence: issued(0, false), verdict: 'skip' },
    {
      name: 'not trusted',
      evidence: { ...issued(0), tls: tls(undefined, { trust_error: 'CERT_HAS_EXPIRED' }) },
      verdict: 'skip',
    },
  ],
})
