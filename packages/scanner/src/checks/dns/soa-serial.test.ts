import { testCheck } from '../../../test/check-table.ts'
import { dns, nameservers, server } from '../../../test/dns-evidence.ts'
import check from './soa-serial.ts'

const at = (...all: Parameters<typeof server>[0][]) => ({ ...dns(), ...nameservers(all.map(server)) })

testCheck(check, {
  fires: [
    {
      name: 'one is behind',
      evidence: at({ serial: 8 }, { name: 'ns2.site.test', serial: 7 }),
      outcome: 'mismatch',
      seen: 'ns1.site.test 8, ns2.site.test 7',
    },
  ],
  silent: [
    { name: 'the same', evidence: at({}, {}), verdict: 'pass' },
    { name: 'only one told', evidence: at({}, { serial: null }), verdict: 'skip' },
  ],
})
