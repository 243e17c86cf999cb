import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, sharedDomain } from '../../derive/dns-place.ts'

/** By number (https://www.iana.org/assignments/dns-sec-alg-numbers). Must not or should not sign any more (RFC 8624 section 3.1, RFC 9905). */
const WEAK: Record<number, string> = {
  1: 'RSAMD5',
  3: 'DSA',
  5: 'RSASHA1',
  6: 'DSA-NSEC3-SHA1',
  7: 'RSASHA1-NSEC3-SHA1',
  12: 'ECC-GOST',
}
const LEAST_BITS = 1024 // of RSA; less was factored in public (RFC 6781 section 3.4.2 has longer ones for entries)
const SHA1 = 1 // digest type

export default defineCheck({
  id: 'dns/dnssec-algorithm',
  question: 'Does DNSSEC use strong algorithms?',
  needs: ['dns', 'dnssec_chain'],

  cwe: 327,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc8624#section-3.1', 'https://www.rfc-editor.org/rfc/rfc9905'],

  outcomes: {
    weak: {
      severity: 'medium',
      title: 'The zone is signed with an outdated algorithm',
      why: 'SHA-1, MD5 and DSA no longer prove anything: who has the means makes a false record with a true signature. Newer resolvers treat such a zone as unsigned.',
      fix: 'Change to ECDSA P-256 (13) or Ed25519 (15), by adding keys of the new kind before taking the old ones away (RFC 6781 section 4.1.4).',
    },
    short_key: {
      severity: 'medium',
      title: 'A key of DNSSEC is too short',
      why: 'RSA keys below 1024 bits are factored for little money. Whoever has done so signs whatever he likes for the domain.',
      fix: 'Make new keys: ECDSA P-256, or RSA with 2048 bits.',
    },
    digest: {
      severity: 'low',
      title: 'The parent names the key by SHA-1 only',
      why: 'The DS record at the parent rests on a hash in which collisions are found, and must no longer be made.',
      fix: 'Have the registrar publish a DS record with SHA-256 (digest type 2).',
    },
  },
  run({ dns, dnssec_chain }) {
    const shared = sharedDomain(dns)
    if (shared) return skip(shared)
    const { state, algorithms, keys, delegations } = dnssec_chain
    if (state === 'unsigned') return skip('the domain is not signed')
    const place = dnsPlace(dns.domain, 'DNSKEY')
    const weak = algorithms.find((one) => WEAK[one] !== undefined)
    const short = keys.find(({ bits }) => bits !== null && bits < LEAST_BITS)
    const fails: Fail<'weak' | 'short_key' | 'digest'>[] = [
      ...(weak !== undefined ? [fail('weak', place, `${weak} ${WEAK[weak]}`)] : []),
      ...(short ? [fail('short_key', place, `${short.bits} bits`)] : []),
      ...(delegations.length > 0 && delegations.every(({ digest_type }) => digest_type === SHA1)
        ? [fail('digest', dnsPlace(dns.domain, 'DS'), `${delegations[0]!.tag} ${SHA1}`)]
        : []),
    ]
    return verdictOf(fails, algorithms.join(' '))
  },
})
