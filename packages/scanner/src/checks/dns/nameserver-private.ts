import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'
import { checkAddress } from '../../net/address.ts'

const isPrivate = (address: string) => checkAddress(address, { allowPrivate: false }) !== null

export default defineCheck({
  id: 'dns/nameserver-private',
  question: 'Can everybody reach the name servers?',
  needs: ['dns'],
  cwe: 350,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc1918', 'https://www.rfc-editor.org/rfc/rfc6890'],
  outcomes: {
    private: {
      severity: 'medium',
      title: 'A name server has a private address',
      why: 'The address belongs to another machine in every network. Where the reader’s resolver shares a network with an attacker, that machine may answer for the whole domain; everywhere else the question is lost, and the site is slow.',
      fix: 'Give the name server a public address, or take it out of the zone and at the registrar.',
    },
  },
  run({ dns }) {
    const reason = unjudgeable(dns, dns.ns)
    if (reason) return skip(reason)
    const own = [...dns.a.records, ...dns.aaaa.records]
    if (own.length > 0 && own.every(isPrivate)) return skip('the website itself stands in a private network')
    const answered = Object.entries(dns.ns_addresses).filter(([, { status }]) => status === 'answered')
    if (answered.length === 0) return skip('no address of a name server is known')
    return verdictOf(
      answered.flatMap(([server, { records }]) =>
        records
          .filter(isPrivate)
          .map((address) => fail('private', dnsPlace(server, address.includes(':') ? 'AAAA' : 'A'), address)),
      ),
      answered.map(([server]) => server).join(' '),
    )
  },
})
