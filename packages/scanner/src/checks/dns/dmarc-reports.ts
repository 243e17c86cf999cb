import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'

export default defineCheck({
  id: 'dns/dmarc-reports',
  question: 'Does anybody learn of forged mail by DMARC reports?',
  needs: ['dns', 'dmarc'],
  cwe: 778,
  owasp_2021: ['A09:2021'],
  owasp_2025: ['A09:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc9990', 'https://www.rfc-editor.org/rfc/rfc7489#section-7'],
  outcomes: {
    missing: {
      severity: 'info',
      title: 'DMARC reports go nowhere',
      why: 'Receivers send a daily summary of who used the domain. Without rua nobody sees abuse, nor genuine mail that fails.',
      fix: 'Add rua=mailto: with an address that somebody, or a service, reads.',
    },
    invalid: {
      severity: 'info',
      title: 'The address for DMARC reports cannot be used',
      why: 'Receivers send reports to mailto: addresses only, so these go nowhere.',
      fix: 'Write rua=mailto:name@domain, several of them parted by commas.',
    },
  },
  run({ dns, dmarc }) {
    const reason = unjudgeable(dns, dns.dmarc)
    if (reason) return skip(reason)
    const [record, second] = dmarc.records
    if (!record || second) return skip('the domain has not exactly one DMARC record')
    const place = dnsPlace(`_dmarc.${dns.domain}`, 'TXT')
    if (record.bad_reports.length > 0) return fail('invalid', place, record.bad_reports.join(', '))
    return record.reports.length > 0 ? pass(record.reports.join(', ')) : fail('missing', place, record.raw)
  },
})
