import { testCheck } from '../../../test/check-table.ts'
import { ocspResponse, revocationList } from '../../../test/revocation.ts'
import { intermediate, leaf, tls } from '../../../test/tls.ts'
import check from './certificate-revoked.ts'

const own = leaf({ issuer: intermediate })
const says = (kind: 'staple' | 'ocsp' | 'crl', bytes: Buffer | null) => ({
  tls: tls([own, intermediate]),
  revocation: {
    issuer: intermediate.der.toString('base64'),
    sources: [
      { kind, url: 'http://ca.test/', der: bytes?.toString('base64') ?? null, error: bytes ? null : 'it answered 503' },
    ],
  },
})
const revoked = ocspResponse(own, intermediate, { status: 'revoked' })

testCheck(check, {
  fires: [
    { name: 'by the responder', evidence: says('ocsp', revoked), outcome: 'revoked', seen: 'ocsp: since 2026-01-05' },
    { name: 'by the staple', evidence: says('staple', revoked), outcome: 'revoked' },
    { name: 'by the list', evidence: says('crl', revocationList(intermediate, [own])), outcome: 'revoked' },
  ],
  silent: [
    { name: 'good', evidence: says('ocsp', ocspResponse(own, intermediate)), verdict: 'pass' },
    { name: 'not on the list', evidence: says('crl', revocationList(intermediate, [])), verdict: 'pass' },
    { name: 'no answer', evidence: says('ocsp', null), verdict: 'skip' },
    {
      name: 'revoked, says somebody else',
      evidence: says('ocsp', ocspResponse(own, intermediate, { status: 'revoked', signer: own })),
      verdict: 'skip',
    },
  ],
})
