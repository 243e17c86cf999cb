import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, sharedDomain } from '../../derive/dns-place.ts'
import { zoneHostOf } from '../../derive/zone-hosts.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'dns/nameserver-lame',
  question: 'Do all name servers answer for the domain?',
  needs: ['dns', 'nameservers'],

  cwe: 350,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc1912#section-2.8', 'https://cwe.mitre.org/data/definitions/350.html'],

  outcomes: {
    claimable: {
      severity: 'high',
      cvss: vectors.domain,
      confidence: 'tentative',
      title: 'A name server at a DNS provider does not know the domain',
      why: 'The provider gives its name servers to whoever asks, and these do not hold this zone. Whoever adds the domain there may come to answer for it: website, mail, certificates.',
      fix: 'Add the zone at the provider again, or take its name servers out at the registrar.',
    },
    lame: {
      severity: 'medium',
      cvss: vectors.outage,
      title: 'A name server does not answer for the domain',
      why: 'It is named as responsible and says that it is not. Part of all questions is lost or slow, and a server that is somebody else’s by now may answer what it likes.',
      fix: 'Configure the zone on the server, or take it out at the registrar and in the zone.',
    },
    silent: {
      severity: 'low',
      title: 'A name server does not answer',
      why: 'Others do. Part of all questions is slow, and the domain has less in reserve than it seems.',
      fix: 'Bring the server back, or take it out at the registrar and in the zone.',
    },
  },
  run({ dns, nameservers }) {
    const shared = sharedDomain(dns)
    if (shared) return skip(shared)
    const { servers } = nameservers
    if (!servers.some(({ authoritative }) => authoritative) && servers.every(({ error }) => error !== null))
      return skip('no name server could be asked itself')
    if (servers.length > 0 && servers.every(({ authoritative, rcode }) => !authoritative && rcode === 'NOERROR'))
      return skip('a resolver on the way answers in place of the name servers')
    const place = dnsPlace(dns.domain, 'NS')
    return verdictOf(
      servers.flatMap(({ name, address, error, authoritative, rcode }): Fail<'claimable' | 'lame' | 'silent'>[] => {
        if (authoritative || error === 'refused_address' || error === 'EBUDGET') return []
        const where = { url: place, parameter: name }
        if (error !== null) return isOurLine(error) ? [] : [fail('silent', where, `${address} ${error}`)]
        return [fail(zoneHostOf(name) ? 'claimable' : 'lame', where, `${address} ${rcode}`)]
      }),
      servers.map(({ name }) => name).join(' '),
    )
  },
})

/** Without IPv6 of our own, or without a way out, the silence is ours. */
function isOurLine(code: string): boolean {
  return code === 'ENETUNREACH' || code === 'EHOSTUNREACH' || code === 'EADDRNOTAVAIL' || code === 'EACCES'
}
