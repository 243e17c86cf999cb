import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as zlib from 'node:zlib'
import { makeCertificate } from '../../test/certificates.ts'
import { serving, testNet } from '../../test/net.ts'
import { startHttp, startHttps, startRaw } from '../../test/servers.ts'

const HEAD = 'HTTP/1.1 200 OK\r\n'
const SHORT = { connect_ms: 1_000, headers_ms: 300, response_ms: 600 }

/** A port where nothing listens: one that was just given back. */
async function closedPort(): Promise<number> {
  const server = await startRaw(() => {})
  await server.close()
  return server.port
}

test('nothing listens', async (t) => {
  const url = `http://127.0.0.1:${await closedPort()}`
  await assert.rejects(testNet(t, url).request(url), {
    code: 'refused',
    message: /^127\.0\.0\.1 port \d+ refused the connection: nothing listens there\.$/,
  })
})

test('silence before the header fields', async (t) => {
  const server = await serving(
    t,
    startRaw(() => {}),
  )
  const began = performance.now()
  await assert.rejects(testNet(t, server.origin, { limits: SHORT }).request(server.origin), { code: 'timeout' })
  assert.ok(performance.now() - began < 15_000)
})

test('silence in the TLS handshake', async (t) => {
  const server = await serving(
    t,
    startRaw(() => {}),
  )
  const url = server.origin.replace('http:', 'https:')
  await assert.rejects(testNet(t, url, { limits: { connect_ms: 300 } }).request(url), {
    code: 'timeout',
    message: /TLS handshake in time/,
  })
})

test('garbage instead of TLS', async (t) => {
  const server = await serving(
    t,
    startRaw((socket) => socket.end('220 smtp.example.com ESMTP\r\n')),
  )
  const url = server.origin.replace('http:', 'https:')
  await assert.rejects(testNet(t, url).request(url), { code: 'tls', message: /^The TLS handshake with 127/ })
})

test('garbage instead of HTTP', async (t) => {
  const server = await serving(
    t,
    startRaw((socket) => socket.end('220 smtp.example.com ESMTP\r\n\r\n')),
  )
  await assert.rejects(testNet(t, server.origin).request(server.origin), { code: 'protocol', message: /not HTTP/ })
})

test('closed without a word', async (t) => {
  const server = await serving(
    t,
    startRaw((socket) => socket.once('data', () => socket.destroy())),
  )
  await assert.rejects(testNet(t, server.origin).request(server.origin), { code: 'closed' })
  assert.equal(server.seen.length, 1, 'a fresh connection that is closed is not tried again')
})

test('a slow drip ends at the time limit with what came', async (t) => {
  const server = await serving(
    t,
    startRaw((socket) => {
      socket.write(`${HEAD}Content-Type: text/html\r\n\r\nstart`)
      const drip = setInterval(() => socket.write('.'), 20)
      socket.on('close', () => clearInterval(drip))
    }),
  )
  const began = performance.now()
  const { response } = await testNet(t, server.origin, { limits: SHORT }).request(server.origin)
  assert.ok(performance.now() - began < 15_000)
  assert.match(response.body, /^start\.+$/)
  assert.equal(response.truncated, true)
})

test('a drip of header fields ends at its time limit', async (t) => {
  const server = await serving(
    t,
    startRaw((socket) => {
      socket.write(HEAD)
      const drip = setInterval(() => socket.write('X-A: b\r\n'), 20)
      socket.on('close', () => clearInterval(drip))
    }),
  )
  await assert.rejects(testNet(t, server.origin, { limits: SHORT }).request(server.origin), { code: 'timeout' })
})

test('a flood of header fields is cut off', async (t) => {
  let sent = 0
  const server = await serving(
    t,
    startRaw((socket) => {
      socket.write(HEAD)
      const flood = () => {
        while (!socket.destroyed && socket.write(`X-Flood-${sent}: ${'x'.repeat(1000)}\r\n`)) sent += 1
      }
      socket.on('drain', flood)
      flood()
    }),
  )
  await assert.rejects(testNet(t, server.origin).request(server.origin), { code: 'too_large' })
})

test('many honest header fields are kept', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => {
      for (let index = 0; index < 60; index += 1) response.setHeader(`X-${index}`, 'x'.repeat(800))
      response.end()
    }),
  )
  const { response } = await testNet(t, server.origin).request(server.origin)
  assert.equal(response.headers.filter(([name]) => name.startsWith('X-')).length, 60)
})

test('an endless body costs its limit and no more', async (t) => {
  const block = Buffer.alloc(64 * 1024, 'x')
  const server = await serving(
    t,
    startRaw((socket) => {
      socket.write(`${HEAD}Content-Type: text/html\r\n\r\n`)
      const pour = () => {
        while (!socket.destroyed && socket.write(block)) {
          // until the socket is full
        }
      }
      socket.on('drain', pour)
      pour()
    }),
  )
  const { response } = await testNet(t, server.origin).request(server.origin)
  assert.equal(response.body.length, 2 * 1024 * 1024)
  assert.equal(response.truncated, true)
})

for (const [coding, bomb] of Object.entries({
  gzip: zlib.gzipSync(zlib.gzipSync(Buffer.alloc(300_000_000))),
  br: zlib.brotliCompressSync(Buffer.alloc(300_000_000), { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } }),
})) {
  test(`a ${coding} bomb costs bounded memory`, async (t) => {
    const server = await serving(
      t,
      startHttp((_, response) => {
        response.setHeader('Content-Encoding', coding === 'gzip' ? 'gzip, gzip' : coding)
        response.end(bomb)
      }),
    )
    const net = testNet(t, server.origin)
    await net.request(server.origin)
    const before = process.memoryUsage().rss
    const { response } = await net.request(server.origin)
    assert.ok(process.memoryUsage().rss - before < 50_000_000)
    assert.ok(response.body.length <= 2 * 1024 * 1024)
    assert.equal(response.truncated, true)
  })
}

const BROKEN: [name: string, raw: string, body: string][] = [
  ['broken chunk size', 'Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nZZ\r\nworld', 'hello'],
  ['chunks that end early', 'Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n10\r\nwor', 'hellowor'],
  ['a shorter body than announced', 'Content-Length: 100\r\n\r\nhello', 'hello'],
]
for (const [name, raw, body] of BROKEN) {
  test(`${name}: what came is kept, and marked`, async (t) => {
    const server = await serving(
      t,
      startRaw((socket) => socket.end(HEAD + raw)),
    )
    const { response } = await testNet(t, server.origin).request(server.origin)
    assert.deepEqual([response.status, response.body, response.truncated], [200, body, true])
  })
}

test('a longer body than announced: the rest is no answer to anything', async (t) => {
  const server = await serving(
    t,
    startRaw((socket) => socket.on('data', () => socket.write(`${HEAD}Content-Length: 2\r\n\r\nok and more`))),
  )
  const net = testNet(t, server.origin)
  for (let count = 0; count < 3; count += 1) assert.equal((await net.request(server.origin)).response.body, 'ok')
})

test('compressed data that ends early is read as far as it goes', async (t) => {
  const whole = zlib.gzipSync(Buffer.from(Array.from({ length: 5000 }, (_, index) => `line ${index}\n`).join('')))
  const server = await serving(
    t,
    startHttp((_, response) => {
      response.setHeader('Content-Encoding', 'gzip')
      response.end(whole.subarray(0, whole.length / 2))
    }),
  )
  const { response } = await testNet(t, server.origin).request(server.origin)
  assert.ok(response.body.startsWith('line 0\nline 1\n'))
  assert.equal(response.truncated, true)
})

test('a coding that is a lie leaves the bytes that came', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => {
      response.setHeader('Content-Encoding', 'rot13')
      response.end('uryyb')
    }),
  )
  const { response } = await testNet(t, server.origin).request(server.origin)
  assert.deepEqual([response.body, response.truncated], ['uryyb', true])
})

test('informational answers are passed over, an unasked switch of protocols is an error', async (t) => {
  const early = 'HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n'
  const hints = await serving(
    t,
    startRaw((socket) => socket.end(`${early}${HEAD}Content-Length: 2\r\n\r\nok`)),
  )
  assert.equal((await testNet(t, hints.origin).request(hints.origin)).response.body, 'ok')
  const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'
  const switching = await serving(
    t,
    startRaw((socket) => socket.end(upgrade)),
  )
  await assert.rejects(testNet(t, switching.origin).request(switching.origin), { name: 'NetError' })
})

test('the connection breaks inside TLS', async (t) => {
  const { key, cert } = makeCertificate({ names: ['site.test'] })
  const server = await serving(
    t,
    startHttps({ key, cert }, (request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' })
      response.write('half', () => request.socket.destroy())
    }),
  )
  const { response } = await testNet(t, server.origin).request(server.origin)
  assert.deepEqual([response.body, response.truncated], ['half', true])
})
