import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startDnsServer } from '../../test/dns-server.ts'
import { serving, testNet } from '../../test/net.ts'
import { startHttp, startRaw } from '../../test/servers.ts'
import { AddressBook } from './resolve.ts'

test('a name that changes its answer after the check changes nothing: the checked address is used', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => {
      response.writeHead(200, { Connection: 'close' }).end('ok')
    }),
  )
  let asked = 0
  const dns = await startDnsServer({ 'site.test': () => ({ A: [asked++ === 0 ? '127.0.0.1' : '169.254.169.254'] }) })
  t.after(() => dns.close())
  const origin = `http://site.test:${server.port}`
  const net = testNet(t, origin, { dnsServers: [dns.address] })
  for (let count = 0; count < 3; count += 1) {
    const { remote_address } = await net.request(origin)
    assert.equal(remote_address, '127.0.0.1')
  }
  assert.equal(dns.queries.filter(({ type }) => type === 'A').length, 1)
  await assert.rejects(net.tls('site.test', server.port), { code: 'tls' })
  assert.equal(dns.queries.filter(({ type }) => type === 'A').length, 1)
})

test('the address, not the name, is judged: a public name with an inner address is refused', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => response.end('secret')),
  )
  for (const address of ['127.0.0.1', '10.0.0.1', '::ffff:127.0.0.1', '64:ff9b::7f00:1', '169.254.169.254']) {
    const net = testNet(t, 'http://site.test/', { allowPrivate: false, resolve: async () => [address] })
    await assert.rejects(net.request(`http://site.test:${server.port}/`), {
      code: 'address_refused',
      message: /^site\.test leads nowhere that may be scanned: /,
    })
    await assert.rejects(net.tls('site.test', server.port), { code: 'address_refused' })
    assert.deepEqual(net.spent(), { requests: 0, handshakes: 0, dns_queries: 0 })
  }
  assert.equal(server.seen.length, 0)
})

test('an address in the URL is judged too, in any notation', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => response.end('secret')),
  )
  const net = testNet(t, 'http://site.test/', { allowPrivate: false, resolve: async () => ['192.0.2.1'] })
  for (const host of ['127.0.0.1', '127.1', '0x7f000001', '2130706433', '[::ffff:127.0.0.1]', '[::1]', 'localhost']) {
    const url = `http://${host}:${server.port}/`
    await assert.rejects(net.request(url), { code: 'address_refused' }, host)
  }
  assert.equal(server.open(), 0)
})

test('of several addresses only those that may be are used', async () => {
  const book = new AddressBook({
    allowPrivate: false,
    resolve: async () => ['10.0.0.1', '8.8.8.8', '169.254.169.254', '2606:4700::1111', '8.8.8.8'],
  })
  assert.deepEqual(await book.addresses('Site.test'), ['8.8.8.8', '2606:4700::1111'])
  await book.prefer('site.test', '2606:4700::1111')
  assert.deepEqual(await book.addresses('site.test'), ['2606:4700::1111', '8.8.8.8'])
  await book.prefer('site.test', '10.0.0.1')
  assert.deepEqual(await book.addresses('site.test'), ['2606:4700::1111', '8.8.8.8'])
})

test('where the first address does not answer the next is tried, and then kept to', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => response.end('ok')),
  )
  const origin = `http://site.test:${server.port}`
  const net = testNet(t, origin, { resolve: async () => ['127.0.0.99', '127.0.0.1'] })
  assert.equal((await net.request(origin)).remote_address, '127.0.0.1')
})

test('localhost is found by the system, and without it', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => response.end('ok')),
  )
  const url = `http://localhost:${server.port}`
  assert.equal((await testNet(t, url).request(url)).response.body, 'ok')
  assert.equal((await testNet(t, url, { dnsServers: ['127.0.0.1:1'] }).request(url)).response.body, 'ok')
})

test('a name that does not exist, has no address, or no server that answers', async (t) => {
  const dns = await startDnsServer({ 'mail.test': { MX: [] }, 'broken.test': { fault: 'SERVFAIL' } })
  t.after(() => dns.close())
  const net = testNet(t, 'http://mail.test/', { dnsServers: [dns.address] })
  const told = async (host: string) => (await net.navigate(`http://${host}/`)).error
  assert.equal(await told('none.test'), 'The name none.test does not exist in DNS.')
  assert.equal(await told('mail.test'), 'The name mail.test does not resolve to an address.')
  assert.equal(await told('broken.test'), 'The name broken.test does not resolve to an address.')
})

test('the system cannot resolve what does not exist', async (t) => {
  const net = testNet(t, 'http://none.invalid/')
  await assert.rejects(net.request('http://none.invalid/'), {
    code: 'dns',
    message: /^The name none\.invalid does not /,
  })
})

test('a server that listens nowhere else is not found by trying its port elsewhere', async (t) => {
  const server = await serving(
    t,
    startRaw(() => {}),
  )
  const net = testNet(t, server.origin, { resolve: async () => ['127.0.0.98'] })
  await assert.rejects(net.request(`http://site.test:${server.port}/`), { code: 'refused' })
})
