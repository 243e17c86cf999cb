import { testCheck } from '../../../test/check-table.ts'
import { dns, nameservers, server } from '../../../test/dns-evidence.ts'
import check from './zone-transfer.ts'

const at = (...all: Parameters<typeof server>[0][]) => ({ ...dns(), ...nameservers(all.map(server)) })

testCheck(check, {
  fires: [
    {
      name: 'one of two',
      evidence: at(
        {},
        { name: 'ns2.site.test', transfer: { open: true, names: ['intern.site.test', 'vpn.site.test'] } },
      ),
      outcome: 'open',
      seen: 'intern.site.test vpn.site.test',
    },
  ],
  silent: [
    { name: 'both refuse', evidence: at({}, {}), verdict: 'pass' },
    { name: 'nobody could be asked', evidence: at({ error: 'ETIMEOUT', transfer: null }), verdict: 'skip' },
    {
      name: 'a shared domain',
      evidence: { ...at({}), ...dns({ name: 'a.github.io', domain: 'github.io' }) },
      verdict: 'skip',
    },
  ],
})
