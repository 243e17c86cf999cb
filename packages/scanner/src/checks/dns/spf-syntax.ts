import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'dns/spf-syntax',
  question: 'Can receivers read the SPF record, and all that it includes?',
  needs: ['dns', 'spf'],
  cwe: 290,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://www.rfc-editor.org/rfc/rfc7208#section-12',
    'https://www.rfc-editor.org/rfc/rfc7208#section-5.5',
  ],
  outcomes: {
    invalid: {
      severity: 'medium',
      cvss: vectors.forgedMail,
      title: 'The SPF record breaks its grammar',
      why: 'One term that cannot be read makes the whole record a permanent error. Receivers then treat the domain as one without SPF, or reject its mail.',
      fix: 'Correct the term, or take it out. Mechanisms are all, include, a, mx, ptr, ip4, ip6 and exists.',
    },
    broken_include: {
      severity: 'medium',
      title: 'SPF includes a domain without a usable SPF record',
      why: 'An include that leads to no record, to several, or back to itself is a permanent error: receivers stop there, and genuine mail fails. A name that no longer exists may be registered by somebody else.',
      fix: 'Take the include out, or name the domain that the service publishes today.',
    },
    ptr: {
      severity: 'info',
      title: 'SPF uses ptr',
      why: 'The mechanism is slow, unreliable and must not be used any more; some receivers pass over it.',
      fix: 'Replace ptr by ip4, ip6, a or include.',
    },
  },
  run({ dns, spf }) {
    const reason = unjudgeable(dns)
    if (reason) return skip(reason)
    if (spf.records.length !== 1) return skip('the domain has not exactly one SPF record')
    const faults = spf.errors.map(
      ({ domain, term, fault }): Fail<'invalid' | 'broken_include'> =>
        fail(fault === 'syntax' ? 'invalid' : 'broken_include', dnsPlace(domain, 'TXT'), term),
    )
    const ptr = spf.ptr.slice(0, 1).map((term): Fail<'ptr'> => fail('ptr', dnsPlace(dns.domain, 'TXT'), term))
    return verdictOf<'invalid' | 'broken_include' | 'ptr'>([...faults, ...ptr], spf.records[0]!.raw)
  },
})
