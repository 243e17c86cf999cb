import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { createServer, type TlsOptions } from 'node:tls'
import { promisify } from 'node:util'
import { type Certificate, makeCertificate, makeChain } from '../../test/certificates.ts'
import { serving, testNet } from '../../test/net.ts'
import { startHttps, startRaw, type TestServer } from '../../test/servers.ts'

const { root, intermediate, leaf } = makeChain({ names: ['site.test', 'localhost'] })
const stranger = makeCertificate({ names: ['stranger.test'] })
const OLD = { minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } as const

function secure(t: TestContext, options: TlsOptions & { sent?: readonly Certificate[] } = {}): Promise<TestServer> {
  const { sent = [leaf, intermediate], ...rest } = options
  const server = startHttps(
    { key: sent[0]!.key, cert: sent.map(({ cert }) => cert).join(''), ...rest },
    (_, response) => {
      response.end()
    },
  )
  return serving(t, server)
}

function probe(t: TestContext, { port, origin }: TestServer, host = 'localhost') {
  return testNet(t, origin, { limits: { connect_ms: 2_000 } }).tls(host, port)
}

const CHAINS: Record<string, readonly Certificate[]> = {
  'in order': [leaf, intermediate],
  'with its root': [leaf, intermediate, root],
  'out of order': [leaf, root, intermediate],
  'with a stranger': [leaf, stranger, intermediate],
  'leaf only': [leaf],
}
for (const [name, sent] of Object.entries(CHAINS)) {
  test(`the chain is told as sent: ${name}`, async (t) => {
    const { chain } = await probe(t, await secure(t, { sent }))
    assert.deepEqual(
      chain,
      sent.map(({ der }) => der.toString('base64')),
    )
  })
}

test('a modern server', async (t) => {
  const server = await secure(t, { ALPNProtocols: ['h2', 'http/1.1'] })
  const { chain, ...evidence } = await probe(t, server)
  assert.equal(chain.length, 2)
  assert.deepEqual(evidence, {
    host: 'localhost',
    port: server.port,
    trust_error: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    protocol: 'TLSv1.3',
    cipher: { name: 'TLS_AES_256_GCM_SHA384', standard_name: 'TLS_AES_256_GCM_SHA384' },
    group: 'X25519MLKEM768',
    alpn: 'h2',
    ocsp_stapled: false,
  })
})

test('an old server is spoken to in its own way', async (t) => {
  const key = makeCertificate({ names: ['localhost'], key: { rsa: 1024 }, digest: 'sha1' })
  const old = await secure(t, { sent: [key], ...OLD, maxVersion: 'TLSv1.1', ciphers: 'AES128-SHA:@SECLEVEL=0' })
  const evidence = await probe(t, old)
  assert.equal(evidence.protocol, 'TLSv1.1')
  assert.equal(evidence.group, null, 'RSA key exchange has no forward secrecy')
  assert.equal(evidence.cipher.standard_name, 'TLS_RSA_WITH_AES_128_CBC_SHA')
})

for (const [group, options] of [
  ['prime256v1', { ecdhCurve: 'prime256v1' }],
  ['X25519', { ecdhCurve: 'X25519' }],
  ['secp384r1', { ecdhCurve: 'secp384r1', maxVersion: 'TLSv1.2' }],
] as const) {
  test(`the group is told: ${group}`, async (t) => {
    assert.equal((await probe(t, await secure(t, options))).group, group)
  })
}

test('finite-field Diffie-Hellman is told by its size', async (t) => {
  const key = makeCertificate({ names: ['localhost'], key: { rsa: 2048 } })
  const options = { sent: [key], maxVersion: 'TLSv1.2', ciphers: 'DHE-RSA-AES128-GCM-SHA256', dhparam: 'auto' } as const
  assert.equal((await probe(t, await secure(t, options))).group, 'DH-2048')
})

test('stapling is told', async (t) => {
  const server = createServer({ key: leaf.key, cert: leaf.cert }, (socket) => socket.on('error', () => {}))
  server.on('OCSPRequest', (_, __, reply) => reply(null, Buffer.from('3003', 'hex')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  const { port } = server.address() as { port: number }
  const net = testNet(t, `https://localhost:${port}`)
  assert.equal((await net.tls('localhost', port)).ocsp_stapled, true)
})

test('the name is sent, an address is not', async (t) => {
  const names: (string | undefined)[] = []
  const server = await secure(t, {
    SNICallback: (name, reply) => {
      names.push(name)
      reply(null)
    },
  })
  await probe(t, server, 'localhost')
  assert.deepEqual(new Set(names), new Set(['localhost']))
  const before = names.length
  await probe(t, server, '127.0.0.1')
  assert.equal(names.length, before)
})

test('the budget counts each handshake', async (t) => {
  const server = await secure(t)
  const net = testNet(t, server.origin)
  await net.tls('localhost', server.port)
  assert.equal(net.spent().handshakes, 1)
})

test('no TLS to speak to', async (t) => {
  const plain = await serving(
    t,
    startRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
  )
  await assert.rejects(probe(t, plain), { code: 'tls', message: /localhost port \d+ failed: / })
  const silent = await serving(
    t,
    startRaw(() => {}),
  )
  await assert.rejects(probe(t, silent), { code: 'timeout' })
  const closing = await serving(
    t,
    startRaw((socket) => socket.destroy()),
  )
  await assert.rejects(probe(t, closing), { code: 'closed' })
})

/** Node reads NODE_EXTRA_CA_CERTS only when it starts, so trust is tried in another process. */
const TRUSTING = `
  const { openNet } = await import(process.argv[1] + '/open.ts')
  const { parseTarget } = await import(process.argv[1] + '/target.ts')
  const target = parseTarget(process.argv[2], { allowPrivate: true })
  const budget = { requests: 9, handshakes: 9, dns_queries: 9 }
  const net = openNet({ target, scanId: 'scan_test', allowPrivate: true, budget, resolve: async () => ['127.0.0.1'] })
  const { trust_error } = await net.tls(target.host, target.port)
  net.close()
  console.log(JSON.stringify(trust_error))
`

test('trust follows the roots of Node and NODE_EXTRA_CA_CERTS, whatever the name', async (t) => {
  const roots = join(tmpdir(), `lasthash-roots-${process.pid}.pem`)
  writeFileSync(roots, root.cert)
  t.after(() => rmSync(roots))
  const expired = makeCertificate({ names: ['site.test'], issuer: intermediate, not_after: new Date(Date.now() - 1) })
  const ask = async (sent: readonly Certificate[], host: string) => {
    const { port } = await secure(t, { sent })
    const args = ['--input-type=module', '-e', TRUSTING, import.meta.dirname, `https://${host}:${port}`]
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: roots }
    return JSON.parse((await promisify(execFile)(process.execPath, args, { env })).stdout)
  }
  const [good, otherName, incomplete, old] = await Promise.all([
    ask([leaf, intermediate], 'site.test'),
    ask([leaf, intermediate], 'other.test'),
    ask([leaf], 'site.test'),
    ask([expired, intermediate], 'site.test'),
  ])
  assert.equal(good, null)
  assert.equal(otherName, null, 'names are judged by a check')
  assert.equal(incomplete, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE')
  assert.equal(old, 'CERT_HAS_EXPIRED')
})
