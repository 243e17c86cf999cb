import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED } from '../../../test/dns-evidence.ts'
import check from './dmarc-reports.ts'

const dmarc = (...records: string[]) => dns({ dmarc: answer(...records) })

testCheck(check, {
  fires: [
    { name: 'no rua', evidence: dmarc('v=DMARC1; p=reject'), outcome: 'missing' },
    { name: 'an empty rua', evidence: dmarc('v=DMARC1; p=reject; rua='), outcome: 'missing' },
    {
      name: 'no scheme',
      evidence: dmarc('v=DMARC1; p=reject; rua=dmarc@site.test'),
      outcome: 'invalid',
      seen: 'dmarc@site.test',
    },
    {
      name: 'a space for the comma',
      evidence: dmarc('v=DMARC1; p=reject; rua=mailto:a@site.test mailto:b@site.test'),
      outcome: 'invalid',
    },
  ],
  silent: [
    { name: 'one address', evidence: dmarc('v=DMARC1; p=reject; rua=mailto:dmarc@site.test'), verdict: 'pass' },
    {
      name: 'two, one with a size',
      evidence: dmarc('v=DMARC1; p=none; rua=mailto:a@site.test!10m, MAILTO:b+c@other.test'),
      verdict: 'pass',
    },
    { name: 'no record', evidence: dns(), verdict: 'skip' },
    { name: 'two records', evidence: dmarc('v=DMARC1; p=reject', 'v=DMARC1; p=none'), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ dmarc: FAILED }), verdict: 'skip' },
  ],
})
