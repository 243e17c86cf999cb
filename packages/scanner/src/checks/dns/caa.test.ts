import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED } from '../../../test/dns-evidence.ts'
import check from './caa.ts'

const caa = (...records: [tag: string, value: string, critical?: number][]) =>
  dns({
    caa: [
      { name: 'site.test', answer: answer(...records.map(([tag, value, critical = 0]) => ({ critical, tag, value }))) },
    ],
  })
const LETS_ENCRYPT = answer({ critical: 0, tag: 'issue', value: 'letsencrypt.org' })

testCheck(check, {
  fires: [
    { name: 'none', evidence: dns(), outcome: 'missing' },
    { name: 'only an address for reports', evidence: caa(['iodef', 'mailto:a@site.test']), outcome: 'unrestricted' },
    { name: 'only for wildcards', evidence: caa(['issuewild', 'ca.test']), outcome: 'unrestricted' },
    {
      name: 'a URL for a name',
      evidence: caa(['issue', 'https://letsencrypt.org/']),
      outcome: 'malformed',
      seen: 'issue "https://letsencrypt.org/"',
    },
    { name: 'two names in one', evidence: caa(['issue', 'a.test b.test']), outcome: 'malformed' },
    {
      name: 'an address without a scheme',
      evidence: caa(['issue', 'ca.test'], ['iodef', 'a@site.test']),
      outcome: 'malformed',
    },
    {
      name: 'a slip in a critical tag',
      evidence: caa(['issue', 'ca.test'], ['isue', 'ca.test', 128]),
      outcome: 'unknown_critical',
    },
  ],
  silent: [
    { name: 'one authority', evidence: caa(['issue', 'letsencrypt.org']), verdict: 'pass' },
    { name: 'nobody', evidence: caa(['issue', ';']), verdict: 'pass' },
    {
      name: 'parameters',
      evidence: caa(
        ['issue', 'ca.test; accounturi=https://ca.test/acct/1; validationmethods=dns-01,http-01'],
        ['iodef', 'https://site.test/caa'],
      ),
      verdict: 'pass',
    },
    {
      name: 'a tag of the future that is not critical',
      evidence: caa(['ISSUE', 'ca.test', 1], ['issuenew', '?', 1]),
      verdict: 'pass',
    },
    {
      name: 'the parent speaks for a host without records',
      evidence: dns({
        name: 'www.site.test',
        caa: [
          { name: 'www.site.test', answer: answer() },
          { name: 'site.test', answer: LETS_ENCRYPT },
        ],
      }),
      verdict: 'pass',
    },
    {
      name: 'the host has its own, so the parent is not asked',
      evidence: dns({
        name: 'www.site.test',
        caa: [
          { name: 'www.site.test', answer: LETS_ENCRYPT },
          { name: 'site.test', answer: FAILED },
        ],
      }),
      verdict: 'pass',
    },
    { name: 'DNS failed', evidence: dns({ caa: [{ name: 'site.test', answer: FAILED }] }), verdict: 'skip' },
    { name: 'a shared domain', evidence: dns({ name: 'a.github.io', domain: 'github.io' }), verdict: 'skip' },
  ],
})
