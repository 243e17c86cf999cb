import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, MX, nameservers } from '../../../test/dns-evidence.ts'
import check from './dangling-record.ts'

const missing = (kind: 'NS' | 'MX', name: string, free: boolean) => ({
  ...dns({ ns: answer('ns1.site.test'), mx: MX }),
  ...nameservers(undefined, { missing_targets: [{ kind, name, registrable: 'gone.test', free }] }),
})

testCheck(check, {
  fires: [
    {
      name: 'a name server of a domain that nobody has',
      evidence: missing('NS', 'ns.gone.test', true),
      outcome: 'ns_free',
      seen: 'ns.gone.test',
    },
    { name: 'a mail server of such a domain', evidence: missing('MX', 'mx.gone.test', true), outcome: 'mx_free' },
    { name: 'a mail server of somebody’s domain', evidence: missing('MX', 'mx.gone.test', false), outcome: 'mx_gone' },
  ],
  silent: [
    { name: 'all there', evidence: { ...dns({ mx: MX }), ...nameservers() }, verdict: 'pass' },
    { name: 'a name server of somebody’s domain', evidence: missing('NS', 'ns.gone.test', false), verdict: 'pass' },
    { name: 'no records', evidence: { ...dns(), ...nameservers() }, verdict: 'skip' },
  ],
})
