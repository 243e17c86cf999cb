import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace, sharedDomain } from '../../derive/dns-place.ts'
import { vectors } from '../../vectors.ts'

const SOON = 3 * 86_400 // seconds; whoever signs renews a week before, so something has stopped

export default defineCheck({
  id: 'dns/dnssec',
  question: 'Are the records of the domain signed, and do the signatures hold?',
  needs: ['dns', 'dnssec_chain', 'scan'],

  cwe: 345,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [142],
  references: ['https://www.rfc-editor.org/rfc/rfc9364', 'https://www.rfc-editor.org/rfc/rfc4035#section-5'],

  outcomes: {
    unsigned: {
      severity: 'info',
      title: 'No DNSSEC',
      why: 'Nothing proves that an answer about the domain is genuine. Whoever can slip a false one to a resolver sends its users, and mail to the domain, elsewhere.',
      fix: 'Sign the zone, at most DNS providers by one switch, and have the registrar publish the DS record.',
    },
    no_ds: {
      severity: 'low',
      title: 'The zone is signed, but its parent does not say so',
      why: 'Without a DS record at the parent no resolver checks the signatures, so they protect nobody.',
      fix: 'Have the registrar publish the DS record of the key that signs the keys.',
    },
    bogus: {
      severity: 'high',
      cvss: vectors.outage,
      title: 'DNSSEC is broken',
      why: 'The parent says that the domain is signed, and the signatures do not hold. Every resolver that validates, and that is about a third of all users, finds neither the website nor the mail servers.',
      fix: 'Compare the DS record at the registrar with the keys in the zone, sign the zone anew, and take the DS record out until both agree.',
    },
    expired: {
      severity: 'high',
      cvss: vectors.outage,
      title: 'The signatures of DNSSEC are out of date',
      why: 'The signatures ended, so every resolver that validates refuses all answers about the domain: website and mail are gone for those users.',
      fix: 'Sign the zone anew, and find out why it was not done by itself.',
    },
    expiring: {
      severity: 'low',
      title: 'The signatures of DNSSEC end within three days',
      why: 'They should have been renewed by now. When they end, website and mail are gone for everyone whose resolver validates.',
      fix: 'Find out why the zone is not signed anew by itself.',
    },
  },
  run({ dns, dnssec_chain, scan }) {
    const shared = sharedDomain(dns)
    if (shared) return skip(shared)
    const { state, fault, where, ends_at } = dnssec_chain
    const place = dnsPlace(dns.domain, where ?? 'DNSKEY')
    if (state === 'unsigned') return fail('unsigned', dnsPlace(dns.domain, 'DS'))
    if (state === 'unknown') return skip('the keys are of a kind that we cannot check')
    if (state === 'bogus') return fail(fault === 'expired' ? 'expired' : 'bogus', place, fault ?? '')
    if (state === 'island') return fail('no_ds', dnsPlace(dns.domain, 'DS'))
    const left = ends_at === null ? SOON : ends_at - scan.started_at / 1000
    return left < SOON ? fail('expiring', place, `${Math.max(0, Math.floor(left / 3600))} hours left`) : pass(state)
  },
})
