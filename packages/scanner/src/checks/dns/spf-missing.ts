import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace, takesMail, unjudgeable } from '../../derive/dns-place.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'dns/spf-missing',
  question: 'Does the domain say which servers may send its mail?',
  needs: ['dns', 'spf'],
  cwe: 290,
  owasp_2021: ['A05:2021', 'A07:2021'],
  owasp_2025: ['A02:2025', 'A07:2025'],
  capec: [98, 151],
  references: ['https://www.rfc-editor.org/rfc/rfc7208', 'https://www.rfc-editor.org/rfc/rfc7505'],
  outcomes: {
    missing: {
      severity: 'medium',
      cvss: vectors.forgedMail,
      title: 'No SPF record',
      why: 'Anyone may send mail in the name of this domain, and receivers have no list of its servers to judge by. Forged invoices and log-in requests look genuine, and genuine mail lands in spam.',
      fix: 'Publish one TXT record on the domain that names the servers which send its mail and ends in -all or ~all.',
      settings: { bind: '@ IN TXT "v=spf1 mx -all"' },
    },
    missing_without_mail: {
      severity: 'low',
      title: 'A domain without mail does not say so by SPF',
      why: 'The domain takes no mail and probably sends none, but as long as it does not say so, others can send in its name.',
      fix: 'Publish the TXT record v=spf1 -all.',
      settings: { bind: '@ IN TXT "v=spf1 -all"' },
    },
    unrecognized: {
      severity: 'medium',
      cvss: vectors.forgedMail,
      title: 'Receivers do not recognize the SPF record',
      why: 'A TXT record was meant as SPF, but does not begin with v=spf1 followed by a space, so receivers pass over it. The domain is as unprotected as without it.',
      fix: 'Begin the record with v=spf1 and a space, without quotation marks or anything else before it.',
    },
  },
  run({ dns, spf }) {
    const reason = unjudgeable(dns, dns.mx)
    if (reason) return skip(reason)
    const [record] = spf.records
    if (record) return pass(record.raw)
    const place = dnsPlace(dns.domain, 'TXT')
    const meant = dns.txt.records.find((text) => /^[\s"'“]*v\s*=\s*spf/i.test(text))
    if (meant !== undefined) return fail('unrecognized', place, meant)
    return takesMail(dns) ? fail('missing', place) : fail('missing_without_mail', place)
  },
})
