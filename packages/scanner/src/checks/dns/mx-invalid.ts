import { isIP } from 'node:net'
import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'

/** Names that lead to the asking machine, or nowhere (RFC 6761, RFC 6762, RFC 9476, and ICANN's .internal). */
const NOWHERE = /(?:^|\.)(?:localhost|local|internal|invalid|localdomain|lan|home\.arpa)$/

export default defineCheck({
  id: 'dns/mx-invalid',
  question: 'Do the MX records name servers that mail can reach?',
  needs: ['dns'],
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://www.rfc-editor.org/rfc/rfc5321#section-5.1',
    'https://www.rfc-editor.org/rfc/rfc7505#section-3',
  ],
  outcomes: {
    address: {
      severity: 'low',
      title: 'An MX record holds an address',
      why: 'MX records name hosts. Senders take the numbers for a name, find none, and give the mail back.',
      fix: 'Give the mail server a name with an A record, and name that in the MX record.',
    },
    unreachable: {
      severity: 'low',
      title: 'An MX record names a host that exists in private networks only',
      why: 'Senders cannot find the host. Where it resolves in the sender’s own network, mail goes to a stranger.',
      fix: 'Name the mail server by its public name.',
    },
    null_beside_others: {
      severity: 'low',
      title: 'A null MX stands beside others',
      why: 'The null MX says that the domain takes no mail, the others say that it does. Senders choose for themselves.',
      fix: 'Keep the null MX alone, or take it out.',
    },
  },
  run({ dns }) {
    const reason = unjudgeable(dns, dns.mx)
    if (reason) return skip(reason)
    if (dns.mx.records.length === 0) return skip('the domain has no MX record')
    const place = dnsPlace(dns.domain, 'MX')
    const names = dns.mx.records.map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, ''))
    const faults = names.flatMap((name): Fail<'address' | 'unreachable' | 'null_beside_others'>[] => {
      if (name === '') return names.length > 1 ? [fail('null_beside_others', place, '.')] : []
      if (isIP(name) !== 0) return [fail('address', place, name)]
      return NOWHERE.test(name) ? [fail('unreachable', place, name)] : []
    })
    return verdictOf(faults, names.join(' '))
  },
})
