import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED, MX, NULL_MX, NXDOMAIN } from '../../../test/dns-evidence.ts'
import check from './tls-rpt.ts'

const rpt = (...records: string[]) => dns({ mx: MX, tls_rpt: answer(...records) })

testCheck(check, {
  fires: [
    { name: 'no such name', evidence: dns({ mx: MX, tls_rpt: NXDOMAIN }), outcome: 'missing' },
    { name: 'no address', evidence: rpt('v=TLSRPTv1;'), outcome: 'invalid' },
    { name: 'no scheme', evidence: rpt('v=TLSRPTv1; rua=a@site.test'), outcome: 'invalid' },
    { name: 'no semicolon', evidence: rpt('v=TLSRPTv1 rua=mailto:a@site.test'), outcome: 'invalid' },
    {
      name: 'twice',
      evidence: rpt('v=TLSRPTv1; rua=mailto:a@site.test', 'v=TLSRPTv1; rua=mailto:b@site.test'),
      outcome: 'invalid',
    },
  ],
  silent: [
    { name: 'by mail', evidence: rpt('v=TLSRPTv1; rua=mailto:a@site.test'), verdict: 'pass' },
    {
      name: 'by mail and over HTTPS',
      evidence: rpt('v=TLSRPTv1;rua=mailto:a@site.test, https://site.test/r?x=1;'),
      verdict: 'pass',
    },
    { name: 'beside another text', evidence: rpt('hello', 'v=TLSRPTv1; rua=mailto:a@site.test'), verdict: 'pass' },
    { name: 'a null MX', evidence: dns({ mx: NULL_MX }), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ mx: MX, tls_rpt: FAILED }), verdict: 'skip' },
  ],
})
