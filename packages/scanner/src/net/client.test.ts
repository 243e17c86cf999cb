import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as zlib from 'node:zlib'
import { makeCertificate } from '../../test/certificates.ts'
import { serving, testNet } from '../../test/net.ts'
import { startHttp, startHttps, startRaw } from '../../test/servers.ts'
import type { Exchange } from './exchange.ts'

const HEAD = 'HTTP/1.1 200 OK\r\n'

test('an exchange is plain data, headers as sent', async (t) => {
  const server = await serving(
    t,
    startRaw((socket) => {
      socket.end(
        `${HEAD}X-One: 1\r\nx-one:2\r\nSet-Cookie: a=\xe9\r\nSET-COOKIE: b=2\r\nContent-Length: 2\r\n\r\nok`,
        'latin1',
      )
    }),
  )
  const exchange = await testNet(t, server.origin).request(`${server.origin}/path?q=1`)
  assert.deepEqual(exchange.response.headers, [
    ['X-One', '1'],
    ['x-one', '2'],
    ['Set-Cookie', 'a=é'],
    ['SET-COOKIE', 'b=2'],
    ['Content-Length', '2'],
  ])
  assert.equal(exchange.response.body, 'ok')
  assert.equal(exchange.response.truncated, false)
  assert.equal(exchange.request.url, `${server.origin}/path?q=1`)
  assert.equal(exchange.remote_address, '127.0.0.1')
  assert.ok(exchange.duration_ms > 0)
  assert.deepEqual(JSON.parse(JSON.stringify(exchange)), exchange)
})

test('it says who is asking, and sends what the caller gives only to the website, without keeping it', async (t) => {
  const received: Record<string, unknown>[] = []
  const server = await serving(
    t,
    startHttp((request, response) => {
      received.push(request.headers)
      response.end()
    }),
  )
  const seen: Exchange[] = []
  const net = testNet(t, server.origin, {
    headers: [
      ['Cookie', 'session=secret'],
      ['User-Agent', 'Mine/1'],
    ],
    onExchange: (exchange) => seen.push(exchange),
  })
  await net.request(`${server.origin}/own`)
  await net.request(`${server.origin.replace('127.0.0.1', 'localhost')}/other`)
  assert.equal(received[0]!.cookie, 'session=secret')
  assert.equal(received[0]!['user-agent'], 'Mine/1')
  assert.equal(received[1]!.cookie, undefined)
  assert.match(
    received[1]!['user-agent'] as string,
    /^LastHash\/\d+\.\d+\.\d+ \(\+https:\/\/lasthash\.com\/scanner; scan_test\)$/,
  )
  assert.equal(seen.length, 2)
  assert.doesNotMatch(JSON.stringify(seen), /secret|Mine/)
})

test('methods, bodies and HEAD', async (t) => {
  const server = await serving(
    t,
    startHttp(async (request, response) => {
      const chunks = await request.toArray()
      response.end(`${request.method} ${request.headers['content-type']} ${Buffer.concat(chunks)}`)
    }),
  )
  const net = testNet(t, server.origin)
  const post = await net.request(server.origin, { method: 'POST', headers: [['Content-Type', 'text/x']], body: 'a=1' })
  assert.equal(post.response.body, 'POST text/x a=1')
  assert.equal(post.request.body, 'a=1')
  const head = await net.request(server.origin, { method: 'HEAD' })
  assert.deepEqual([head.response.status, head.response.body, head.response.truncated], [200, '', false])
})

const CODINGS: Record<string, (body: Buffer) => Buffer> = {
  gzip: (body) => zlib.gzipSync(body),
  'X-GZIP': (body) => zlib.gzipSync(body),
  br: (body) => zlib.brotliCompressSync(body),
  zstd: (body) => zlib.zstdCompressSync(body),
  deflate: (body) => zlib.deflateSync(body),
  'deflate ': (body) => zlib.deflateRawSync(body),
  'gzip, br': (body) => zlib.brotliCompressSync(zlib.gzipSync(body)),
  identity: (body) => body,
}
for (const [coding, encode] of Object.entries(CODINGS)) {
  test(`a body in ${coding} is decoded, and cut at its limit`, async (t) => {
    const text = 'Grüße '.repeat(1000)
    const server = await serving(
      t,
      startHttp((_, response) => {
        response.writeHead(200, { 'Content-Encoding': coding, 'Content-Type': 'text/html; charset=utf-8' })
        response.end(encode(Buffer.from(text)))
      }),
    )
    const net = testNet(t, server.origin)
    const whole = await net.request(server.origin)
    assert.equal(whole.response.body, text)
    assert.equal(whole.response.truncated, false)
    const part = await net.request(server.origin, { maxBody: 800 })
    assert.ok(part.response.body.length <= 800 && part.response.truncated)
    assert.ok(text.startsWith(part.response.body.replace(/\uFFFD$/, '')))
  })
}

const CHARSETS: [name: string, type: string, body: Buffer, text: string][] = [
  ['declared Latin-1', 'text/html; charset=ISO-8859-1', Buffer.from('caf\xe9', 'latin1'), 'café'],
  ['undeclared UTF-8', 'text/html', Buffer.from('café'), 'café'],
  ['undeclared Latin-1', 'text/html', Buffer.from('caf\xe9', 'latin1'), 'café'],
  [
    'meta element',
    'text/html',
    Buffer.from('<meta charset="windows-1251">\xcf', 'latin1'),
    '<meta charset="windows-1251">П',
  ],
  ['byte order mark before header', 'text/html; charset=latin1', Buffer.from('\ufeffé'), 'é'],
  ['UTF-16', 'text/plain', Buffer.from('\ufeffé', 'utf16le'), 'é'],
  ['invalid UTF-8', 'text/html; charset=utf-8', Buffer.from('a\xff\xfeb', 'latin1'), 'a\uFFFD\uFFFDb'],
  ['unknown charset', 'text/html; charset=klingon', Buffer.from('café'), 'café'],
]
for (const [name, type, body, text] of CHARSETS) {
  test(`text: ${name}`, async (t) => {
    const server = await serving(
      t,
      startHttp((_, response) => {
        response.writeHead(200, { 'Content-Type': type }).end(body)
      }),
    )
    assert.equal((await testNet(t, server.origin).request(server.origin)).response.body, text)
  })
}

test('an untrusted certificate and an old protocol are no reason not to ask', async (t) => {
  const weak = makeCertificate({ names: ['other.test'], key: { rsa: 1024 }, digest: 'sha1', not_after: new Date(0) })
  const server = await serving(
    t,
    startHttps(
      { key: weak.key, cert: weak.cert, minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' },
      (_, response) => response.end('old'),
    ),
  )
  const exchange = await testNet(t, server.origin).request(server.origin)
  assert.equal(exchange.response.body, 'old')
  assert.equal(exchange.alpn, 'http/1.1')
})

test('connections are kept, and one that the server closed meanwhile is not the end', async (t) => {
  let first = true
  const server = await serving(
    t,
    startRaw((socket) => {
      socket.on('data', () => {
        if (socket.bytesWritten > 0 && first) {
          first = false
          socket.destroy()
          return
        }
        socket.write(`${HEAD}Content-Length: 2\r\n\r\nok`)
      })
    }),
  )
  const net = testNet(t, server.origin)
  for (let count = 0; count < 4; count += 1) assert.equal((await net.request(server.origin)).response.body, 'ok')
  assert.equal(server.seen.length, 2)
  assert.equal(net.spent().requests, 5, 'the request that was sent again counts')
})

test('what is not a web address is refused', async (t) => {
  const net = testNet(t, 'http://127.0.0.1:1')
  for (const url of ['ftp://127.0.0.1/', 'nonsense', 'file:///etc/passwd']) {
    await assert.rejects(net.request(url), { code: 'bad_url' })
  }
})
