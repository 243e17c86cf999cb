import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'dns/spf-policy',
  question: 'Does the SPF record turn strangers away?',
  needs: ['dns', 'spf'],
  cwe: 290,
  owasp_2021: ['A05:2021', 'A07:2021'],
  owasp_2025: ['A02:2025', 'A07:2025'],
  capec: [98, 151],
  references: [
    'https://www.rfc-editor.org/rfc/rfc7208#section-5.1',
    'https://www.rfc-editor.org/rfc/rfc7208#section-8.2',
  ],
  outcomes: {
    everyone: {
      severity: 'high',
      cvss: vectors.vouchedMail,
      title: 'SPF lets the whole internet send mail as this domain',
      why: 'The record answers pass for every sender, or for a large part of all addresses. A forged message then looks better than with no record at all: with SPF passed, DMARC passes too.',
      fix: 'Name the servers that send the mail, and end the record in -all or ~all. Where an included record is the one that lets everyone pass, drop that include.',
    },
    neutral: {
      severity: 'low',
      title: 'SPF says nothing about strangers',
      why: 'With ?all receivers are asked to treat senders that are not listed as if there were no record.',
      fix: 'End the record in ~all, and in -all once reports show that nothing was forgotten.',
    },
    open_end: {
      severity: 'low',
      title: 'The SPF record has no end',
      why: 'Without all or redirect at its end the record is neutral about senders that it does not list, which is as if it were not there for them.',
      fix: 'End the record in ~all, and in -all once reports show that nothing was forgotten.',
    },
  },
  run({ dns, spf }) {
    const reason = unjudgeable(dns)
    if (reason) return skip(reason)
    const [record, second] = spf.records
    if (!record) return skip('the domain has no SPF record')
    if (second) return skip('receivers use none of several records (RFC 7208 section 4.5)')
    const place = dnsPlace(dns.domain, 'TXT')
    if (spf.wide.length > 0) return fail('everyone', place, spf.wide.join(' '))
    if (spf.fallback) return spf.fallback.qualifier === '?' ? fail('neutral', place, record.raw) : pass(record.raw)
    if (record.redirect !== null) return skip('the record that it redirects to says what holds, and could not be read')
    return fail('open_end', place, record.raw)
  },
})
