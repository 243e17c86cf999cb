import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { startDnsServer, type Zone } from '../../test/dns-server.ts'
import { gather } from '../../test/gather.ts'

async function asking(t: TestContext, url: string, zone: Zone) {
  const server = await startDnsServer(zone)
  t.after(() => server.close())
  return { server, evidence: () => gather(t, url, 'dns', { dnsServers: [server.address] }) }
}

const MX = [{ preference: 10, exchange: 'mail.site.test' }]

test('the host, its domain, and the mail of the domain', async (t) => {
  const { evidence, server } = await asking(t, 'https://shop.eu.site.test/', {
    'shop.eu.site.test': { A: ['192.0.2.7'], CAA: [{ tag: 'issue', value: 'ca.test' }] },
    'site.test': { NS: ['ns1.site.test', 'ns2.other.test'], MX, TXT: ['v=spf1 include:_spf.site.test -all', 'else'] },
    'ns1.site.test': { A: ['192.0.2.53'], AAAA: ['2001:db8::53'] },
    '_spf.site.test': { TXT: ['v=spf1 ip4:192.0.2.0/24 ~all'] },
    '_dmarc.site.test': { TXT: ['v=DMARC1; p=reject'] },
    '_mta-sts.site.test': { TXT: ['v=STSv1; id=1'] },
    '_smtp._tls.site.test': { TXT: ['v=TLSRPTv1; rua=mailto:a@site.test'] },
    'google._domainkey.site.test': { TXT: [['v=DKIM1; ', 'p=abc']] },
  })
  const dns = await evidence()
  assert.deepEqual([dns.name, dns.domain], ['shop.eu.site.test', 'site.test'])
  assert.deepEqual(dns.a.records, ['192.0.2.7'])
  assert.equal(dns.aaaa.status, 'nodata')
  assert.deepEqual(dns.mx.records, [{ exchange: 'mail.site.test', priority: 10 }])
  assert.deepEqual(dns.txt.records, ['v=spf1 include:_spf.site.test -all', 'else'])
  assert.deepEqual(
    dns.caa.map(({ name, answer }) => [name, answer.status]),
    [
      ['shop.eu.site.test', 'answered'],
      ['eu.site.test', 'nodata'],
      ['site.test', 'nodata'],
    ],
  )
  assert.deepEqual(dns.dmarc.records, ['v=DMARC1; p=reject'])
  assert.deepEqual(dns.mta_sts.records, ['v=STSv1; id=1'])
  assert.equal(dns.tls_rpt.status, 'answered')
  assert.deepEqual(dns.dkim, [{ selector: 'google', records: ['v=DKIM1; p=abc'] }])
  assert.deepEqual(Object.keys(dns.spf_includes), ['_spf.site.test'])
  assert.deepEqual(dns.ns_addresses['ns1.site.test'], { status: 'answered', records: ['192.0.2.53', '2001:db8::53'] })
  assert.equal(dns.ns_addresses['ns2.other.test']!.status, 'nxdomain')
  assert.deepEqual(JSON.parse(JSON.stringify(dns)), dns)
  assert.ok(server.queries.length <= 105, `${server.queries.length} queries`)
})

test('SPF records that include each other, macros, and too many of them', async (t) => {
  const many = Array.from({ length: 40 }, (_, index) => `include:n${index}.test`)
  const { evidence, server } = await asking(t, 'https://site.test/', {
    'site.test': {
      TXT: [`V=SPF1 include:A.test. ?include:b.test include:%{i}.c.test redirect=d.test`, 'v=spf10 include:x.test'],
    },
    'a.test': { TXT: ['v=spf1 include:b.test include:site.test include:a.test -all'] },
    'b.test': { TXT: ['not spf include:x.test'] },
    'd.test': { TXT: [['v=spf1', ...many.map((term) => ` ${term}`), ' -all']] },
  })
  const { spf_includes } = await evidence()
  assert.deepEqual(Object.keys(spf_includes).slice(0, 3), ['a.test', 'b.test', 'd.test'])
  assert.equal(Object.keys(spf_includes).length, 25)
  assert.equal(spf_includes['n0.test']!.status, 'nxdomain')
  assert.equal(server.queries.filter(({ name }) => name === 'x.test').length, 0)
})

test('a public suffix that anyone may register below belongs to its owner', async (t) => {
  const { evidence } = await asking(t, 'https://someone.github.io/', {})
  assert.equal((await evidence()).domain, 'github.io')
})

for (const [url, message] of [
  ['https://192.0.2.1/', '192.0.2.1 is an address and has no DNS records'],
  ['https://localhost/', 'localhost has no registrable domain'],
  ['https://co.uk/', 'co.uk has no registrable domain'],
] as const) {
  test(`not to be had: ${url}`, async (t) => {
    const { evidence, server } = await asking(t, url, {})
    await assert.rejects(evidence(), { message })
    assert.equal(server.queries.length, 0)
  })
}

test('a server that fails fails each answer, not the evidence', async (t) => {
  const { evidence } = await asking(t, 'https://site.test/', { 'site.test': { fault: 'SERVFAIL' } })
  const { a, txt, caa } = await evidence()
  for (const answer of [a, txt, caa[0]!.answer]) {
    assert.deepEqual(answer, { status: 'failed', records: [], error: 'ESERVFAIL' })
  }
})
