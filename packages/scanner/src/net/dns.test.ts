import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { startDnsServer, type Zone } from '../../test/dns-server.ts'
import { testNet } from '../../test/net.ts'
import { Dns } from './dns.ts'
import { Meter } from './meter.ts'

async function asking(t: TestContext, zone: Zone, dns_queries = 150) {
  const server = await startDnsServer(zone)
  t.after(() => server.close())
  const net = testNet(t, 'http://site.test/', {
    dnsServers: [server.address],
    budget: { requests: 0, handshakes: 0, dns_queries },
  })
  return { server, net, dns: net.dns }
}

test('every kind of record, as plain data', async (t) => {
  const { dns } = await asking(t, {
    'site.test': {
      A: ['192.0.2.1', '192.0.2.2'],
      AAAA: ['2001:db8::1'],
      NS: ['ns1.site.test'],
      MX: [{ preference: 10, exchange: 'mail.site.test' }],
      TXT: ['v=spf1 -all', ['in two', ' parts']],
      CAA: [
        { tag: 'issue', value: 'ca.test' },
        { flags: 128, tag: 'iodef', value: 'mailto:a@site.test' },
      ],
      SOA: [
        { mname: 'ns1.site.test', rname: 'root.site.test', serial: 7, refresh: 1, retry: 2, expire: 3, minimum: 4 },
      ],
    },
    'www.site.test': { CNAME: 'site.test' },
  })
  const answered = <T>(records: T[]) => ({ status: 'answered', records })
  assert.deepEqual(await dns.a('site.test'), answered(['192.0.2.1', '192.0.2.2']))
  assert.deepEqual(await dns.aaaa('site.test'), answered(['2001:db8::1']))
  assert.deepEqual(await dns.ns('site.test'), answered(['ns1.site.test']))
  assert.deepEqual(await dns.mx('site.test'), answered([{ exchange: 'mail.site.test', priority: 10 }]))
  assert.deepEqual(await dns.txt('site.test'), answered(['v=spf1 -all', 'in two parts']))
  assert.deepEqual(await dns.cname('www.site.test'), answered(['site.test']))
  assert.deepEqual(await dns.a('www.site.test'), answered(['192.0.2.1', '192.0.2.2']))
  const soa = {
    nsname: 'ns1.site.test',
    hostmaster: 'root.site.test',
    serial: 7,
    refresh: 1,
    retry: 2,
    expire: 3,
    minttl: 4,
  }
  assert.deepEqual(await dns.soa('site.test'), answered([soa]))
  assert.deepEqual(
    await dns.caa('site.test'),
    answered([
      { critical: 0, tag: 'issue', value: 'ca.test' },
      { critical: 128, tag: 'iodef', value: 'mailto:a@site.test' },
    ]),
  )
})

test('nothing there, no such name, and no answer are three different things', async (t) => {
  const { dns } = await asking(t, {
    'site.test': { A: ['192.0.2.1'] },
    'broken.test': { fault: 'SERVFAIL' },
    'refused.test': { fault: 'REFUSED' },
  })
  assert.deepEqual(await dns.mx('site.test'), { status: 'nodata', records: [] })
  assert.deepEqual(await dns.mx('none.test'), { status: 'nxdomain', records: [] })
  assert.deepEqual(await dns.mx('broken.test'), { status: 'failed', records: [], error: 'ESERVFAIL' })
  assert.deepEqual(await dns.mx('refused.test'), { status: 'failed', records: [], error: 'EREFUSED' })
  assert.equal((await dns.mx(`${'a'.repeat(70)}.test`)).status, 'failed')
})

test('an answer too long for UDP is fetched over TCP', async (t) => {
  const { dns, server } = await asking(t, {
    'site.test': { TXT: Array.from({ length: 60 }, (_, i) => `${i} `.repeat(50)) },
  })
  assert.equal((await dns.txt('site.test')).records.length, 60)
  assert.equal(server.queries.at(-1)!.tcp, true)
})

test('a server that says nothing', async (t) => {
  const server = await startDnsServer({ 'site.test': { fault: 'silent' } })
  t.after(() => server.close())
  const meter = new Meter({ requests: 0, handshakes: 0, dns_queries: 1 })
  const dns = new Dns({ servers: [server.address], meter, signal: new AbortController().signal, timeout_ms: 100 })
  assert.deepEqual(await dns.a('site.test'), { status: 'failed', records: [], error: 'ETIMEOUT' })
})

test('each question is asked once and counted once, up to the budget', async (t) => {
  const { dns, net, server } = await asking(t, { 'site.test': { A: ['192.0.2.1'], TXT: ['x'] } }, 2)
  await Promise.all([dns.a('site.test'), dns.a('SITE.test'), dns.a('site.test')])
  await dns.txt('site.test')
  assert.deepEqual(await dns.mx('site.test'), { status: 'failed', records: [], error: 'EBUDGET' })
  assert.equal(server.queries.length, 2)
  assert.equal(net.spent().dns_queries, 2)
})
