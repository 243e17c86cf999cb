import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { rootCertificates } from 'node:tls'
import { der } from '../../test/certificates.ts'
import { intermediate, leaf, root, tls } from '../../test/tls.ts'
import { Unavailable } from '../evidence.ts'
import { parseCertificates } from './certificates.ts'

const base64 = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, '')

const withoutHash = ({ hash: _, ...key }: { hash: string | null }) => key

test('certificates: what the extensions hold', () => {
  const list = Buffer.from('000800020102' + '0002aabb', 'hex')
  const { leaf: read } = parseCertificates(
    tls([
      leaf({
        names: ['site.test', '*.site.test', '192.0.2.1', '2001:db8::1'],
        must_staple: true,
        issuers_url: 'http://ca.test/ca.crt',
        ocsp_url: 'http://ocsp.test/',
        extensions: [{ oid: '1.3.6.1.4.1.11129.2.4.2', der: der(0x04, list) }],
        issuer: intermediate,
      }),
    ]),
  )
  assert.deepEqual(read.dns_names, ['site.test', '*.site.test'])
  assert.deepEqual(read.addresses, ['192.0.2.1', '2001:db8::1'])
  assert.equal(read.timestamps, 2)
  assert.equal(read.must_staple, true)
  assert.deepEqual(read.issuer_urls, ['http://ca.test/ca.crt'])
  assert.deepEqual(read.ocsp_urls, ['http://ocsp.test/'])
  assert.deepEqual(read.crl_urls, [])
  assert.deepEqual(read.signature, { oid: '1.2.840.10045.4.3.2', digest: 'sha256' })
  assert.deepEqual(withoutHash(read.key), { type: 'ec', bits: 256, curve: 'prime256v1', roca: false })
  assert.equal(read.self_signed, false)
  assert.equal(read.issuer, 'CN=Test Intermediate')
  assert.equal(read.not_before, Date.UTC(2025, 11, 16))
  assert.equal(read.not_after, Date.UTC(2026, 2, 16) - 1000)
})

test('certificates: keys and signatures of each kind', () => {
  const read = (options: Parameters<typeof leaf>[0]) => parseCertificates(tls([leaf(options)])).leaf
  assert.deepEqual(withoutHash(read({ key: { rsa: 1024 } }).key), { type: 'rsa', bits: 1024, curve: null, roca: false })
  assert.deepEqual(withoutHash(read({ key: { ec: 'secp384r1' } }).key), {
    type: 'ec',
    bits: 384,
    curve: 'secp384r1',
    roca: false,
  })
  assert.deepEqual(withoutHash(read({ key: 'ed25519' }).key), { type: 'ed25519', bits: null, curve: null, roca: false })
  assert.deepEqual(read({ key: 'ed25519' }).signature, { oid: '1.3.101.112', digest: null })
  assert.equal(read({ key: { rsa: 2048 }, digest: 'sha1' }).signature.digest, 'sha1')
  assert.equal(read({ key: { rsa: 2048 }, digest: 'md5' }).signature.digest, 'md5')
  assert.ok(read({}).self_signed)
})

test('certificates: the path is found whatever the order', () => {
  const own = leaf({ issuer: intermediate })
  const path = (...chain: Parameters<typeof tls>[0] & {}) => parseCertificates(tls(chain)).path
  assert.deepEqual(path(own, intermediate), [0, 1])
  assert.deepEqual(path(own, intermediate, root), [0, 1, 2])
  assert.deepEqual(path(own, root, intermediate), [0, 2, 1])
  assert.deepEqual(path(own, root), [0])
})

test('certificates: every one of the public roots can be read, and is public', () => {
  for (const pem of rootCertificates) {
    const read = parseCertificates(tls([], { chain: [base64(pem)] }))
    assert.ok(read.public_ca, read.leaf.subject)
    assert.ok(read.leaf.self_signed, read.leaf.subject)
    assert.notEqual(read.leaf.key.type, 'unknown')
  }
  assert.equal(parseCertificates(tls()).public_ca, false)
})

test('certificates: JSON keeps everything', () => {
  const read = parseCertificates(tls())
  assert.deepEqual(JSON.parse(JSON.stringify(read)), read)
})

test('certificates: rubbish is no certificate, and costs only itself', () => {
  const good = leaf().der.toString('base64')
  assert.throws(() => parseCertificates(tls([])), Unavailable)
  assert.throws(() => parseCertificates(tls([], { chain: ['AAAA'] })), Unavailable)
  assert.throws(() => parseCertificates(tls([], { chain: [good.slice(0, 200)] })), Unavailable)
  assert.equal(parseCertificates(tls([], { chain: [good, 'AAAA'] })).chain.length, 1)
  assert.equal(
    parseCertificates(
      tls([leaf({ extensions: [{ oid: '1.3.6.1.4.1.11129.2.4.2', der: der(0x04, Buffer.from('ffff', 'hex')) }] })]),
    ).leaf.timestamps,
    0,
  )
})

test('certificates: what NODE_EXTRA_CA_CERTS adds is trusted, but not public', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'root.pem')
  writeFileSync(file, root.cert)
  const evidence = tls()
  const script = `
    import { parseCertificates } from ${JSON.stringify(new URL('./certificates.ts', import.meta.url).href)}
    const { anchored, public_ca } = parseCertificates(${JSON.stringify(evidence)})
    process.stdout.write(JSON.stringify({ anchored, public_ca }))`
  const run = (env: NodeJS.ProcessEnv) =>
    JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env, encoding: 'utf8' }))
  const { NODE_EXTRA_CA_CERTS: _, ...bare } = process.env
  assert.deepEqual(run(bare), { anchored: false, public_ca: false })
  assert.deepEqual(run({ ...bare, NODE_EXTRA_CA_CERTS: file }), { anchored: true, public_ca: false })
})
