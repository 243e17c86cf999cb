import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { connect as connectTls } from 'node:tls'
import { type Answer, type Asked, startProxy } from './proxy.ts'

const seen: Asked[] = []
const answer = async (asked: Asked): Promise<Answer> => {
  seen.push(asked)
  const headers: Answer['headers'] = [
    ['Content-Encoding', 'br'],
    ['X-Odd', 'a\u0000b'],
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
  ]
  return { status: 200, headers, body: Buffer.from('hello') }
}

/** Sends `text`, over TLS after a CONNECT where a host is given, and gives all that comes back. */
function speak(address: string, text: string, host?: string): Promise<string> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    const read = (from: NodeJS.ReadWriteStream) => {
      let all = ''
      from.on('data', (data) => {
        all += data
      })
      from.on('end', () => resolve(all))
      from.on('error', reject)
      from.write(text)
    }
    socket.on('error', reject)
    if (!host) return read(socket)
    socket.write(`CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
    socket.once('data', () => {
      const secured = connectTls({ socket, rejectUnauthorized: false, servername: 'site.test' }, () => read(secured))
      secured.on('error', reject)
    })
  })
}

test('requests in the open and in a tunnel are answered, without a connection to anywhere', async (t) => {
  const proxy = await startProxy(answer)
  t.after(() => proxy.close())
  const [name, key] = proxy.key
  const open = await speak(
    proxy.address,
    `GET http://site.test/a HTTP/1.1\r\nHost: site.test\r\n${name}: ${key}\r\nConnection: close\r\nX-Own: 1\r\n\r\n`,
  )
  assert.match(open, /^HTTP\/1\.1 200[\s\S]*Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n[\s\S]*hello/)
  assert.doesNotMatch(open, /content-encoding|x-odd/i)
  const tunnel = await speak(
    proxy.address,
    `GET /b?c HTTP/1.1\r\nHost: site.test\r\n${name}: ${key}\r\nConnection: close\r\n\r\n`,
    'site.test:443',
  )
  assert.match(tunnel, /hello/)
  assert.deepEqual(
    seen.map(({ url, headers }) => [url, headers]),
    [
      ['http://site.test/a', [['X-Own', '1']]],
      ['https://site.test/b?c', []],
    ],
  )
})

test('whoever does not know the key is refused, and a web socket is not opened', async (t) => {
  const proxy = await startProxy(answer)
  t.after(() => proxy.close())
  const before = seen.length
  assert.match(
    await speak(proxy.address, 'GET http://site.test/ HTTP/1.1\r\nHost: site.test\r\nConnection: close\r\n\r\n'),
    /^HTTP\/1\.1 403/,
  )
  const socket = `GET http://site.test/ HTTP/1.1\r\nHost: site.test\r\n${proxy.key.join(': ')}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`
  assert.equal(await speak(proxy.address, socket), '')
  assert.equal(seen.length, before)
})
