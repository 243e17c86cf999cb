import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'

export default defineCheck({
  id: 'dns/dkim-test-mode',
  question: 'Do the DKIM keys count?',
  needs: ['dns', 'dkim'],
  cwe: 290,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1'],
  distinct: ['path'],
  outcomes: {
    testing: {
      severity: 'low',
      title: 'A DKIM key is in test mode',
      why: 'With t=y receivers must not treat mail signed with this key differently from unsigned mail, so the signatures are for nothing.',
      fix: 'Take t=y out of the record.',
    },
  },
  run({ dns, dkim }) {
    const reason = unjudgeable(dns)
    if (reason) return skip(reason)
    const keys = dkim.filter(({ state }) => state !== 'revoked')
    if (keys.length === 0) return skip('no DKIM key stands under a common selector; others cannot be listed')
    return verdictOf(
      keys.filter(({ testing }) => testing).map(({ name, raw }) => fail('testing', dnsPlace(name, 'TXT'), raw)),
      keys.map(({ selector }) => selector).join(' '),
    )
  },
})
