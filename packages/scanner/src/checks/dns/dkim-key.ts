import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'
import { vectors } from '../../vectors.ts'

const LEAST_VERIFIED = 1024 // bits; receivers must not accept less (RFC 8301 section 3.2)
const LEAST_SIGNED = 2048 // bits; signers should use no less (the same section)

export default defineCheck({
  id: 'dns/dkim-key',
  question: 'Are the DKIM keys strong enough?',
  needs: ['dns', 'dkim'],
  cwe: 326,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [151],
  references: ['https://www.rfc-editor.org/rfc/rfc8301', 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1'],
  distinct: ['path'],
  outcomes: {
    breakable: {
      severity: 'medium',
      cvss: vectors.forgedMail,
      title: 'A DKIM key below 1024 bits',
      why: 'Keys of 512 bits are computed from their public half within hours for little money, and 768 bits have fallen too. Whoever does so signs mail as this domain; receivers that keep to the rules pass over the signature, also of genuine mail.',
      fix: 'Make a key of 2048 bits under a new selector, sign with it, and empty the p= of the old one.',
    },
    short: {
      severity: 'low',
      title: 'A DKIM key below 2048 bits',
      why: 'A key of 1024 bits is within reach of those with large means, and has been too short for new keys since 2018.',
      fix: 'Make a key of 2048 bits under a new selector, sign with it, and empty the p= of the old one.',
    },
    unreadable: {
      severity: 'low',
      title: 'A DKIM key that cannot be read',
      why: 'Receivers cannot verify what was signed with it, so genuine mail looks unsigned. Often a part of a long record was lost.',
      fix: 'Publish the whole key again; a TXT record holds longer texts in several strings.',
    },
    sha1: {
      severity: 'low',
      title: 'A DKIM key for SHA-1 only',
      why: 'SHA-1 signatures must no longer be made or accepted, so whatever is signed with this key counts as unsigned.',
      fix: 'Take h=sha1 out, and sign with rsa-sha256.',
    },
  },
  run({ dns, dkim }) {
    const reason = unjudgeable(dns)
    if (reason) return skip(reason)
    if (dkim.length === 0) return skip('no DKIM key stands under a common selector; others cannot be listed')
    return verdictOf(
      dkim.flatMap(({ name, raw, state, bits, hashes }): Fail<'breakable' | 'short' | 'unreadable' | 'sha1'>[] => {
        const place = dnsPlace(name, 'TXT')
        if (state === 'revoked') return []
        if (state === 'unreadable') return [fail('unreadable', place, raw)]
        if (bits !== null && bits < LEAST_VERIFIED) return [fail('breakable', place, `${bits} bits`)]
        if (hashes !== null && !hashes.includes('sha256')) return [fail('sha1', place, raw)]
        return bits !== null && bits < LEAST_SIGNED ? [fail('short', place, `${bits} bits`)] : []
      }),
      dkim.map(({ selector }) => selector).join(' '),
    )
  },
})
