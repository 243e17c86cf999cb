import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace, sharedDomain } from '../../derive/dns-place.ts'

export default defineCheck({
  id: 'dns/dnssec-denial',
  question: 'Is the way in which DNSSEC denies names sound?',
  needs: ['dns', 'dnssec', 'dnssec_chain'],
  type: 'information',
  cwe: 200,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc9276', 'https://www.rfc-editor.org/rfc/rfc5155'],

  outcomes: {
    iterations: {
      severity: 'low',
      title: 'NSEC3 hashes names more than once',
      why: 'More rounds slow down servers and resolvers, and hide nothing from those who guess names. Resolvers treat zones with many rounds as unsigned, or refuse them.',
      fix: 'Set the NSEC3 parameters to 1 0 0 -: no extra rounds, and no salt.',
    },
    walkable: {
      severity: 'info',
      title: 'All names of the zone can be listed',
      why: 'NSEC records name the next name of the zone, so anyone reads the list of all hosts from end to end.',
      fix: 'Where the names are nobody’s business, use NSEC3, or a server that makes such answers up as it goes (RFC 4470).',
    },
  },
  run({ dns, dnssec, dnssec_chain }) {
    const shared = sharedDomain(dns)
    if (shared) return skip(shared)
    if (dnssec_chain.state === 'unsigned') return skip('the domain is not signed')
    const { denial } = dnssec
    if (!denial) return skip('the zone was not seen to deny a name')
    const place = dnsPlace(dns.domain, denial.kind === 'nsec' ? 'NSEC' : 'NSEC3PARAM')
    if (denial.iterations > 0) return fail('iterations', place, `${denial.iterations}`)
    return denial.kind === 'nsec' && denial.next !== null && isRealName(denial.next, denial.owner)
      ? fail('walkable', place, `${denial.owner} ${denial.next}`)
      : pass(denial.kind)
  },
})

/** Made-up neighbours lie right beside the name that was asked for, or hold characters that no host has (RFC 4470). */
function isRealName(next: string, owner: string): boolean {
  return !/lasthash-/.test(owner + next) && !/[^\w.*-]/.test(owner + next)
}
