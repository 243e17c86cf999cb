import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'

const MOST_LOOKUPS = 10 // RFC 7208 section 4.6.4
const MOST_VOID = 2 // the same section: look-ups that find nothing

export default defineCheck({
  id: 'dns/spf-lookups',
  question: 'Does SPF keep to the number of look-ups that receivers allow?',
  needs: ['dns', 'spf'],
  cwe: 290,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4'],
  outcomes: {
    too_many: {
      severity: 'low',
      title: 'SPF asks for more than ten look-ups',
      why: 'Receivers stop after ten and answer with a permanent error. What stands behind the tenth never counts: genuine mail fails, and DMARC loses the SPF half of its proof.',
      fix: 'Drop includes of services no longer used, write ip4 and ip6 in place of a and mx, or move a service to a subdomain of its own.',
    },
    too_many_void: {
      severity: 'low',
      title: 'SPF leads to too many names without records',
      why: 'Receivers may stop with a permanent error after two look-ups that find nothing. A name that is gone may also be registered by somebody else, who then sends in the name of this domain.',
      fix: 'Take out the terms whose names no longer exist.',
    },
  },
  run({ dns, spf }) {
    const reason = unjudgeable(dns)
    if (reason) return skip(reason)
    if (spf.records.length !== 1) return skip('the domain has not exactly one SPF record')
    const place = dnsPlace(dns.domain, 'TXT')
    if (spf.lookups.length > MOST_LOOKUPS)
      return fail('too_many', place, `${spf.lookups.length}: ${spf.lookups.join(' ')}`)
    if (spf.void_lookups.length > MOST_VOID) return fail('too_many_void', place, spf.void_lookups.join(' '))
    return pass(`${spf.lookups.length}`)
  },
})
