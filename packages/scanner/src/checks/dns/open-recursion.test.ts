import { testCheck } from '../../../test/check-table.ts'
import { dns, nameservers, server } from '../../../test/dns-evidence.ts'
import check from './open-recursion.ts'

const at = (...all: Parameters<typeof server>[0][]) => ({ ...dns(), ...nameservers(all.map(server)) })

testCheck(check, {
  fires: [{ name: 'a resolver for everyone', evidence: at({ recursion: true }), outcome: 'open', seen: '198.18.0.1' }],
  silent: [
    { name: 'their own zones only', evidence: at({}, {}), verdict: 'pass' },
    { name: 'nobody could be asked', evidence: at({ error: 'refused_address' }), verdict: 'skip' },
  ],
})
