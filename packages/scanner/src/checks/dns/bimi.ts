import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'
import { parseTagList } from '../../derive/tag-list.ts'

export default defineCheck({
  id: 'dns/bimi',
  question: 'Is the record for the emblem beside mails (BIMI) in order?',
  needs: ['dns', 'mail_policy', 'dmarc'],
  type: 'information',
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://datatracker.ietf.org/doc/draft-brand-indicators-for-message-identification/'],

  outcomes: {
    invalid: {
      severity: 'info',
      title: 'The BIMI record cannot be used',
      why: 'Mail programs pass over it, so mails of the domain show no emblem.',
      fix: 'Write v=BIMI1; l= and an https address of an SVG, and a= with that of the certificate.',
    },
    no_policy: {
      severity: 'info',
      title: 'BIMI without an enforced DMARC policy',
      why: 'Mail programs show the emblem only where DMARC says quarantine or reject for all mail.',
      fix: 'Set p=quarantine or p=reject without pct.',
    },
  },
  run({ dns, mail_policy, dmarc }) {
    const shared = unjudgeable(dns)
    if (shared) return skip(shared)
    const records = mail_policy.bimi.records.filter((text) => /^\s*v\s*=\s*BIMI/i.test(text))
    if (records.length === 0) return skip('there is no BIMI record')
    const place = dnsPlace(`default._bimi.${dns.domain}`, 'TXT')
    const { tags } = parseTagList(records[0]!)
    const address = tags.get('l') ?? null
    // an empty address declines on purpose
    const valid =
      records.length === 1 && tags.get('v') === 'BIMI1' && address !== null && /^(?:|https:\/\/\S+)$/.test(address)
    if (!valid) return fail('invalid', place, records.join('\n'))
    const policy = dmarc.records[0]
    const enforced = policy && policy.policy !== 'none' && policy.policy !== null && policy.percent === 100
    return enforced || address === '' ? pass(records[0]) : fail('no_policy', place, policy?.raw ?? '')
  },
})
