import { testCheck } from '../../../test/check-table.ts'
import { intermediate, leaf, tls } from '../../../test/tls.ts'
import { parseCertificates } from '../../derive/certificates.ts'
import check from './certificate-roca.ts'

const rsa = leaf({ key: { rsa: 2048 }, issuer: intermediate })
/** As if the key had come from such a chip; derive/roca.test.ts makes real ones. */
const marked = () => {
  const evidence = tls([rsa, intermediate])
  const certificates = parseCertificates(evidence)
  const leaf = { ...certificates.leaf, key: { ...certificates.leaf.key, roca: true } }
  return { tls: evidence, certificates: { ...certificates, leaf, chain: [leaf, ...certificates.chain.slice(1)] } }
}

testCheck(check, {
  fires: [{ name: 'a marked key', evidence: marked(), outcome: 'marked', seen: '2048 bits: CN=site.test' }],
  silent: [
    { name: 'an RSA key of OpenSSL', evidence: { tls: tls([rsa, intermediate]) }, verdict: 'pass' },
    { name: 'elliptic curves only', evidence: { tls: tls() }, verdict: 'skip' },
  ],
})
