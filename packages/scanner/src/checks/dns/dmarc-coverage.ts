import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'

export default defineCheck({
  id: 'dns/dmarc-coverage',
  question: 'Does the DMARC policy hold for all forged mail?',
  needs: ['dns', 'dmarc'],
  cwe: 290,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc9989', 'https://www.rfc-editor.org/rfc/rfc7489#section-6.3'],
  outcomes: {
    partial: {
      severity: 'low',
      title: 'DMARC holds for a part of the mail only',
      why: 'With pct below 100, receivers that heed the tag let the rest of forged mail through with a milder policy.',
      fix: 'Take pct out.',
    },
    testing: {
      severity: 'low',
      title: 'DMARC is in test mode',
      why: 'With t=y receivers apply the policy one step milder than it says.',
      fix: 'Take t=y out once the reports show that genuine mail passes.',
    },
    subdomains_open: {
      severity: 'low',
      title: 'DMARC leaves subdomains open',
      why: 'Forged mail from an invented subdomain is delivered, and looks to people as if it came from the domain itself.',
      fix: 'Take sp and np out, or raise them to the policy of the domain.',
    },
    subdomains_weaker: {
      severity: 'info',
      title: 'DMARC is milder for subdomains',
      why: 'Forged mail from a subdomain goes to spam, while that of the domain is rejected.',
      fix: 'Take sp and np out, or raise them to the policy of the domain.',
    },
  },
  run({ dns, dmarc }) {
    const reason = unjudgeable(dns, dns.dmarc)
    if (reason) return skip(reason)
    const [record, second] = dmarc.records
    if (!record || second) return skip('the domain has not exactly one DMARC record')
    const { policy, subdomains, absent_subdomains, percent, testing, raw } = record
    if (policy === null || policy === 'none') return skip('the policy asks for nothing, so there is nothing to cover')
    const place = dnsPlace(`_dmarc.${dns.domain}`, 'TXT')
    const faults: Fail<'partial' | 'testing' | 'subdomains_open' | 'subdomains_weaker'>[] = []
    if (percent < 100) faults.push(fail('partial', place, `pct=${percent}`))
    if (testing) faults.push(fail('testing', place, 't=y'))
    const below = [subdomains, absent_subdomains]
    if (below.includes('none')) faults.push(fail('subdomains_open', place, raw))
    else if (policy === 'reject' && below.includes('quarantine')) faults.push(fail('subdomains_weaker', place, raw))
    return verdictOf(faults, raw)
  },
})
