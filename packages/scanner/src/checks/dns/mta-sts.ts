import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace, takesMail, unjudgeable } from '../../derive/dns-place.ts'
import { parseTagList } from '../../derive/tag-list.ts'

export default defineCheck({
  id: 'dns/mta-sts',
  question: 'Are sending servers told to insist on TLS (MTA-STS)?',
  needs: ['dns'],
  cwe: 319,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc8461'],
  outcomes: {
    missing: {
      severity: 'info',
      title: 'No MTA-STS',
      why: 'Mail servers encrypt when it works and go on in plain text when it does not. Whoever sits between two of them can make it not work, unless the receiving domain has said that it always does.',
      fix: 'Publish a policy at https://mta-sts.<domain>/.well-known/mta-sts.txt and a TXT record at _mta-sts, first with mode: testing. DANE (RFC 7672) does the same for domains with DNSSEC.',
      settings: { bind: '_mta-sts IN TXT "v=STSv1; id=20260101000000"' },
    },
    invalid: {
      severity: 'low',
      title: 'The MTA-STS record cannot be read',
      why: 'Sending servers pass over a record that breaks its grammar, so mail may go in plain text although encryption was meant to be required.',
      fix: 'Write v=STSv1; id= and up to 32 letters and digits.',
    },
    multiple: {
      severity: 'low',
      title: 'Several MTA-STS records',
      why: 'Sending servers that find more than one record act as if there were none.',
      fix: 'Leave one record at _mta-sts.',
    },
  },
  run({ dns }) {
    const reason = unjudgeable(dns, dns.mx, dns.mta_sts)
    if (reason) return skip(reason)
    if (!takesMail(dns)) return skip('the domain takes no mail')
    const place = dnsPlace(`_mta-sts.${dns.domain}`, 'TXT')
    const [record, second] = dns.mta_sts.records.filter((text) => /^\s*v\s*=\s*STSv1/i.test(text))
    if (record === undefined) return fail('missing', place)
    if (second !== undefined) return fail('multiple', place, `${record}\n${second}`)
    const { tags, errors } = parseTagList(record)
    const valid =
      record.startsWith('v=STSv1;') && errors.length === 0 && /^[A-Za-z0-9]{1,32}$/.test(tags.get('id') ?? '')
    return valid ? pass(record) : fail('invalid', place, record)
  },
})
