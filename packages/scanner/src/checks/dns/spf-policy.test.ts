import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED, MX } from '../../../test/dns-evidence.ts'
import check from './spf-policy.ts'

const spf = (record: string, included?: string) =>
  dns({ mx: MX, txt: answer(record), spf_includes: included === undefined ? {} : { 'other.test': answer(included) } })

testCheck(check, {
  fires: [
    { name: '+all', evidence: spf('v=spf1 mx +all'), outcome: 'everyone', seen: '+all' },
    { name: 'all without a sign', evidence: spf('v=spf1 mx ALL'), outcome: 'everyone', seen: 'ALL' },
    { name: 'half the internet', evidence: spf('v=spf1 ip4:0.0.0.0/1 -all'), outcome: 'everyone' },
    { name: 'a slip in the prefix of a', evidence: spf('v=spf1 a/2 -all'), outcome: 'everyone', seen: 'a/2' },
    {
      name: 'an include that lets all pass',
      evidence: spf('v=spf1 include:other.test -all', 'v=spf1 +all'),
      outcome: 'everyone',
    },
    { name: '?all', evidence: spf('v=spf1 mx ?all'), outcome: 'neutral', seen: 'v=spf1 mx ?all' },
    { name: 'redirected to ?all', evidence: spf('v=spf1 redirect=other.test', 'v=spf1 mx ?all'), outcome: 'neutral' },
    { name: 'no end', evidence: spf('v=spf1 mx include:other.test', 'v=spf1 -all'), outcome: 'open_end' },
  ],
  silent: [
    { name: '-all', evidence: spf('v=spf1 mx -all'), verdict: 'pass' },
    { name: '~all', evidence: spf('v=spf1 include:_spf.google.com ~all'), verdict: 'pass' },
    { name: 'redirected to ~all', evidence: spf('v=spf1 redirect=other.test', 'v=spf1 ~all'), verdict: 'pass' },
    { name: 'a whole class A', evidence: spf('v=spf1 ip4:17.0.0.0/8 -all'), verdict: 'pass' },
    {
      name: 'an include with ?all of its own',
      evidence: spf('v=spf1 include:other.test -all', 'v=spf1 ?all'),
      verdict: 'pass',
    },
    { name: '+all behind -all is never read', evidence: spf('v=spf1 -all +all'), verdict: 'pass' },
    {
      name: 'redirected to what failed',
      evidence: dns({ txt: answer('v=spf1 redirect=other.test'), spf_includes: { 'other.test': FAILED } }),
      verdict: 'skip',
    },
    { name: 'two records', evidence: dns({ txt: answer('v=spf1 +all', 'v=spf1 -all') }), verdict: 'skip' },
    { name: 'no record', evidence: dns(), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ txt: FAILED }), verdict: 'skip' },
  ],
})
