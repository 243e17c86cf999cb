import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED, MX, NULL_MX, NXDOMAIN } from '../../../test/dns-evidence.ts'
import check from './mta-sts.ts'

const sts = (...records: string[]) => dns({ mx: MX, mta_sts: answer(...records) })

testCheck(check, {
  fires: [
    { name: 'no such name', evidence: dns({ mx: MX, mta_sts: NXDOMAIN }), outcome: 'missing' },
    { name: 'a wildcard answers with SPF', evidence: sts('v=spf1 -all'), outcome: 'missing' },
    { name: 'no id', evidence: sts('v=STSv1;'), outcome: 'invalid', seen: 'v=STSv1;' },
    { name: 'a date with hyphens', evidence: sts('v=STSv1; id=2026-01-01'), outcome: 'invalid' },
    { name: 'lower case', evidence: sts('v=stsv1; id=1'), outcome: 'invalid' },
    { name: 'twice', evidence: sts('v=STSv1; id=1', 'v=STSv1; id=2'), outcome: 'multiple' },
  ],
  silent: [
    { name: 'a record', evidence: sts('v=STSv1; id=20260101000000Z;'), verdict: 'pass' },
    { name: 'with a tag of the future', evidence: sts('v=STSv1; id=1; more=x'), verdict: 'pass' },
    { name: 'beside another text', evidence: sts('v=STSv1; id=1', 'hello'), verdict: 'pass' },
    { name: 'no mail', evidence: dns(), verdict: 'skip' },
    { name: 'a null MX', evidence: dns({ mx: NULL_MX }), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ mx: MX, mta_sts: FAILED }), verdict: 'skip' },
    { name: 'a shared domain', evidence: dns({ name: 'a.github.io', domain: 'github.io', mx: MX }), verdict: 'skip' },
  ],
})
