import { defineCheck, fail, pass } from '../../check.ts'
import { renew } from '../../remedy-tls.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/certificate-expired',
  question: 'Is the certificate still valid?',
  needs: ['scan', 'tls', 'certificates'],
  cwe: 298,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5'],
  outcomes: {
    expired: {
      severity: 'high',
      cvss: vectors.helpedInterception,
      confidence: 'confirmed',
      title: 'The certificate has expired',
      why: 'Browsers warn every visitor off. Those who learn to click the warning away will not notice an attacker’s certificate either.',
      fix: 'Renew the certificate, load it into the server, and let both happen by themselves from now on.',
      settings: renew,
    },
    issuer_expired: {
      severity: 'high',
      cvss: vectors.helpedInterception,
      title: 'An intermediate certificate has expired',
      why: 'The site’s own certificate is still valid, but the way from it to a trusted root leads over one that is not, so browsers and programs refuse the connection.',
      fix: 'Install the intermediate certificates that the authority hands out today.',
      settings: renew,
    },
  },
  run({ scan, tls, certificates: { url, leaf, chain, path } }) {
    if (leaf.not_after < scan.started_at) return fail('expired', url, new Date(leaf.not_after).toISOString())
    // An expired certificate that no client needs, such as an old cross-signed root, does no harm.
    const issuer = path.map((index) => chain[index]!).find(({ not_after }) => not_after < scan.started_at)
    return issuer && tls.trust_error === 'CERT_HAS_EXPIRED'
      ? fail('issuer_expired', url, issuer.subject)
      : pass(new Date(leaf.not_after).toISOString())
  },
})
