import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { startDnsServer, type Zone } from '../../test/dns-server.ts'
import { ZoneSigner } from '../../test/dnssec-zone.ts'
import { gather } from '../../test/gather.ts'
import type { EvidenceName } from '../evidence.ts'

const SOA = [
  { mname: 'ns1.site.test', rname: 'root.site.test', serial: 7, refresh: 1, retry: 2, expire: 3, minimum: 4 },
]
const MX = [{ preference: 10, exchange: 'mail.gone.test' }]
const ZONE: Zone = {
  'site.test': { A: ['127.0.0.1'], NS: ['ns1.site.test', 'ns2.lost.test'], MX, SOA },
  'ns1.site.test': { A: ['127.0.0.1'] },
  test: { NS: ['a.nic.test'] },
}

/** Gathers over a DNS server that is the resolver and the name server in one. */
async function gathering<N extends EvidenceName>(t: TestContext, name: N, zone: Zone, signers: ZoneSigner[] = []) {
  const server = await startDnsServer(zone, signers)
  t.after(() => server.close())
  const nameserverPort = Number(server.address.split(':')[1])
  const value = await gather(t, 'https://site.test/', name, { dnsServers: [server.address], nameserverPort })
  return { server, value }
}

test('name servers are asked at their own addresses, and missing targets are told', async (t) => {
  const { value, server } = await gathering(t, 'nameservers', ZONE)
  assert.equal(value.servers.length, 1)
  const [one] = value.servers
  assert.deepEqual([one!.name, one!.address, one!.authoritative, one!.serial], ['ns1.site.test', '127.0.0.1', true, 7])
  assert.equal(one!.transfer?.open, false)
  assert.deepEqual(value.missing_targets, [
    { kind: 'NS', name: 'ns2.lost.test', registrable: 'lost.test', free: true },
    { kind: 'MX', name: 'mail.gone.test', registrable: 'gone.test', free: true },
  ])
  assert.equal(value.wildcard, null)
  assert.ok(server.queries.some(({ type, tcp }) => type === 'AXFR' && tcp))
  assert.deepEqual(JSON.parse(JSON.stringify(value)), value)
})

test('an address for examples, and a private one where that is not allowed, get nothing', async (t) => {
  const zone = { ...ZONE, 'ns1.site.test': { A: ['192.0.2.53'] } }
  const { value, server } = await gathering(t, 'nameservers', zone)
  assert.equal(value.servers[0]!.error, 'refused_address')
  assert.ok(!server.queries.some(({ type }) => type === 'AXFR'))
})

test('a wildcard is seen', async (t) => {
  const { value } = await gathering(
    t,
    'nameservers',
    new Proxy(ZONE, {
      get: (zone, name: string) => (/^lasthash-\w+\.site\.test$/.test(name) ? { A: ['127.0.0.9'] } : zone[name]),
    }),
  )
  assert.deepEqual(value.wildcard?.records, ['127.0.0.9'])
})

test('signed records come with their signatures', async (t) => {
  const { value } = await gathering(t, 'dnssec', ZONE, [new ZoneSigner('site.test')])
  assert.equal(value.ds.status, 'answered')
  assert.equal(value.dnskey.signatures.length, 1)
  assert.equal(value.soa.signatures[0]!.signer, 'site.test')
  assert.equal(value.denial?.kind, 'nsec')
  assert.deepEqual(JSON.parse(JSON.stringify(value)), value)
})

test('an unsigned zone has none', async (t) => {
  const { value } = await gathering(t, 'dnssec', ZONE)
  assert.deepEqual([value.ds.status, value.dnskey.status, value.soa.status], ['nodata', 'nodata', 'answered'])
})

test('receivers of reports are asked, and the policy for mail fetched', async (t) => {
  const { value, server } = await gathering(t, 'mail_policy', {
    ...ZONE,
    '_dmarc.site.test': { TXT: ['v=DMARC1; p=none; rua=mailto:a@site.test,mailto:b@reports.other.test!10m'] },
    'site.test._report._dmarc.reports.other.test': { TXT: ['v=DMARC1'] },
    '_mta-sts.site.test': { TXT: ['v=STSv1; id=1'] },
    'mta-sts.site.test': { A: ['192.0.2.1'] },
    'default._bimi.site.test': { TXT: ['v=BIMI1; l=https://site.test/logo.svg'] },
  })
  assert.deepEqual(
    value.receivers.map(({ receiver, answer }) => [receiver, answer.records]),
    [['reports.other.test', ['v=DMARC1']]],
  )
  assert.equal(value.sts?.refused, true)
  assert.equal(value.bimi.records.length, 1)
  assert.ok(!server.queries.some(({ name }) => name.startsWith('site.test._report._dmarc.site.test')))
})

test('TLSA records are asked for at the website’s port and at the mail hosts', async (t) => {
  const { server } = await gathering(t, 'dane', ZONE)
  const asked = server.queries.filter(({ type }) => type === 'TLSA').map(({ name }) => name)
  assert.deepEqual(asked.sort(), ['_25._tcp.mail.gone.test', '_443._tcp.site.test'])
})

test('nobody asks a registry for names that it does not give out', async (t) => {
  await assert.rejects(gathering(t, 'rdap', ZONE), { message: 'no registry gives out site.test' })
})

test('the whole of DNS keeps to its budget, whatever the zone holds', async (t) => {
  const includes = Array.from({ length: 40 }, (_, n) => `include:n${n}.test`).join(' ')
  const servers = Array.from({ length: 12 }, (_, n) => `ns${n}.site.test`)
  const zone: Zone = {
    ...ZONE,
    'site.test': {
      A: ['127.0.0.1'],
      NS: servers,
      MX,
      SOA,
      TXT: [[`v=spf1 ${includes.slice(0, 250)}`, includes.slice(250), ' -all']],
    },
    'default._domainkey.site.test': { TXT: ['v=DKIM1; p='] },
    ...Object.fromEntries(servers.map((name) => [name, { A: ['127.0.0.1'] }])),
  }
  const server = await startDnsServer(zone)
  t.after(() => server.close())
  const options = { dnsServers: [server.address], nameserverPort: Number(server.address.split(':')[1]) }
  await gather(t, 'https://site.test/', 'nameservers', options)
  assert.ok(server.queries.length <= 150, `${server.queries.length} queries`)
})
