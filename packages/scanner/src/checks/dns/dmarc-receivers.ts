import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'

export default defineCheck({
  id: 'dns/dmarc-receivers',
  question: 'May those who shall get DMARC reports have them?',
  needs: ['dns', 'mail_policy'],
  type: 'information',
  cwe: null,
  owasp_2021: ['A09:2021'],
  owasp_2025: ['A09:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc7489#section-7.1'],

  outcomes: {
    unauthorised: {
      severity: 'info',
      title: 'DMARC reports go to a domain that does not expect them',
      why: 'Senders of reports ask the receiving domain for leave, by a record of its own, and there is none. So the reports are not sent, and nobody sees who uses the domain.',
      fix: 'Have the receiver publish the record <domain>._report._dmarc.<receiver> with v=DMARC1, or name an address of your own.',
      settings: { bind: 'example.com._report._dmarc.reports.example.net. IN TXT "v=DMARC1"' },
    },
  },
  run({ dns, mail_policy }) {
    const shared = unjudgeable(dns)
    if (shared) return skip(shared)
    const asked = mail_policy.receivers.filter(({ answer }) => answer.status !== 'failed')
    if (asked.length === 0) return skip('all DMARC reports stay with the domain')
    return verdictOf(
      asked
        .filter(({ answer }) => !answer.records.some((text) => /^\s*v\s*=\s*DMARC1\b/i.test(text)))
        .map(({ name, receiver }) => fail('unauthorised', dnsPlace(name, 'TXT'), receiver)),
      asked.map(({ receiver }) => receiver).join(' '),
    )
  },
})
