import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'dns/spf-multiple',
  question: 'Does the domain have one SPF record only?',
  needs: ['dns', 'spf'],
  cwe: 290,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc7208#section-4.5'],
  outcomes: {
    multiple: {
      severity: 'medium',
      cvss: vectors.forgedMail,
      title: 'Several SPF records',
      why: 'Receivers that find more than one SPF record must treat that as a permanent error and use none of them, so the domain has no protection and its own mail is suspect.',
      fix: 'Merge the records into one: v=spf1 once, then the mechanisms of all, then one all at the end.',
    },
  },
  run({ dns, spf }) {
    const reason = unjudgeable(dns)
    if (reason) return skip(reason)
    const [first, second] = spf.records
    if (!first) return skip('the domain has no SPF record')
    if (!second) return pass(first.raw)
    return fail('multiple', dnsPlace(dns.domain, 'TXT'), spf.records.map(({ raw }) => raw).join('\n'))
  },
})
