import { testCheck } from '../../../test/check-table.ts'
import { type OcspOptions, ocspResponse } from '../../../test/revocation.ts'
import { intermediate, type LeafOptions, leaf, tls } from '../../../test/tls.ts'
import check from './ocsp-stapling.ts'

const stapled = (options: OcspOptions | null, certificate: LeafOptions = { ocsp_url: 'http://ocsp.test/' }) => {
  const own = leaf({ issuer: intermediate, ...certificate })
  const der = options && ocspResponse(own, intermediate, options).toString('base64')
  return {
    tls: tls([own, intermediate]),
    revocation: {
      issuer: intermediate.der.toString('base64'),
      sources: der ? [{ kind: 'staple' as const, url: null, der, error: null }] : [],
    },
  }
}

testCheck(check, {
  fires: [
    { name: 'none, though the authority has a responder', evidence: stapled(null), outcome: 'missing' },
    { name: 'out of date', evidence: stapled({ until: -0.5 }), outcome: 'stale', seen: 'it was good until 2026-01-14' },
    { name: 'signed by a stranger', evidence: stapled({ signer: leaf() }), outcome: 'invalid' },
    {
      name: 'the authority does not know the certificate',
      evidence: stapled({ status: 'unknown' }),
      outcome: 'invalid',
    },
  ],
  silent: [
    { name: 'good', evidence: stapled({}), verdict: 'pass' },
    { name: 'revoked is another check’s', evidence: stapled({ status: 'revoked' }), verdict: 'pass' },
    { name: 'no responder, as with Let’s Encrypt', evidence: stapled(null, {}), verdict: 'skip' },
    {
      name: 'demanded by the certificate',
      evidence: stapled(null, { ocsp_url: 'http://ocsp.test/', must_staple: true }),
      verdict: 'skip',
    },
  ],
})
