import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startDnsServer } from '../../test/dns-server.ts'
import { serving, testNet } from '../../test/net.ts'
import { startHttp, startRaw, until } from '../../test/servers.ts'

test('after a cancel nothing more is sent, and all that is under way ends within two seconds', async (t) => {
  const server = await serving(
    t,
    startRaw(() => {}),
  ) // takes connections and says nothing
  const cancel = new AbortController()
  const net = testNet(t, server.origin, { signal: cancel.signal, concurrency: 3 })
  const all = [
    ...Array.from({ length: 20 }, () => net.request(server.origin)),
    net.navigate(server.origin),
    net.tls('127.0.0.1', server.port),
  ]
  await until(() => server.open() === 4, 'three requests and a handshake are under way')
  const began = performance.now()
  cancel.abort()
  const ends = await Promise.allSettled(all)
  assert.ok(performance.now() - began < 15_000)
  for (const end of ends) assert.equal(end.status === 'rejected' && end.reason.code, 'aborted')
  await until(() => server.open() === 0, 'all connections are closed')
  assert.equal(net.spent().requests, 3)

  await assert.rejects(net.request(server.origin), { code: 'aborted' })
  await assert.rejects(net.navigate(server.origin), { code: 'aborted' })
  await assert.rejects(net.tls('127.0.0.1', server.port), { code: 'aborted' })
  assert.equal(server.seen.length, 4)
})

test('a cancel ends a body that is being read', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => {
      response.write('half')
    }),
  )
  const cancel = new AbortController()
  const net = testNet(t, server.origin, { signal: cancel.signal })
  const request = net.request(server.origin)
  await until(() => server.seen.length === 1, 'the request is under way')
  cancel.abort()
  await assert.rejects(request, { code: 'aborted', message: 'The scan was cancelled.' })
  await until(() => server.open() === 0, 'the connection is closed')
})

test('a cancel ends the wait that a target asked for, and a look-up', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => {
      response.writeHead(429, { 'Retry-After': '9' }).end()
    }),
  )
  const dns = await startDnsServer({ 'site.test': { fault: 'silent' } })
  t.after(() => dns.close())
  const cancel = new AbortController()
  const net = testNet(t, server.origin, { signal: cancel.signal, dnsServers: [dns.address] })
  const waiting = [net.request(server.origin), net.dns.a('site.test'), net.request('http://site.test/')]
  await until(() => server.seen.length === 1 && dns.queries.length > 0, 'all are under way')
  const began = performance.now()
  cancel.abort()
  for (const end of await Promise.allSettled(waiting)) {
    assert.equal(end.status === 'rejected' && end.reason.code, 'aborted')
  }
  assert.ok(performance.now() - began < 15_000)
  assert.equal(server.seen.length, 1)
})

test('a scan that was cancelled before it began sends nothing', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => response.end()),
  )
  const net = testNet(t, server.origin, { signal: AbortSignal.abort() })
  await assert.rejects(net.request(server.origin), { code: 'aborted' })
  assert.equal(server.open(), 0)
})

test('closing ends connections that wait for more', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => response.end('ok')),
  )
  const net = testNet(t, server.origin)
  await net.request(server.origin)
  assert.equal(server.open(), 1)
  net.close()
  await until(() => server.open() === 0, 'the connection is closed')
  await assert.rejects(net.request(server.origin), { code: 'aborted', message: 'The scan is over.' })
})
