import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED, NXDOMAIN } from '../../../test/dns-evidence.ts'
import check from './nameserver-unresolvable.ts'

const GOOD = answer('185.1.1.1')
const servers = (ns_addresses: Parameters<typeof dns>[0] & object) =>
  dns({ ns: answer('a.test', 'b.test'), ...ns_addresses })

testCheck(check, {
  fires: [
    {
      name: 'not in DNS',
      evidence: servers({ ns_addresses: { 'a.test': GOOD, 'b.test': NXDOMAIN } }),
      outcome: 'gone',
      seen: 'b.test',
    },
    {
      name: 'no address',
      evidence: servers({ ns_addresses: { 'a.test': answer(), 'b.test': GOOD } }),
      outcome: 'no_address',
      seen: 'a.test',
    },
  ],
  silent: [
    { name: 'both there', evidence: servers({ ns_addresses: { 'a.test': GOOD, 'b.test': GOOD } }), verdict: 'pass' },
    {
      name: 'one that DNS failed for',
      evidence: servers({ ns_addresses: { 'a.test': GOOD, 'b.test': FAILED } }),
      verdict: 'pass',
    },
    { name: 'DNS failed for all', evidence: servers({ ns_addresses: { 'a.test': FAILED } }), verdict: 'skip' },
    { name: 'no name servers', evidence: dns(), verdict: 'skip' },
    { name: 'DNS failed for the list', evidence: dns({ ns: FAILED }), verdict: 'skip' },
  ],
})
