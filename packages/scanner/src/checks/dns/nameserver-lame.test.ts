import { testCheck } from '../../../test/check-table.ts'
import { dns, nameservers, server } from '../../../test/dns-evidence.ts'
import check from './nameserver-lame.ts'

const at = (...all: Parameters<typeof server>[0][]) => ({ ...dns(), ...nameservers(all.map(server)) })
const refusing = { authoritative: false, serial: null, rcode: 'REFUSED', transfer: null }

testCheck(check, {
  fires: [
    { name: 'refused', evidence: at({}, refusing), outcome: 'lame', seen: '198.18.0.1 REFUSED' },
    { name: 'all of them', evidence: at(refusing, { ...refusing, name: 'ns2.site.test' }), outcome: ['lame', 'lame'] },
    { name: 'at a provider', evidence: at({}, { ...refusing, name: 'ns-7.awsdns-12.com' }), outcome: 'claimable' },
    {
      name: 'no answer',
      evidence: at({}, { name: 'ns2.site.test', error: 'ETIMEOUT', authoritative: false, serial: null }),
      outcome: 'silent',
      seen: '198.18.0.1 ETIMEOUT',
    },
  ],
  silent: [
    {
      name: 'a resolver on the way answers for all of them',
      evidence: at({ authoritative: false }, { name: 'ns2.site.test', authoritative: false }),
      verdict: 'skip',
    },
    { name: 'both answer', evidence: at({}, {}), verdict: 'pass' },
    {
      name: 'nobody could be reached, so the line is ours',
      evidence: at({ error: 'ETIMEOUT', authoritative: false }, { error: 'ETIMEOUT', authoritative: false }),
      verdict: 'skip',
    },
    { name: 'no IPv6 here', evidence: at({}, { error: 'ENETUNREACH', authoritative: false }), verdict: 'pass' },
    {
      name: 'an address that is not asked',
      evidence: at({ authoritative: false, error: 'refused_address' }, {}),
      verdict: 'pass',
    },
    { name: 'the budget ran out', evidence: at({}, { error: 'EBUDGET', authoritative: false }), verdict: 'pass' },
  ],
})
