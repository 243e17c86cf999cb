import { defineCheck, fail, pass, skip } from '../../check.ts'
import { renew, sendChain } from '../../remedy-tls.ts'
import { vectors } from '../../vectors.ts'

/**
 * Codes that hide what is wrong with trust: OpenSSL goes on after a fault and tells the last one, and it looks at time, and
 * at the strength of keys (which Node has no name for), after the chain.
 */
const HIDING = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'UNSPECIFIED'])
/** Codes for an issuer that is neither sent nor known. */
const NO_ISSUER = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

export default defineCheck({
  id: 'tls/certificate-trust',
  question: 'Does the certificate chain lead to a trusted root?',
  needs: ['tls', 'certificates'],
  cwe: 295,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [94],
  references: [
    'https://www.rfc-editor.org/rfc/rfc5280#section-6',
    'https://www.rfc-editor.org/rfc/rfc8446#section-4.4.2',
  ],
  outcomes: {
    self_signed: {
      severity: 'high',
      cvss: vectors.helpedInterception,
      confidence: 'confirmed',
      title: 'The certificate is self-signed',
      why: 'Nobody but the server vouches for it. Anyone on the way can show a certificate made in the same manner, and the visitor cannot tell the two apart.',
      fix: 'Get a certificate from a public authority. Free ones renew themselves.',
      settings: renew,
    },
    incomplete: {
      severity: 'medium',
      title: 'The server leaves out an intermediate certificate',
      why: 'Some browsers fetch or remember the missing piece. Others, mobile apps and programs refuse the connection.',
      fix: 'Send the certificate together with the intermediates, as the authority hands them out.',
      settings: sendChain,
    },
    untrusted: {
      severity: 'high',
      cvss: vectors.helpedInterception,
      title: 'The certificate comes from an authority that browsers do not trust',
      why: 'Browsers warn every visitor off, and those who click the warning away would do so for an impostor too.',
      fix: 'Get a certificate from a public authority. On an internal site, give the authority’s root to the visitors’ machines.',
      settings: renew,
    },
  },
  run({ tls: { trust_error }, certificates: { url, leaf, public_ca, anchored } }) {
    if (trust_error === null) return pass(leaf.issuer)
    if (HIDING.has(trust_error) && anchored)
      return skip('the root is trusted; time and keys are judged by other checks')
    if (leaf.self_signed) return fail('self_signed', url, leaf.subject)
    // Timestamps are put in by public authorities only, so the authority is known and only a link is missing.
    const known = public_ca || leaf.timestamps > 0
    const unlinked = NO_ISSUER.has(trust_error) || HIDING.has(trust_error)
    return fail(unlinked && known ? 'incomplete' : 'untrusted', url, `${trust_error}: ${leaf.issuer}`)
  },
})
