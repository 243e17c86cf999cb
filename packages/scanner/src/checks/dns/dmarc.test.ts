import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED, MX, NULL_MX, NXDOMAIN } from '../../../test/dns-evidence.ts'
import check from './dmarc.ts'

const dmarc = (...records: string[]) => dns({ mx: MX, dmarc: answer(...records) })

testCheck(check, {
  fires: [
    { name: 'no such name', evidence: dns({ mx: MX, dmarc: NXDOMAIN }), outcome: 'missing' },
    { name: 'a wildcard answers with SPF', evidence: dmarc('v=spf1 -all'), outcome: 'missing' },
    { name: 'a domain without mail', evidence: dns({ mx: NULL_MX, dmarc: NXDOMAIN }), outcome: 'missing_without_mail' },
    { name: 'lower case', evidence: dmarc('v=dmarc1; p=reject'), outcome: 'unrecognized', seen: 'v=dmarc1; p=reject' },
    { name: 'no semicolon', evidence: dmarc('v=DMARC1 p=reject'), outcome: 'unrecognized' },
    { name: 'quotation marks', evidence: dmarc('"v=DMARC1; p=reject"'), outcome: 'unrecognized' },
    { name: 'two records', evidence: dmarc('v=DMARC1; p=none', 'v=DMARC1; p=reject'), outcome: 'multiple' },
    { name: 'a policy that does not exist', evidence: dmarc('v=DMARC1; p=block'), outcome: 'invalid' },
    { name: 'no policy, no reports', evidence: dmarc('v=DMARC1'), outcome: 'invalid' },
    { name: 'a bad subdomain policy', evidence: dmarc('v=DMARC1; p=reject; sp=no'), outcome: 'invalid' },
    { name: 'p=none', evidence: dmarc('v=DMARC1; p=none'), outcome: 'none', seen: 'v=DMARC1; p=none' },
    { name: 'no policy, but reports', evidence: dmarc('v=DMARC1; rua=mailto:a@site.test'), outcome: 'none' },
    {
      name: 'a percentage of 200',
      evidence: dmarc('v=DMARC1; p=reject; pct=200'),
      outcome: 'malformed',
      seen: 'pct=200',
    },
    { name: 'a piece that is no tag', evidence: dmarc('v=DMARC1; p=none; reports'), outcome: ['none', 'malformed'] },
  ],
  silent: [
    { name: 'reject', evidence: dmarc('v=DMARC1; p=reject; rua=mailto:a@site.test'), verdict: 'pass' },
    { name: 'quarantine', evidence: dmarc('v=DMARC1;p=quarantine'), verdict: 'pass' },
    { name: 'spaces and capitals', evidence: dmarc('v = DMARC1 ; P = Reject ;'), verdict: 'pass' },
    { name: 'the policy last', evidence: dmarc('v=DMARC1; rua=mailto:a@site.test; p=reject'), verdict: 'pass' },
    { name: 'a record of another kind beside it', evidence: dmarc('v=DMARC1; p=reject', 'hello'), verdict: 'pass' },
    { name: 'a later version beside it', evidence: dmarc('v=DMARC1; p=reject', 'v=DMARC2; p=none'), verdict: 'pass' },
    { name: 'a tag that nobody knows', evidence: dmarc('v=DMARC1; p=reject; future=1'), verdict: 'pass' },
    {
      name: 'every tag',
      evidence: dmarc(
        'v=DMARC1; p=reject; sp=reject; np=reject; adkim=s; aspf=R; fo=1:d:s; pct=100; psd=n; rf=afrf; ri=86400; t=n; ruf=mailto:b@site.test',
      ),
      verdict: 'pass',
    },
    { name: 'an empty tag at the end', evidence: dmarc('v=DMARC1; p=reject;  '), verdict: 'pass' },
    { name: 'no mail, and all rejected', evidence: dns({ dmarc: answer('v=DMARC1; p=reject') }), verdict: 'pass' },
    { name: 'DNS failed', evidence: dns({ mx: MX, dmarc: FAILED }), verdict: 'skip' },
    { name: 'DNS failed for the mail servers', evidence: dns({ mx: FAILED, dmarc: NXDOMAIN }), verdict: 'skip' },
    { name: 'a name from a hosts file', evidence: dns({ txt: NXDOMAIN, dmarc: NXDOMAIN }), verdict: 'skip' },
    {
      name: 'a site below a shared domain',
      evidence: dns({ name: 'a.github.io', domain: 'github.io' }),
      verdict: 'skip',
    },
  ],
})
