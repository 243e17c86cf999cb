import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace, takesMail, unjudgeable } from '../../derive/dns-place.ts'
import { parseTagList } from '../../derive/tag-list.ts'

export default defineCheck({
  id: 'dns/tls-rpt',
  question: 'Does anybody learn when mail to the domain cannot be encrypted (TLS-RPT)?',
  needs: ['dns'],
  cwe: 778,
  owasp_2021: ['A09:2021'],
  owasp_2025: ['A09:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc8460'],
  outcomes: {
    missing: {
      severity: 'info',
      title: 'No TLS reports for mail',
      why: 'Sending servers would report each day whether they could encrypt. Without the record, nobody notices an expired certificate or an attack on the connection.',
      fix: 'Publish a TXT record at _smtp._tls with an address for reports.',
      settings: { bind: '_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:tls-reports@example.com"' },
    },
    invalid: {
      severity: 'info',
      title: 'The record for TLS reports cannot be used',
      why: 'Sending servers pass over a record that breaks its grammar, that stands twice, or that names no address.',
      fix: 'Leave one record: v=TLSRPTv1; rua= and a mailto: or https: address.',
    },
  },
  run({ dns }) {
    const reason = unjudgeable(dns, dns.mx, dns.tls_rpt)
    if (reason) return skip(reason)
    if (!takesMail(dns)) return skip('the domain takes no mail')
    const place = dnsPlace(`_smtp._tls.${dns.domain}`, 'TXT')
    const records = dns.tls_rpt.records.filter((text) => /^\s*v\s*=\s*TLSRPTv1/i.test(text))
    if (records.length === 0) return fail('missing', place)
    return records.length === 1 && isValid(records[0]!) ? pass(records[0]) : fail('invalid', place, records.join('\n'))
  },
})

function isValid(record: string): boolean {
  const uris = parseTagList(record).tags.get('rua')?.split(',') ?? []
  const named = uris.length > 0 && uris.every((uri) => /^\s*(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)\s*$/i.test(uri))
  return record.startsWith('v=TLSRPTv1;') && named
}
