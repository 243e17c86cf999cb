import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED } from '../../../test/dns-evidence.ts'
import check from './nameserver-count.ts'

const servers = (addresses: Record<string, readonly string[]>) =>
  dns({
    ns: answer(...Object.keys(addresses)),
    ns_addresses: Object.fromEntries(Object.entries(addresses).map(([name, list]) => [name, answer(...list)])),
  })

testCheck(check, {
  fires: [
    {
      name: 'one',
      evidence: servers({ 'ns1.site.test': ['185.1.1.1', '2a00:1::1'] }),
      outcome: 'single',
      seen: 'ns1.site.test',
    },
    {
      name: 'one name twice',
      evidence: dns({ ns: answer('ns1.site.test', 'NS1.site.test.') }),
      outcome: 'single',
    },
    {
      name: 'two names of one address',
      evidence: servers({ 'ns1.site.test': ['185.1.1.1'], 'ns2.site.test': ['185.1.1.1'] }),
      outcome: 'one_address',
      seen: '185.1.1.1',
    },
    {
      name: 'neighbours',
      evidence: servers({ 'ns1.site.test': ['185.1.1.1'], 'ns2.site.test': ['185.1.1.200'] }),
      outcome: 'one_network',
    },
  ],
  silent: [
    {
      name: 'two networks',
      evidence: servers({ 'ns1.site.test': ['185.1.1.1'], 'ns2.site.test': ['185.1.2.1'] }),
      verdict: 'pass',
    },
    {
      name: 'neighbours with IPv6',
      evidence: servers({ 'ns1.site.test': ['185.1.1.1', '2a00:1::1'], 'ns2.site.test': ['185.1.1.2', '2a01:1::1'] }),
      verdict: 'pass',
    },
    {
      name: 'the second did not resolve today',
      evidence: dns({
        ns: answer('ns1.site.test', 'ns2.site.test'),
        ns_addresses: { 'ns1.site.test': answer('185.1.1.1'), 'ns2.site.test': FAILED },
      }),
      verdict: 'pass',
    },
    {
      name: 'more servers than were asked for',
      evidence: dns({ ns: answer('a.test', 'b.test'), ns_addresses: { 'a.test': answer('185.1.1.1') } }),
      verdict: 'pass',
    },
    { name: 'no name servers', evidence: dns(), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ ns: FAILED }), verdict: 'skip' },
  ],
})
