import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { makeCertificate } from '../../test/certificates.ts'
import { gather } from '../../test/gather.ts'
import { serving } from '../../test/net.ts'
import { ocspResponse, revocationList } from '../../test/revocation.ts'
import { startHttp, startHttps } from '../../test/servers.ts'
import { readRevocations } from '../derive/revocations.ts'
import { Unavailable } from '../evidence.ts'

/** A site whose certificate names an authority on this machine, and what that was asked. */
async function site(t: TestContext, named: { ocsp?: boolean; crl?: boolean; issuers?: boolean }, send = true) {
  const issuer = makeCertificate({ commonName: 'Test Authority', ca: true })
  const asked: string[] = []
  const authority = await serving(
    t,
    startHttp((request, response) => {
      const path = request.url!.split('/')[1]!
      asked.push(path)
      const bytes = {
        ocsp: () => ocspResponse(leaf, issuer),
        crl: () => revocationList(issuer, [leaf]),
        ca: () => issuer.der,
      }
      response.end(path in bytes ? bytes[path as keyof typeof bytes]() : '')
    }),
  )
  const leaf = makeCertificate({
    names: ['127.0.0.1'],
    issuer,
    ...(named.ocsp && { ocsp_url: `${authority.origin}/ocsp` }),
    ...(named.crl && { crl_url: `${authority.origin}/crl` }),
    ...(named.issuers && { issuers_url: `${authority.origin}/ca` }),
  })
  const cert = leaf.cert + (send ? issuer.cert : '')
  const server = await serving(
    t,
    startHttps({ key: leaf.key, cert }, (_, response) => response.end()),
  )
  return { server, asked, leaf, issuer }
}

test('revocation: the responder is asked, and the list only when it gives no answer', async (t) => {
  const { server, asked } = await site(t, { ocsp: true, crl: true })
  const evidence = await gather(t, server.origin, 'revocation')
  assert.deepEqual(asked, ['ocsp'])
  assert.deepEqual(
    evidence.sources.map(({ kind, error }) => [kind, error]),
    [['ocsp', null]],
  )
})

test('revocation: the list tells as well, with an issuer that has to be fetched first', async (t) => {
  const { server, asked, leaf, issuer } = await site(t, { crl: true, issuers: true }, false)
  const evidence = await gather(t, server.origin, 'revocation')
  assert.deepEqual(asked, ['ca', 'crl'])
  assert.equal(evidence.issuer, issuer.der.toString('base64'))
  const tls = await gather(t, server.origin, 'tls')
  assert.equal(tls.chain[0], leaf.der.toString('base64'))
  const [read] = readRevocations(evidence, tls, Date.UTC(2026, 0, 15))
  assert.equal(read!.status, 'revoked')
})

test('revocation: an authority that gives no answer is told with its reason', async (t) => {
  const issuer = makeCertificate({ commonName: 'Test Authority', ca: true })
  const leaf = makeCertificate({ names: ['127.0.0.1'], issuer, ocsp_url: 'http://127.0.0.1:9/ocsp' })
  const server = await serving(
    t,
    startHttps({ key: leaf.key, cert: leaf.cert + issuer.cert }, (_, response) => response.end()),
  )
  const { sources } = await gather(t, server.origin, 'revocation')
  assert.equal(sources[0]!.der, null)
  assert.match(sources[0]!.error!, /nothing listens there/)
})

test('revocation: where nobody is named, nobody is asked', async (t) => {
  const { server, asked } = await site(t, {})
  await assert.rejects(gather(t, server.origin, 'revocation'), Unavailable)
  assert.deepEqual(asked, [])
})
