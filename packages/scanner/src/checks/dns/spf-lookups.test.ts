import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED, NXDOMAIN } from '../../../test/dns-evidence.ts'
import check from './spf-lookups.ts'

const hosts = (count: number) => Array.from({ length: count }, (_, index) => `a:mail${index}.site.test`).join(' ')
const spf = (record: string, included?: string) =>
  dns({ txt: answer(record), spf_includes: included === undefined ? {} : { 'other.test': answer(included) } })
const GONE = { 'a.test': NXDOMAIN, 'b.test': NXDOMAIN, 'c.test': answer<string>() }

testCheck(check, {
  fires: [
    { name: 'eleven', evidence: spf(`v=spf1 ${hosts(11)} -all`), outcome: 'too_many' },
    {
      name: 'five, and six in an include',
      evidence: spf(`v=spf1 ${hosts(4)} include:other.test -all`, `v=spf1 ${hosts(6)} -all`),
      outcome: 'too_many',
    },
    { name: 'ten and a redirect', evidence: spf(`v=spf1 ${hosts(10)} redirect=other.test`), outcome: 'too_many' },
    {
      name: 'three names that are gone',
      evidence: dns({ txt: answer('v=spf1 include:a.test include:b.test include:c.test -all'), spf_includes: GONE }),
      outcome: 'too_many_void',
      seen: 'include:a.test include:b.test include:c.test',
    },
  ],
  silent: [
    { name: 'ten', evidence: spf(`v=spf1 ${hosts(10)} -all`), verdict: 'pass' },
    { name: 'addresses cost nothing', evidence: spf(`v=spf1 ${'ip4:192.0.2.1 '.repeat(30)}-all`), verdict: 'pass' },
    {
      name: 'two names that are gone',
      evidence: dns({ txt: answer('v=spf1 include:a.test include:b.test -all'), spf_includes: GONE }),
      verdict: 'pass',
    },
    {
      name: 'names that DNS failed for',
      evidence: dns({
        txt: answer('v=spf1 include:a.test include:b.test include:c.test -all'),
        spf_includes: { 'a.test': FAILED, 'b.test': FAILED, 'c.test': FAILED },
      }),
      verdict: 'pass',
    },
    { name: 'no record', evidence: dns(), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ txt: FAILED }), verdict: 'skip' },
  ],
})
