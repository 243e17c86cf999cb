import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { test } from 'node:test'
import { serving, testNet } from '../../test/net.ts'
import { startHttp, startRaw } from '../../test/servers.ts'

/** Answers each path with a redirect to where the table says, and all others with 200. */
function redirecting(table: Record<string, string>): RequestListener {
  return (request, response) => {
    const location = table[request.url!]
    if (location !== undefined) response.writeHead(302, { Location: location })
    response.end(`at ${request.url}`)
  }
}

test('redirects are followed, relative ones and those to the www twin too', async (t) => {
  const server = await serving(
    t,
    startHttp((request, response) => {
      const table: Record<string, string> = {
        '/': '/a/b',
        '/a/b': '../c?x#part',
        '/c?x': `http://www.site.test:${server.port}/end`,
      }
      redirecting(table)(request, response)
    }),
  )
  const origin = `http://site.test:${server.port}`
  const net = testNet(t, origin, { resolve: async () => ['127.0.0.1'] })
  const { start, exchanges, end } = await net.navigate(`${origin}/`)
  assert.equal(start, `${origin}/`)
  assert.equal(end, 'answered')
  assert.deepEqual(
    exchanges.map(({ request }) => request.url),
    [`${origin}/`, `${origin}/a/b`, `${origin}/c?x`, `http://www.site.test:${server.port}/end`],
  )
  assert.equal(exchanges.at(-1)!.response.body, 'at /end')
})

test('a loop ends, and says so', async (t) => {
  const server = await serving(t, startHttp(redirecting({ '/': '/a', '/a': '/' })))
  const { end, next, exchanges } = await testNet(t, server.origin).navigate(`${server.origin}/`)
  assert.deepEqual([end, next, exchanges.length], ['loop', `${server.origin}/`, 2])
})

test('ten redirects are followed, eleven are not', async (t) => {
  const chain = (length: number) =>
    redirecting(Object.fromEntries(Array.from({ length }, (_, hop) => [`/${hop}`, `/${hop + 1}`])))
  const ten = await serving(t, startHttp(chain(10)))
  const within = await testNet(t, ten.origin).navigate(`${ten.origin}/0`)
  assert.deepEqual([within.end, within.exchanges.length], ['answered', 11])
  const eleven = await serving(t, startHttp(chain(11)))
  const beyond = await testNet(t, eleven.origin).navigate(`${eleven.origin}/0`)
  assert.deepEqual([beyond.end, beyond.exchanges.length], ['too_many_redirects', 11])
  assert.equal(beyond.next, `${eleven.origin}/11`)
  assert.equal(eleven.seen.length, 11)
})

test('a page that wants its cookie back is no loop', async (t) => {
  const server = await serving(
    t,
    startHttp((request, response) => {
      if (request.headers.cookie === 'seen=1; b=x y') return response.end('welcome')
      response.writeHead(302, {
        Location: '/',
        'Set-Cookie': ['seen=1; Path=/; HttpOnly', 'b=x y', 'only=tls; Secure', 'bad=\xe9'],
      })
      response.end()
    }),
  )
  const { end, exchanges } = await testNet(t, server.origin).navigate(`${server.origin}/`)
  assert.equal(end, 'answered')
  assert.equal(exchanges.at(-1)!.response.body, 'welcome')
})

const ELSEWHERE = [
  'https://other.test/',
  'http://169.254.169.254/latest/meta-data/',
  'http://10.0.0.1/',
  'http://[::ffff:169.254.169.254]/',
  'http://127.0.0.1.nip.test/',
  'http://notsite.test/',
  'http://sub.site.test/',
  'javascript:alert(1)',
  'ftp://site.test/',
  'file:///etc/passwd',
]
for (const location of ELSEWHERE) {
  test(`not followed: a redirect to ${location}`, async (t) => {
    const server = await serving(t, startHttp(redirecting({ '/': location })))
    const origin = `http://site.test:${server.port}`
    const asked: string[] = []
    const net = testNet(t, origin, {
      resolve: async (host) => {
        asked.push(host)
        return ['127.0.0.1']
      },
    })
    const { end, next, exchanges } = await net.navigate(`${origin}/`)
    assert.deepEqual([end, next, exchanges.length], ['left_scope', URL.parse(location)!.href, 1])
    assert.deepEqual(asked, ['site.test'])
    assert.equal(server.seen.length, 1)
  })
}

test('a redirect to the twin is checked anew: a twin inside the network is not asked', async (t) => {
  const inner = await serving(
    t,
    startHttp((_, response) => response.end('secret')),
  )
  const server = await serving(t, startHttp(redirecting({ '/': `http://www.site.test:${inner.port}/` })))
  const origin = `http://site.test:${server.port}`
  const net = testNet(t, origin, {
    resolve: async (host) => [host.startsWith('www.') ? '169.254.169.254' : '127.0.0.1'],
  })
  const { end, error, exchanges } = await net.navigate(`${origin}/`)
  assert.equal(end, 'failed')
  assert.match(error!, /^www\.site\.test leads nowhere that may be scanned: 169\.254\.169\.254 is a cloud's metadata/)
  assert.equal(exchanges.length, 1)
  assert.equal(inner.seen.length, 0)
})

for (const location of ['', 'http://', 'http://[', '   ']) {
  test(`a Location that is no address (${JSON.stringify(location)}) does not break anything`, async (t) => {
    const server = await serving(
      t,
      startRaw((socket) => socket.end(`HTTP/1.1 302 x\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`)),
    )
    const { end, exchanges } = await testNet(t, server.origin).navigate(`${server.origin}/`)
    assert.match(end, /^(answered|loop)$/)
    assert.equal(exchanges.length, 1)
  })
}

test('what fails on the way is told, with what came before', async (t) => {
  const gone = await startRaw(() => {})
  await gone.close()
  const server = await serving(t, startHttp(redirecting({ '/': `http://127.0.0.1:${gone.port}/` })))
  const { end, error, exchanges } = await testNet(t, server.origin).navigate(`${server.origin}/`)
  assert.equal(end, 'refused')
  assert.match(error!, /refused the connection/)
  assert.equal(exchanges.length, 1)

  const silent = await serving(
    t,
    startRaw(() => {}),
  )
  const slow = await testNet(t, silent.origin, { limits: { headers_ms: 200 } }).navigate(silent.origin)
  assert.deepEqual([slow.end, slow.exchanges.length], ['timeout', 0])
})

test('one address is asked for once in a scan, unless options say otherwise', async (t) => {
  const server = await serving(t, startHttp(redirecting({})))
  const net = testNet(t, server.origin)
  await Promise.all([net.navigate(server.origin), net.navigate(server.origin)])
  assert.equal(server.seen.length, 1)
  await net.navigate(server.origin, { maxBody: 10 })
  assert.equal(server.seen.length, 2)
})
