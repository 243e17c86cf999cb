import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { daneFault } from '../../derive/dane.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'

const PKIX = new Set([0, 1]) // usages that rest on authorities, which mail servers do not (RFC 7672 section 3.1.3)

export default defineCheck({
  id: 'dns/dane',
  question: 'Can the certificates that DNS names (DANE) be used?',
  needs: ['dns', 'dane', 'dnssec_chain'],

  cwe: 295,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc7671', 'https://www.rfc-editor.org/rfc/rfc7672'],

  outcomes: {
    unsigned: {
      severity: 'low',
      title: 'TLSA records without DNSSEC',
      why: 'Without valid signatures nobody may use them, so they protect nothing.',
      fix: 'Sign the zone and have the DS record published, or take the TLSA records out.',
    },
    malformed: {
      severity: 'low',
      title: 'A TLSA record that cannot be used',
      why: 'Usage, selector or hash are none that there are, or the hash has the wrong length. Where all records are so, senders fall back to no protection.',
      fix: 'Publish 3 1 1 and the SHA-256 of the public key.',
    },
    mail_usage: {
      severity: 'low',
      title: 'A TLSA record for mail rests on authorities',
      why: 'Mail servers use DANE without the list of authorities, so usages 0 and 1 count for nothing there.',
      fix: 'Publish 3 1 1 for the key of the mail server, or 2 1 1 for its authority.',
    },
  },
  run({ dns, dane, dnssec_chain }) {
    const shared = unjudgeable(dns)
    if (shared) return skip(shared)
    const all = [dane.web, ...dane.mail]
    if (all.every(({ answer }) => answer.records.length === 0)) return skip('there are no TLSA records')
    const faults = all.flatMap(({ name, port, answer }) =>
      answer.records.flatMap((record): Fail<'malformed' | 'mail_usage'>[] => {
        const seen = `${record.usage} ${record.selector} ${record.matching} ${record.data.slice(0, 16)}`
        if (daneFault(record)) return [fail('malformed', dnsPlace(name, 'TLSA'), seen)]
        return port === 25 && PKIX.has(record.usage) ? [fail('mail_usage', dnsPlace(name, 'TLSA'), seen)] : []
      }),
    )
    const own = all.filter(({ host, answer }) => answer.records.length > 0 && `.${host}`.endsWith(`.${dns.domain}`))
    const idle: Fail<'unsigned'>[] =
      own.length > 0 && dnssec_chain.state !== 'secure' && dnssec_chain.state !== 'unknown'
        ? [fail('unsigned', dnsPlace(own[0]!.name, 'TLSA'), dnssec_chain.state)]
        : []
    return verdictOf<'malformed' | 'mail_usage' | 'unsigned'>(
      [...faults, ...idle],
      all.map(({ name }) => name).join(' '),
    )
  },
})
