import { defineCheck, type Fail, fail, pass, skip } from '../../check.ts'
import { dnsPlace, takesMail, unjudgeable } from '../../derive/dns-place.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'dns/dmarc',
  question: 'Does DMARC tell receivers what to do with forged mail?',
  needs: ['dns', 'dmarc'],
  cwe: 290,
  owasp_2021: ['A05:2021', 'A07:2021'],
  owasp_2025: ['A02:2025', 'A07:2025'],
  capec: [98, 151],
  references: ['https://www.rfc-editor.org/rfc/rfc9989', 'https://www.rfc-editor.org/rfc/rfc7489'],
  outcomes: {
    missing: {
      severity: 'medium',
      cvss: vectors.forgedMail,
      title: 'No DMARC record',
      why: 'SPF and DKIM alone do not look at the sender that people see. Without DMARC, mail with this domain in its From line is delivered whoever sent it.',
      fix: 'Publish a TXT record at _dmarc: first p=none with rua to see who sends, then p=quarantine, then p=reject.',
      settings: { bind: '_dmarc IN TXT "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"' },
    },
    missing_without_mail: {
      severity: 'low',
      title: 'A domain without mail has no DMARC record',
      why: 'The domain takes no mail and probably sends none, but receivers are not told to reject mail in its name.',
      fix: 'Publish v=DMARC1; p=reject as a TXT record at _dmarc.',
      settings: { bind: '_dmarc IN TXT "v=DMARC1; p=reject"' },
    },
    unrecognized: {
      severity: 'medium',
      cvss: vectors.forgedMail,
      title: 'Receivers do not recognize the DMARC record',
      why: 'A record was meant as DMARC, but does not begin with v=DMARC1 followed by a semicolon, so receivers pass over it.',
      fix: 'Begin the record with v=DMARC1; in exactly this spelling.',
    },
    multiple: {
      severity: 'medium',
      cvss: vectors.forgedMail,
      title: 'Several DMARC records',
      why: 'Receivers that find more than one DMARC record use none of them.',
      fix: 'Leave one record at _dmarc.',
    },
    invalid: {
      severity: 'medium',
      cvss: vectors.forgedMail,
      title: 'The DMARC record has no valid policy',
      why: 'The tags p, sp and np take none, quarantine or reject. With anything else receivers pass over the record.',
      fix: 'Write p=none, p=quarantine or p=reject.',
    },
    none: {
      severity: 'low',
      cvss: vectors.forgedMail,
      title: 'DMARC only watches',
      why: 'With p=none receivers report forged mail but deliver it. That is meant for the weeks in which one learns who sends.',
      fix: 'Go on to p=quarantine, then p=reject, once the reports show that genuine mail passes.',
    },
    malformed: {
      severity: 'info',
      title: 'Parts of the DMARC record cannot be read',
      why: 'Receivers pass over the tag and use its default, which may not be what was meant.',
      fix: 'Correct the tag, or take it out.',
    },
  },
  run({ dns, dmarc }) {
    const reason = unjudgeable(dns, dns.dmarc, dns.mx)
    if (reason) return skip(reason)
    const place = dnsPlace(`_dmarc.${dns.domain}`, 'TXT')
    const [record, second] = dmarc.records
    if (!record) {
      if (dmarc.unrecognized !== null) return fail('unrecognized', place, dmarc.unrecognized)
      return fail(takesMail(dns) ? 'missing' : 'missing_without_mail', place)
    }
    if (second) return fail('multiple', place, dmarc.records.map(({ raw }) => raw).join('\n'))
    if (record.policy === null) return fail('invalid', place, record.raw)
    const faults: Fail<'none' | 'malformed'>[] = []
    if (record.policy === 'none') faults.push(fail('none', place, record.raw))
    if (record.errors.length > 0) faults.push(fail('malformed', place, record.errors.join('; ')))
    return faults.length > 0 ? faults : pass(record.raw)
  },
})
