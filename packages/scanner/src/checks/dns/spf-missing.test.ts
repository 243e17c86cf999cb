import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED, MX, NULL_MX, NXDOMAIN } from '../../../test/dns-evidence.ts'
import check from './spf-missing.ts'

testCheck(check, {
  fires: [
    { name: 'mail, and no TXT at all', evidence: dns({ mx: MX }), outcome: 'missing' },
    {
      name: 'other TXT records',
      evidence: dns({ mx: MX, txt: answer('google-site-verification=abc', 'spf2.0/pra -all') }),
      outcome: 'missing',
    },
    { name: 'no mail server', evidence: dns(), outcome: 'missing_without_mail' },
    { name: 'a null MX', evidence: dns({ mx: NULL_MX }), outcome: 'missing_without_mail' },
    {
      name: 'quotation marks that a control panel kept',
      evidence: dns({ mx: MX, txt: answer('"v=spf1 mx -all"') }),
      outcome: 'unrecognized',
      seen: '"v=spf1 mx -all"',
    },
    {
      name: 'no space after the version',
      evidence: dns({ mx: MX, txt: answer('v=spf1;mx -all') }),
      outcome: 'unrecognized',
    },
  ],
  silent: [
    { name: 'a record', evidence: dns({ mx: MX, txt: answer('v=spf1 mx -all') }), verdict: 'pass' },
    { name: 'nobody sends', evidence: dns({ txt: answer('v=spf1 -all') }), verdict: 'pass' },
    { name: 'capitals', evidence: dns({ mx: MX, txt: answer('else', 'V=SPF1 MX -ALL') }), verdict: 'pass' },
    { name: 'nothing after the version', evidence: dns({ mx: MX, txt: answer('v=spf1') }), verdict: 'pass' },
    { name: 'DNS failed', evidence: dns({ mx: MX, txt: FAILED }), verdict: 'skip' },
    { name: 'DNS failed for the mail servers', evidence: dns({ mx: FAILED }), verdict: 'skip' },
    { name: 'a name from a hosts file', evidence: dns({ txt: NXDOMAIN, mx: NXDOMAIN }), verdict: 'skip' },
    {
      name: 'a site below a shared domain',
      evidence: dns({ name: 'someone.github.io', domain: 'github.io', mx: MX }),
      verdict: 'skip',
    },
  ],
})
