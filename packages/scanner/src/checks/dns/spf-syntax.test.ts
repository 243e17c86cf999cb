import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED, NXDOMAIN } from '../../../test/dns-evidence.ts'
import check from './spf-syntax.ts'

const spf = (record: string, ...included: string[]) =>
  dns({ txt: answer(record), spf_includes: included.length === 0 ? {} : { 'other.test': answer(...included) } })

testCheck(check, {
  fires: [
    {
      name: 'a mechanism that does not exist',
      evidence: spf('v=spf1 ipv4:192.0.2.1 -all'),
      outcome: 'invalid',
      seen: 'ipv4:192.0.2.1',
    },
    { name: 'commas', evidence: spf('v=spf1 mx, -all'), outcome: 'invalid', seen: 'mx,' },
    { name: 'a host name as network', evidence: spf('v=spf1 ip4:mail.site.test -all'), outcome: 'invalid' },
    {
      name: 'the fault of an included record',
      evidence: spf('v=spf1 include:other.test -all', 'v=spf1 ip6:192.0.2.1 -all'),
      outcome: 'invalid',
    },
    {
      name: 'an include without SPF',
      evidence: spf('v=spf1 include:other.test -all', 'hello'),
      outcome: 'broken_include',
    },
    {
      name: 'an include that is gone',
      evidence: dns({ txt: answer('v=spf1 include:gone.test -all'), spf_includes: { 'gone.test': NXDOMAIN } }),
      outcome: 'broken_include',
    },
    {
      name: 'two records behind an include',
      evidence: spf('v=spf1 include:other.test -all', 'v=spf1 -all', 'v=spf1 ~all'),
      outcome: 'broken_include',
    },
    { name: 'itself', evidence: spf('v=spf1 include:site.test -all'), outcome: 'broken_include' },
    { name: 'ptr', evidence: spf('v=spf1 ptr -all'), outcome: 'ptr', seen: 'ptr' },
  ],
  silent: [
    {
      name: 'all kinds of terms',
      evidence: spf('v=spf1 a mx/24 a:m.site.test//64 ip4:192.0.2.0/24 ip6:2001:db8::/32 exists:%{i}.x.site.test -all'),
      verdict: 'pass',
    },
    {
      name: 'an include with spaces at its end',
      evidence: spf('v=spf1  include:other.test  -all ', 'v=spf1 -all '),
      verdict: 'pass',
    },
    { name: 'a modifier that nobody knows', evidence: spf('v=spf1 mx rua=mailto:a@site.test -all'), verdict: 'pass' },
    { name: 'an include by macro', evidence: spf('v=spf1 include:%{d2}._spf.site.test -all'), verdict: 'pass' },
    {
      name: 'an include that DNS failed for',
      evidence: dns({ txt: answer('v=spf1 include:a.test -all'), spf_includes: { 'a.test': FAILED } }),
      verdict: 'pass',
    },
    { name: 'ptr behind all is never read', evidence: spf('v=spf1 -all ptr'), verdict: 'pass' },
    { name: 'no record', evidence: dns(), verdict: 'skip' },
    { name: 'two records', evidence: dns({ txt: answer('v=spf1 x', 'v=spf1 y') }), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ txt: FAILED }), verdict: 'skip' },
  ],
})
