import { testCheck } from '../../../test/check-table.ts'
import { dns } from '../../../test/dns-evidence.ts'
import { dnssec, withoutDnssec } from '../../../test/dnssec-zone.ts'
import check from './dnssec-denial.ts'

const denying = (more: object) => ({
  ...dns(),
  ...dnssec({
    denial: { kind: 'nsec3', next: null, owner: 'x.site.test', iterations: 0, salt_length: 0, opt_out: false, ...more },
  }),
})

testCheck(check, {
  fires: [
    { name: 'ten rounds', evidence: denying({ iterations: 10 }), outcome: 'iterations', seen: '10' },
    {
      name: 'a list from end to end',
      evidence: denying({ kind: 'nsec', owner: 'intern.site.test', next: 'mail.site.test' }),
      outcome: 'walkable',
      seen: 'intern.site.test mail.site.test',
    },
  ],
  silent: [
    { name: 'no extra rounds', evidence: denying({}), verdict: 'pass' },
    {
      name: 'made up as it goes',
      evidence: denying({ kind: 'nsec', owner: 'lasthash-0a.site.test', next: '\0.lasthash-0a.site.test' }),
      verdict: 'pass',
    },
    {
      name: 'another way to make it up',
      evidence: denying({ kind: 'nsec', owner: 'x.site.test', next: 'x~.site.test' }),
      verdict: 'pass',
    },
    { name: 'not seen', evidence: { ...dns(), ...dnssec() }, verdict: 'skip' },
    { name: 'not signed', evidence: { ...dns(), ...withoutDnssec() }, verdict: 'skip' },
  ],
})
