import { groupNamed } from '../../../data/tls-groups.ts'
import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { vectors } from '../../vectors.ts'

const ENOUGH = 224 // bits: 112 bits of strength, the least of NIST SP 800-131A

export default defineCheck({
  id: 'tls/curves-weak',
  question: 'Are the curves for key exchange large enough?',
  needs: ['handshakes'],
  cwe: 326,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: [
    'https://www.rfc-editor.org/rfc/rfc8422#section-5.1.1',
    'https://csrc.nist.gov/pubs/sp/800/131/a/r2/final',
  ],
  outcomes: {
    small: {
      severity: 'medium',
      cvss: vectors.hardWiretap,
      confidence: 'confirmed',
      title: 'The server exchanges keys in curves that are too small',
      why: 'Curves below 224 bits give less than 112 bits of strength. Whoever records a connection may read it one day.',
      fix: 'Offer X25519 and P-256, and nothing smaller.',
      settings: {
        nginx: 'ssl_ecdh_curve X25519:prime256v1:secp384r1;',
        apache: 'SSLOpenSSLConfCmd Curves X25519:P-256:P-384',
      },
    },
  },
  run({ handshakes }) {
    const { tls13, other } = handshakes.groups
    const all = [...new Set([...tls13, ...other])]
    if (all.length === 0) return skip('the server exchanges no keys in curves')
    const small = all.filter((name) => (groupNamed(name)?.bits ?? ENOUGH) < ENOUGH)
    return small.length > 0 ? fail('small', tlsUrl(handshakes), small.join(', ')) : pass(all.join(', '))
  },
})
