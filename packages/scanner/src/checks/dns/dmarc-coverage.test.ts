import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED } from '../../../test/dns-evidence.ts'
import check from './dmarc-coverage.ts'

const dmarc = (...records: string[]) => dns({ dmarc: answer(...records) })

testCheck(check, {
  fires: [
    { name: 'one half', evidence: dmarc('v=DMARC1; p=reject; pct=50'), outcome: 'partial', seen: 'pct=50' },
    { name: 'nothing', evidence: dmarc('v=DMARC1; p=quarantine; pct=0'), outcome: 'partial' },
    { name: 'test mode', evidence: dmarc('v=DMARC1; p=reject; t=Y'), outcome: 'testing' },
    { name: 'sp=none', evidence: dmarc('v=DMARC1; p=reject; sp=none'), outcome: 'subdomains_open' },
    { name: 'np=none', evidence: dmarc('v=DMARC1; p=quarantine; sp=reject; np=none'), outcome: 'subdomains_open' },
    {
      name: 'quarantine below reject',
      evidence: dmarc('v=DMARC1; p=reject; sp=quarantine'),
      outcome: 'subdomains_weaker',
    },
    {
      name: 'all at once',
      evidence: dmarc('v=DMARC1; p=reject; sp=none; pct=9; t=y'),
      outcome: ['partial', 'testing', 'subdomains_open'],
    },
  ],
  silent: [
    { name: 'reject', evidence: dmarc('v=DMARC1; p=reject'), verdict: 'pass' },
    {
      name: 'written out',
      evidence: dmarc('v=DMARC1; p=quarantine; sp=quarantine; np=reject; pct=100; t=n'),
      verdict: 'pass',
    },
    { name: 'stricter below', evidence: dmarc('v=DMARC1; p=quarantine; sp=reject'), verdict: 'pass' },
    {
      name: 'a percentage that cannot be read counts as 100',
      evidence: dmarc('v=DMARC1; p=reject; pct=half'),
      verdict: 'pass',
    },
    { name: 'p=none', evidence: dmarc('v=DMARC1; p=none; pct=10; sp=none'), verdict: 'skip' },
    { name: 'no record', evidence: dns(), verdict: 'skip' },
    { name: 'two records', evidence: dmarc('v=DMARC1; p=reject; pct=1', 'v=DMARC1; p=reject'), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ dmarc: FAILED }), verdict: 'skip' },
  ],
})
