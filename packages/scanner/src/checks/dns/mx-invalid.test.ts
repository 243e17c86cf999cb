import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED, MX, NULL_MX } from '../../../test/dns-evidence.ts'
import check from './mx-invalid.ts'

const mx = (...names: string[]) => dns({ mx: answer(...names.map((exchange) => ({ exchange, priority: 10 }))) })

testCheck(check, {
  fires: [
    { name: 'an address', evidence: mx('185.1.1.1'), outcome: 'address', seen: '185.1.1.1' },
    {
      name: 'the mail server of the office',
      evidence: mx('mail.site.test', 'exchange.corp.local'),
      outcome: 'unreachable',
    },
    { name: 'localhost', evidence: mx('localhost.'), outcome: 'unreachable', seen: 'localhost' },
    { name: 'a null MX and another', evidence: mx('', 'mail.site.test'), outcome: 'null_beside_others' },
  ],
  silent: [
    { name: 'a mail server', evidence: dns({ mx: MX }), verdict: 'pass' },
    { name: 'several', evidence: mx('a.mail.test', 'b.mail.test'), verdict: 'pass' },
    { name: 'a null MX alone', evidence: dns({ mx: NULL_MX }), verdict: 'pass' },
    { name: 'a name that begins as an address', evidence: mx('185.1.1.1.mail.test'), verdict: 'pass' },
    { name: 'none', evidence: dns(), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ mx: FAILED }), verdict: 'skip' },
  ],
})
