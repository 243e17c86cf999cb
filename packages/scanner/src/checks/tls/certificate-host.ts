import { defineCheck, fail, pass } from '../../check.ts'
import { renew } from '../../remedy-tls.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/certificate-host',
  question: 'Is the certificate made out to this host?',
  needs: ['certificates'],
  cwe: 297,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [94],
  references: ['https://www.rfc-editor.org/rfc/rfc9525', 'https://www.rfc-editor.org/rfc/rfc6125'],
  outcomes: {
    mismatch: {
      severity: 'high',
      cvss: vectors.helpedInterception,
      confidence: 'confirmed',
      title: 'The certificate is made out to another host',
      why: 'A browser cannot tell this server from an impostor that holds a certificate for some name of its own, and warns every visitor off.',
      fix: 'Get a certificate whose subject alternative names list this host, or serve the right one for it.',
      settings: renew,
    },
    common_name: {
      severity: 'high',
      cvss: vectors.helpedInterception,
      confidence: 'confirmed',
      title: 'The certificate names its host in the common name only',
      why: 'Browsers and current libraries look at the subject alternative names and nowhere else, so they refuse this certificate.',
      fix: 'Get a certificate that lists the host as a subject alternative name.',
      settings: renew,
    },
  },
  run({ certificates: { url, host, leaf, covers_host } }) {
    if (covers_host) return pass(host)
    const names = [...leaf.dns_names, ...leaf.addresses]
    return names.length === 0 ? fail('common_name', url, leaf.subject) : fail('mismatch', url, names.join(', '))
  },
})
