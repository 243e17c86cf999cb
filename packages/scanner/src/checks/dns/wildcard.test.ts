import { testCheck } from '../../../test/check-table.ts'
import { dns, nameservers } from '../../../test/dns-evidence.ts'
import check from './wildcard.ts'

testCheck(check, {
  fires: [
    {
      name: 'any name',
      evidence: { ...dns(), ...nameservers(undefined, { wildcard: { name: 'x.site.test', records: ['192.0.2.1'] } }) },
      outcome: 'any_name',
      seen: '192.0.2.1',
    },
  ],
  silent: [
    { name: 'only what there is', evidence: { ...dns(), ...nameservers() }, verdict: 'pass' },
    {
      name: 'a shared domain',
      evidence: { ...nameservers(), ...dns({ name: 'a.github.io', domain: 'github.io' }) },
      verdict: 'skip',
    },
  ],
})
