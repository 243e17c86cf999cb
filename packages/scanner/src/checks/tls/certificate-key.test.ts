import { makeCertificate } from '../../../test/certificates.ts'
import { testCheck } from '../../../test/check-table.ts'
import { intermediate, leaf, root, tls } from '../../../test/tls.ts'
import { parseCertificates } from '../../derive/certificates.ts'
import check from './certificate-key.ts'

const short = makeCertificate({ commonName: 'Short', ca: true, issuer: root, key: { rsa: 1024 } })
const shortRoot = makeCertificate({ commonName: 'Short Root', ca: true, key: { rsa: 1024 } })
const withKey = (key: { type: string; bits: number | null; curve: string | null; roca: boolean; hash: null }) => {
  const read = parseCertificates(tls([leaf()]))
  const own = { ...read.leaf, key }
  return { certificates: { ...read, leaf: own, chain: [own] } }
}

testCheck(check, {
  fires: [
    { name: 'RSA 1024', evidence: { tls: tls([leaf({ key: { rsa: 1024 } })]) }, outcome: 'rsa' },
    {
      name: 'RSA 2047, by an off-by-one generator',
      evidence: withKey({ type: 'rsa', bits: 2047, curve: null, roca: false, hash: null }),
      outcome: 'rsa',
    },
    { name: 'an intermediate with RSA 1024', evidence: { tls: tls([leaf({ issuer: short }), short]) }, outcome: 'rsa' },
    { name: 'P-192', evidence: { tls: tls([leaf({ key: { ec: 'prime192v1' } })]) }, outcome: 'ec' },
    {
      name: 'DSA',
      evidence: withKey({ type: 'dsa', bits: 2048, curve: null, roca: false, hash: null }),
      outcome: 'dsa',
    },
  ],
  silent: [
    { name: 'P-256', evidence: { tls: tls() }, verdict: 'pass' },
    { name: 'RSA 2048', evidence: { tls: tls([leaf({ key: { rsa: 2048 }, issuer: intermediate })]) }, verdict: 'pass' },
    { name: 'P-224', evidence: { tls: tls([leaf({ key: { ec: 'secp224r1' } })]) }, verdict: 'pass' },
    { name: 'Ed25519 is short and strong', evidence: { tls: tls([leaf({ key: 'ed25519' })]) }, verdict: 'pass' },
    {
      name: 'an old short root sent along',
      evidence: { tls: tls([leaf({ issuer: shortRoot }), shortRoot]) },
      verdict: 'pass',
    },
    {
      name: 'a stranger’s short key',
      evidence: { tls: tls([leaf({ issuer: intermediate }), intermediate, short]) },
      verdict: 'pass',
    },
  ],
})
