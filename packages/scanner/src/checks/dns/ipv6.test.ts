import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED, NXDOMAIN } from '../../../test/dns-evidence.ts'
import check from './ipv6.ts'

const V4 = answer('185.1.1.1')

testCheck(check, {
  fires: [
    { name: 'IPv4 only', evidence: dns({ a: V4 }), outcome: 'missing' },
    {
      name: 'a server that denies names it has no AAAA for',
      evidence: dns({ a: V4, aaaa: NXDOMAIN }),
      outcome: 'missing',
    },
  ],
  silent: [
    { name: 'both', evidence: dns({ a: V4, aaaa: answer('2a00:1::1') }), verdict: 'pass' },
    { name: 'IPv6 only', evidence: dns({ aaaa: answer('2a00:1::1') }), verdict: 'pass' },
    { name: 'DNS failed', evidence: dns({ a: V4, aaaa: FAILED }), verdict: 'skip' },
    { name: 'a name from a hosts file', evidence: dns({ a: NXDOMAIN, aaaa: NXDOMAIN }), verdict: 'skip' },
  ],
})
