import { testCheck } from '../../../test/check-table.ts'
import { answer, dns } from '../../../test/dns-evidence.ts'
import check from './bimi.ts'

const bimi = (policy: string, ...records: string[]) => ({
  ...dns({ dmarc: answer(policy) }),
  mail_policy: { sts: null, bimi: answer(...records), receivers: [] },
})
const REJECT = 'v=DMARC1; p=reject'

testCheck(check, {
  fires: [
    { name: 'plain HTTP', evidence: bimi(REJECT, 'v=BIMI1; l=http://site.test/logo.svg'), outcome: 'invalid' },
    {
      name: 'twice',
      evidence: bimi(REJECT, 'v=BIMI1; l=https://site.test/a.svg', 'v=BIMI1; l=https://site.test/b.svg'),
      outcome: 'invalid',
    },
    {
      name: 'no policy',
      evidence: bimi('v=DMARC1; p=none', 'v=BIMI1; l=https://site.test/logo.svg'),
      outcome: 'no_policy',
    },
    {
      name: 'half a policy',
      evidence: bimi('v=DMARC1; p=reject; pct=50', 'v=BIMI1; l=https://site.test/logo.svg'),
      outcome: 'no_policy',
    },
  ],
  silent: [
    {
      name: 'in order',
      evidence: bimi(REJECT, 'v=BIMI1; l=https://site.test/logo.svg; a=https://site.test/logo.pem'),
      verdict: 'pass',
    },
    { name: 'declined', evidence: bimi('v=DMARC1; p=none', 'v=BIMI1; l=; a='), verdict: 'pass' },
    { name: 'none', evidence: bimi(REJECT), verdict: 'skip' },
    { name: 'another text', evidence: bimi(REJECT, 'hello'), verdict: 'skip' },
  ],
})
