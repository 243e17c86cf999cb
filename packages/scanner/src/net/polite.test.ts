import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serving, testNet } from '../../test/net.ts'
import { startHttp, until } from '../../test/servers.ts'

test('the budget is kept exactly', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => response.end()),
  )
  const net = testNet(t, server.origin, { budget: { requests: 7, handshakes: 0, dns_queries: 0 } })
  const ends = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) => net.request(`${server.origin}/${index}`)),
  )
  assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 7)
  for (const end of ends) {
    if (end.status === 'rejected') assert.equal(end.reason.message, "The scan's budget of 7 HTTP requests is used up.")
  }
  assert.equal(server.seen.length, 7)
  assert.deepEqual(net.spent(), { requests: 7, handshakes: 0, dns_queries: 0 })
  await assert.rejects(net.tls('127.0.0.1', server.port), { code: 'budget' })
  await assert.rejects(net.navigate(server.origin), { code: 'budget' })
})

test('redirects count', async (t) => {
  const server = await serving(
    t,
    startHttp((request, response) => {
      response.writeHead(302, { Location: `${request.url}x` }).end()
    }),
  )
  const net = testNet(t, server.origin, { budget: { requests: 5, handshakes: 0, dns_queries: 0 } })
  await assert.rejects(net.navigate(`${server.origin}/`), { code: 'budget' })
  assert.equal(server.seen.length, 5)
})

test('no more at once than allowed, over as many connections', async (t) => {
  let running = 0
  let most = 0
  const server = await serving(
    t,
    startHttp((_, response) => {
      most = Math.max(most, ++running)
      setTimeout(() => {
        running -= 1
        response.end()
      }, 10)
    }),
  )
  const net = testNet(t, server.origin, { concurrency: 4 })
  await Promise.all(Array.from({ length: 24 }, () => net.request(server.origin)))
  assert.equal(most, 4)
  assert.equal(server.open(), 4)
})

test('no more in a second than allowed, but for one second’s worth at the start', async (t) => {
  const times: number[] = []
  const server = await serving(
    t,
    startHttp((_, response) => {
      times.push(performance.now())
      response.end()
    }),
  )
  const net = testNet(t, server.origin, { perSecond: 20 })
  await Promise.all(Array.from({ length: 32 }, () => net.request(server.origin)))
  const took = times.at(-1)! - times[0]!
  assert.ok(took >= 500 && took < 15_000, `the twelve beyond the first twenty took ${took} ms`)
})

test('429 with Retry-After: all requests wait, then the same is sent again', async (t) => {
  const times: number[] = []
  const server = await serving(
    t,
    startHttp((_, response) => {
      times.push(performance.now())
      if (times.length === 1) response.writeHead(429, { 'Retry-After': '1' })
      response.end('ok')
    }),
  )
  const net = testNet(t, server.origin)
  const first = net.request(`${server.origin}/first`)
  await until(() => times.length === 1, 'the first is answered')
  const [again] = await Promise.all([first, net.request(`${server.origin}/second`)])
  assert.equal(again.response.status, 200)
  assert.ok(server.seen.length >= 3)
  assert.ok(times.at(-1)! - times[0]! >= 990)
  assert.equal(net.spent().requests, server.seen.length)
})

test('429 for ever: given up after three, and what came is kept', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => {
      response.writeHead(429, { 'Retry-After': '0' }).end('no')
    }),
  )
  const { response } = await testNet(t, server.origin).request(server.origin)
  assert.equal(response.status, 429)
  assert.equal(server.seen.length, 3)
})

for (const [status, retryAfter] of [
  [429, '3600'],
  [429, 'Fri, 31 Dec 2100 23:59:59 GMT'],
  [503, undefined],
] as const) {
  test(`${status} with Retry-After ${retryAfter} is an answer, not waited for`, async (t) => {
    const server = await serving(
      t,
      startHttp((_, response) => {
        response.writeHead(status, retryAfter === undefined ? {} : { 'Retry-After': retryAfter }).end()
      }),
    )
    const { response } = await testNet(t, server.origin).request(server.origin)
    assert.equal(response.status, status)
    assert.equal(server.seen.length, 1)
  })
}
