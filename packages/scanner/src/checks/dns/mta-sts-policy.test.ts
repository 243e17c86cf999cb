import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, MX } from '../../../test/dns-evidence.ts'
import { exchange } from '../../../test/evidence.ts'
import check from './mta-sts-policy.ts'

const URL = 'https://mta-sts.site.test/.well-known/mta-sts.txt'
const LONG = 'max_age: 604800'
const at = (sts: object | null) => ({
  ...dns({ mx: MX, mta_sts: answer('v=STSv1; id=1') }),
  mail_policy: {
    sts: sts && { url: URL, exchange: null, trust_error: null, error: null, refused: false, ...sts },
    bimi: answer<string>(),
    receivers: [],
  },
})
const policy = (body: string, status = 200, more = {}) =>
  at({ exchange: exchange({ url: URL, status, body, headers: { 'Content-Type': 'text/plain' } }), ...more })
const lines = (...all: string[]) => policy(`${['version: STSv1', ...all].join('\r\n')}\r\n`)

testCheck(check, {
  fires: [
    {
      name: 'nothing listens',
      evidence: at({ error: 'refused the connection' }),
      outcome: 'unreachable',
      seen: 'refused the connection',
    },
    { name: 'not found', evidence: policy('Not found', 404), outcome: 'unreachable', seen: '404' },
    { name: 'a redirect', evidence: policy('', 301), outcome: 'unreachable' },
    {
      name: 'a certificate that is not trusted',
      evidence: policy(`version: STSv1\nmode: enforce\nmx: mail.site.test\n${LONG}`, 200, {
        trust_error: 'CERT_HAS_EXPIRED',
      }),
      outcome: 'unreachable',
      seen: 'CERT_HAS_EXPIRED',
    },
    { name: 'a page', evidence: policy('<html>Welcome</html>'), outcome: 'invalid' },
    { name: 'no mail server', evidence: lines('mode: enforce', LONG), outcome: 'invalid' },
    {
      name: 'a mail server that it forgets',
      evidence: lines('mode: enforce', 'mx: *.other.test', LONG),
      outcome: 'mx_missing',
      seen: 'mail.site.test',
    },
    {
      name: 'testing',
      evidence: lines('mode: testing', 'mx: mail.site.test', LONG),
      outcome: 'not_enforced',
      seen: 'mode: testing',
    },
    {
      name: 'an hour',
      evidence: lines('mode: enforce', 'mx: mail.site.test', 'max_age: 3600'),
      outcome: 'short',
      seen: 'max_age: 3600',
    },
  ],
  silent: [
    { name: 'enforced', evidence: lines('mode: enforce', 'mx: mail.site.test', LONG), verdict: 'pass' },
    { name: 'by a wildcard', evidence: lines('mode: enforce', 'mx: *.site.test', LONG), verdict: 'pass' },
    {
      name: 'keys of the future, blank lines, bare newlines',
      evidence: policy(`version: STSv1\nfuture: x\nmode: enforce\nmx: a.test\nmx: mail.site.test\n\n${LONG}\n`),
      verdict: 'pass',
    },
    { name: 'no record', evidence: at(null), verdict: 'skip' },
    { name: 'an address that is not connected to', evidence: at({ refused: true, error: 'private' }), verdict: 'skip' },
    { name: 'in capitals', evidence: lines('mode: enforce', 'mx: MAIL.site.test', LONG), verdict: 'pass' },
    { name: 'a year', evidence: lines('mode: enforce', 'mx: mail.site.test', 'max_age: 31557600'), verdict: 'pass' },
    {
      name: 'spaces around',
      evidence: lines('mode : enforce ', 'mx:   mail.site.test', 'max_age:604800'),
      verdict: 'pass',
    },
    {
      name: 'a shared domain',
      evidence: { ...lines('mode: enforce', LONG), ...dns({ name: 'a.github.io', domain: 'github.io' }) },
      verdict: 'skip',
    },
  ],
})
