import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED, NXDOMAIN } from '../../../test/dns-evidence.ts'
import check from './nameserver-private.ts'

const addresses = (...records: string[]) =>
  dns({ ns: answer('ns1.site.test'), ns_addresses: { 'ns1.site.test': answer(...records) } })

testCheck(check, {
  fires: [
    { name: 'RFC 1918', evidence: addresses('10.0.0.53'), outcome: 'private', seen: '10.0.0.53' },
    { name: 'one of two', evidence: addresses('185.1.1.1', '192.168.1.1'), outcome: 'private', seen: '192.168.1.1' },
    { name: 'loopback', evidence: addresses('127.0.0.1'), outcome: 'private' },
    { name: 'IPv6', evidence: addresses('fd00::53', 'fe80::1'), outcome: ['private', 'private'] },
  ],
  silent: [
    { name: 'public', evidence: addresses('185.1.1.1', '2a00:1450::1'), verdict: 'pass' },
    { name: 'close to private ones', evidence: addresses('172.32.0.1', '11.0.0.1', '192.169.0.1'), verdict: 'pass' },
    {
      name: 'without an address',
      evidence: dns({ ns: answer('a.test'), ns_addresses: { 'a.test': NXDOMAIN } }),
      verdict: 'skip',
    },
    {
      name: 'a website of a private network, whose name server is there too',
      evidence: dns({
        a: answer('10.0.0.80'),
        ns: answer('ns1.site.test'),
        ns_addresses: { 'ns1.site.test': answer('10.0.0.53') },
      }),
      verdict: 'skip',
    },
    { name: 'no name servers', evidence: dns(), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ ns: FAILED }), verdict: 'skip' },
  ],
})
