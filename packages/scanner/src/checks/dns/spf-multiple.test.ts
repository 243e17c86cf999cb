import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED } from '../../../test/dns-evidence.ts'
import check from './spf-multiple.ts'

testCheck(check, {
  fires: [
    {
      name: 'one for each mail service',
      evidence: dns({ txt: answer('v=spf1 include:_spf.google.com ~all', 'v=spf1 include:sendgrid.net ~all') }),
      outcome: 'multiple',
      seen: 'v=spf1 include:_spf.google.com ~all\nv=spf1 include:sendgrid.net ~all',
    },
    { name: 'the same twice', evidence: dns({ txt: answer('v=spf1 -all', 'V=spf1 -all') }), outcome: 'multiple' },
  ],
  silent: [
    { name: 'one among other records', evidence: dns({ txt: answer('v=spf1 -all', 'MS=ms123') }), verdict: 'pass' },
    {
      name: 'Sender ID and a later version beside it',
      evidence: dns({ txt: answer('v=spf1 -all', 'spf2.0/pra -all', 'v=spf10 -all') }),
      verdict: 'pass',
    },
    { name: 'none', evidence: dns(), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ txt: FAILED }), verdict: 'skip' },
  ],
})
