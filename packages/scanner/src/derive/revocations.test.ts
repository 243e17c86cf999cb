import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeCertificate, sequence } from '../../test/certificates.ts'
import { ocspError, ocspResponse, revocationList } from '../../test/revocation.ts'
import { intermediate, leaf, root, tls } from '../../test/tls.ts'
import { derItems } from './der.ts'
import { ocspRequest } from './ocsp.ts'
import { readRevocations } from './revocations.ts'

const NOW = Date.UTC(2026, 0, 15)
const own = leaf({ issuer: intermediate })
const other = leaf({ issuer: intermediate })
const eku = (oid: string) => ({ oid: '2.5.29.37', der: sequence(Buffer.from(oid, 'hex')) })
const delegate = makeCertificate({
  commonName: 'Responder',
  issuer: intermediate,
  extensions: [eku('06082b06010505070309')],
})
const stranger = makeCertificate({ commonName: 'Stranger', issuer: intermediate })
const impostor = makeCertificate({ commonName: 'Impostor', issuer: root, extensions: [eku('06082b06010505070309')] })

const CASES: readonly [string, 'ocsp' | 'crl', Buffer, string, RegExp][] = [
  ['good', 'ocsp', ocspResponse(own, intermediate), 'good', /of 2026-01-14/],
  ['good for ever', 'ocsp', ocspResponse(own, intermediate, { until: null }), 'good', /of 2026-01-14/],
  ['revoked', 'ocsp', ocspResponse(own, intermediate, { status: 'revoked' }), 'revoked', /since 2026-01-05/],
  ['unknown', 'ocsp', ocspResponse(own, intermediate, { status: 'unknown' }), 'unknown', /./],
  ['out of date', 'ocsp', ocspResponse(own, intermediate, { until: -0.5 }), 'stale', /until 2026-01-14/],
  ['by a delegate', 'ocsp', ocspResponse(own, intermediate, { signer: delegate, delegate }), 'good', /./],
  [
    'by one that was not delegated to',
    'ocsp',
    ocspResponse(own, intermediate, { signer: stranger, delegate: stranger }),
    'unsigned',
    /./,
  ],
  [
    'by a delegate of another authority',
    'ocsp',
    ocspResponse(own, intermediate, { signer: impostor, delegate: impostor }),
    'unsigned',
    /./,
  ],
  [
    'signed by nobody it should be',
    'ocsp',
    ocspResponse(own, intermediate, { signer: root, status: 'revoked' }),
    'unsigned',
    /./,
  ],
  [
    'of another certificate',
    'ocsp',
    ocspResponse(other, intermediate, { status: 'revoked' }),
    'broken',
    /another certificate/,
  ],
  ['an error', 'ocsp', ocspError(6), 'broken', /error 6/],
  ['a page instead', 'ocsp', Buffer.from('<html>'), 'broken', /./],
  ['not on the list', 'crl', revocationList(intermediate, [other]), 'good', /./],
  ['an empty list', 'crl', revocationList(intermediate, []), 'good', /./],
  ['on the list', 'crl', revocationList(intermediate, [other, own]), 'revoked', /since 2026-01-05/],
  ['an old list', 'crl', revocationList(intermediate, [own], -0.5), 'stale', /./],
  ['the list of another authority', 'crl', revocationList(root, [own]), 'unsigned', /./],
  ['no list', 'crl', Buffer.from('<html>'), 'broken', /./],
]

for (const [name, kind, bytes, status, detail] of CASES) {
  test(`what an authority says is read: ${kind}, ${name}`, () => {
    const evidence = {
      issuer: intermediate.der.toString('base64'),
      sources: [{ kind, url: 'http://ca.test/', der: bytes.toString('base64'), error: null }],
    }
    const [read] = readRevocations(evidence, tls([own, intermediate]), NOW)
    assert.equal(read!.status, status, read!.detail)
    assert.match(read!.detail, detail)
  })
}

test('the request names the certificate by its issuer and its serial', () => {
  const request = ocspRequest(own.x509, new X509Certificate(intermediate.der))
  const id = derItems(
    derItems(derItems(derItems(derItems(request)[0]!.content)[0]!.content)[0]!.content)[0]!.content,
  )[0]!
  const [, nameHash, keyHash, serial] = derItems(id.content)
  assert.equal(serial!.content.toString('hex').replace(/^00/, ''), own.x509.serialNumber.toLowerCase())
  assert.deepEqual([nameHash!.content.length, keyHash!.content.length], [20, 20])
})

test('never throws, whatever an authority sends', () => {
  const good = ocspResponse(own, intermediate)
  const spoilt = fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, value]) => {
    const bytes = Buffer.from(good)
    bytes[at] = value
    return bytes
  })
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 60 }), spoilt),
      fc.constantFrom('ocsp' as const, 'crl' as const),
      (bytes, kind) => {
        const der = Buffer.from(bytes).toString('base64')
        readRevocations({ issuer: null, sources: [{ kind, url: null, der, error: null }] }, tls([own]), NOW)
      },
    ),
    { numRuns: 300 },
  )
})
