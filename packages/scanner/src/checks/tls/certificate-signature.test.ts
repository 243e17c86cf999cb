import { makeCertificate } from '../../../test/certificates.ts'
import { testCheck } from '../../../test/check-table.ts'
import { leaf, tls } from '../../../test/tls.ts'
import check from './certificate-signature.ts'

const rsaRoot = makeCertificate({ commonName: 'RSA Root', ca: true, key: { rsa: 2048 }, digest: 'sha1' })
const weak = makeCertificate({ commonName: 'Weak', ca: true, issuer: rsaRoot, digest: 'sha1' })
const sound = makeCertificate({ commonName: 'Sound', ca: true, issuer: rsaRoot, key: 'ed25519' })

testCheck(check, {
  fires: [
    {
      name: 'MD5',
      evidence: { tls: tls([leaf({ issuer: rsaRoot, digest: 'md5' })]) },
      outcome: 'md5',
      seen: 'md5: CN=site.test',
    },
    {
      name: 'SHA-1',
      evidence: { tls: tls([leaf({ issuer: rsaRoot, digest: 'sha1' })]) },
      outcome: 'sha1',
      seen: 'sha1: CN=site.test',
    },
    {
      name: 'SHA-1 with ECDSA',
      evidence: { tls: tls([leaf({ issuer: weak, digest: 'sha1' }), weak]) },
      outcome: 'sha1',
    },
    {
      name: 'an intermediate with SHA-1',
      evidence: { tls: tls([leaf({ issuer: weak }), weak]) },
      outcome: 'sha1',
      seen: 'sha1: CN=Weak',
    },
  ],
  silent: [
    { name: 'SHA-256', evidence: { tls: tls() }, verdict: 'pass' },
    { name: 'SHA-384', evidence: { tls: tls([leaf({ issuer: rsaRoot, digest: 'sha384' })]) }, verdict: 'pass' },
    { name: 'Ed25519 names no digest', evidence: { tls: tls([leaf({ issuer: sound })]) }, verdict: 'pass' },
    {
      name: 'an old root’s own SHA-1 signature',
      evidence: { tls: tls([leaf({ issuer: sound }), sound, rsaRoot]) },
      verdict: 'pass',
    },
    {
      name: 'self-signed with SHA-1',
      evidence: { tls: tls([leaf({ key: { rsa: 2048 }, digest: 'sha1' })]) },
      verdict: 'skip',
    },
  ],
})
