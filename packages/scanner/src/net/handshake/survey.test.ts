import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { TlsOptions } from 'node:tls'
import { type Certificate, makeCertificate } from '../../../test/certificates.ts'
import { serving, testNet } from '../../../test/net.ts'
import { startHttps, startRaw, type TestServer } from '../../../test/servers.ts'

const rsa = makeCertificate({ names: ['localhost'], key: { rsa: 2048 } })
const ec = makeCertificate({ names: ['localhost'] })

type Options = TlsOptions & { sent?: Certificate; ecdhCurve?: string; dhparam?: string }

async function secure(t: TestContext, { sent = rsa, ...options }: Options = {}): Promise<TestServer> {
  return serving(
    t,
    startHttps({ key: sent.key, cert: sent.cert, ...options }, (_, response) => response.end()),
  )
}

const survey = (t: TestContext, { origin, port }: TestServer, budget = 400) =>
  testNet(t, origin, { budget: { requests: 0, handshakes: budget, dns_queries: 9 } }).handshakes('localhost', port)

test('a modern server: everything it accepts, in its order', async (t) => {
  const ciphers =
    'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256'
  const server = await secure(t, { ciphers, honorCipherOrder: true, ALPNProtocols: ['h2', 'http/1.1'] })
  const { versions, groups, chains, ...evidence } = await survey(t, server)
  assert.deepEqual(
    Object.values(versions).map(({ accepted }) => accepted),
    [false, false, false, true, true],
  )
  const listed = (version: 'TLSv1.2' | 'TLSv1.3') => versions[version].suites.map(({ name }) => name)
  assert.deepEqual(listed('TLSv1.2'), [
    'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
    'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  ])
  assert.deepEqual(listed('TLSv1.3'), ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384'])
  assert.deepEqual([versions['TLSv1.2'].order, versions['TLSv1.3'].order], ['server', 'server'])
  assert.equal(versions['TLSv1.2'].suites[0]!.group, 'x25519')
  assert.equal(groups.tls13[0], 'X25519MLKEM768')
  assert.ok(['secp256r1', 'secp384r1', 'x448', 'ffdhe2048'].every((group) => groups.tls13.includes(group)))
  assert.deepEqual(chains, [[rsa.der.toString('base64')]])
  assert.deepEqual(evidence, {
    host: 'localhost',
    port: server.port,
    ssl2: null,
    dh: [],
    staple: null,
    timestamps: null,
    features: {
      version: 'TLSv1.2',
      secure_renegotiation: true,
      compression: false,
      heartbeat: false,
      extended_master_secret: true,
      npn: [],
    },
    alpn: ['h2', 'http/1.1'],
    server_name: { without: 'same', unknown: 'same' },
    fallback: 'refused',
    sessions: {
      by_id: false,
      by_ticket: true,
      ticket_lifetime: 7_200,
      tls13_tickets: 2,
      tls13_lifetime: 7_200,
      early_data: 0,
    },
    renegotiation: 'limited',
    intolerances: [],
    heartbleed: 'safe',
    ccs_injection: 'safe',
    ticketbleed: 'safe',
    robot: 'safe',
    padding: 'safe',
  })
})

test('an old server: versions, client’s order, Diffie-Hellman by its size, no forward secrecy', async (t) => {
  const server = await secure(t, {
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'AES128-SHA:DHE-RSA-AES256-SHA:AES256-SHA:@SECLEVEL=0',
    dhparam: 'auto',
    honorCipherOrder: false,
  })
  const { versions, groups, dh, features, sessions } = await survey(t, server)
  for (const version of ['TLSv1', 'TLSv1.1'] as const) {
    const { suites, order } = versions[version]
    assert.equal(order, 'client')
    assert.deepEqual(
      suites.map(({ name, key_bits }) => [name, key_bits]),
      [
        ['TLS_DHE_RSA_WITH_AES_256_CBC_SHA', 2048],
        ['TLS_RSA_WITH_AES_256_CBC_SHA', null],
        ['TLS_RSA_WITH_AES_128_CBC_SHA', null],
      ],
    )
  }
  assert.deepEqual(groups, { tls13: [], other: [] })
  assert.deepEqual(
    dh.map(({ bits, generator, reused }) => [bits, generator, reused]),
    [[2048, '02', false]],
  )
  assert.equal(features?.version, 'TLSv1.1')
  assert.equal(sessions.by_ticket, true, 'a session of TLS 1.1 was completed and taken up again')
  assert.equal(sessions.tls13_tickets, null)
})

test('a server with TLS 1.3 only shows its certificate and its tickets, too', async (t) => {
  const server = await secure(t, { sent: ec, minVersion: 'TLSv1.3', ALPNProtocols: ['http/1.1'] })
  const { versions, chains, features, alpn, sessions, fallback, renegotiation } = await survey(t, server)
  assert.equal(versions['TLSv1.3'].suites.length, 3)
  assert.deepEqual(chains, [[ec.der.toString('base64')]])
  assert.deepEqual([features, alpn, fallback, renegotiation], [null, ['http/1.1'], null, null])
  assert.equal(sessions.tls13_tickets, 2)
})

test('a server without the usual groups asks for one of its own', async (t) => {
  const { chains, sessions, groups } = await survey(
    t,
    await secure(t, { ecdhCurve: 'secp384r1', minVersion: 'TLSv1.3' }),
  )
  assert.deepEqual(groups.tls13, ['secp384r1'])
  assert.equal(chains.length, 1, 'the second hello was answered')
  assert.equal(sessions.tls13_tickets, 2)
})

test('a certificate for a curve does not hide the groups that are smaller than it', async (t) => {
  const { groups } = await survey(t, await secure(t, { sent: ec, maxVersion: 'TLSv1.2', honorCipherOrder: false }))
  assert.ok(
    ['x25519', 'secp256r1', 'secp384r1', 'secp521r1'].every((group) => groups.other.includes(group)),
    groups.other.join(', '),
  )
})

test('names: known, unknown and none', async (t) => {
  const other = makeCertificate({ names: ['other.test'], key: { rsa: 2048 } })
  const server = await secure(t, {
    SNICallback: (name, reply) => {
      if (name === 'localhost') reply(null)
      else reply(new Error('unknown'))
    },
  })
  assert.deepEqual((await survey(t, server)).server_name, { without: 'same', unknown: 'refused' })
  assert.notEqual(other.cert, rsa.cert)
})

test('a budget that runs out leaves what was found by then', async (t) => {
  const server = await secure(t)
  const { versions } = await survey(t, server, 14)
  assert.equal(versions['TLSv1.2'].accepted, true)
  assert.equal(versions['TLSv1.2'].complete, false)
})

test('no TLS to speak to', async (t) => {
  const plain = await serving(
    t,
    startRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
  )
  await assert.rejects(survey(t, plain), { code: 'tls', message: /completes no handshake with any version/ })
  const closing = await serving(
    t,
    startRaw((socket) => socket.destroy()),
  )
  await assert.rejects(survey(t, closing), { code: 'tls' })
  const gone = await startRaw(() => {})
  await gone.close()
  await assert.rejects(survey(t, gone), { code: 'refused', message: /nothing listens there/ })
})

test('a hostile server costs bounded time', async (t) => {
  const drip = await serving(
    t,
    startRaw((socket) => {
      const timer = setInterval(() => socket.write(Buffer.from([22])), 50)
      socket.on('close', () => clearInterval(timer))
    }),
  )
  const flood = await serving(
    t,
    startRaw((socket) => {
      const record = Buffer.alloc(5 + 16_384, 0)
      record.set([22, 3, 3, 0x40, 0x00])
      const more = () => {
        while (!socket.destroyed && socket.write(record));
      }
      socket.on('drain', more)
      more()
    }),
  )
  const limits = { connect_ms: 1_000 }
  for (const server of [drip, flood]) {
    const net = testNet(t, server.origin, { limits })
    const began = performance.now()
    await assert.rejects(net.handshakes('localhost', server.port), { code: 'tls' })
    assert.ok(performance.now() - began < 20_000)
  }
})

test('a cancel ends the handshakes that are under way', async (t) => {
  const silent = await serving(
    t,
    startRaw(() => {}),
  )
  const cancel = new AbortController()
  const net = testNet(t, silent.origin, { signal: cancel.signal })
  const ending = assert.rejects(net.handshakes('127.0.0.1', silent.port), { code: 'aborted' })
  setImmediate(() => cancel.abort())
  await ending
})
