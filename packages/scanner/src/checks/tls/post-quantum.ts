import { groupNamed } from '../../../data/tls-groups.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'

export default defineCheck({
  id: 'tls/post-quantum',
  question: 'Is the key exchange safe from quantum computers of the future?',
  needs: ['handshakes'],
  type: 'information',
  cwe: null,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: [
    'https://datatracker.ietf.org/doc/draft-ietf-tls-ecdhe-mlkem/',
    'https://csrc.nist.gov/pubs/fips/203/final',
  ],
  outcomes: {
    missing: {
      severity: 'info',
      title: 'The key exchange is not safe from quantum computers of the future',
      why: 'Who records traffic today may be able to read it once such machines exist. Current browsers offer X25519MLKEM768, which would keep it secret.',
      fix: 'Update to OpenSSL 3.5 or newer, or whichever release of your TLS library has X25519MLKEM768, and leave the list of groups at its default.',
      settings: {
        nginx: 'ssl_ecdh_curve X25519MLKEM768:X25519:prime256v1;  (with OpenSSL 3.5)',
        apache: 'SSLOpenSSLConfCmd Groups X25519MLKEM768:X25519:P-256  (with OpenSSL 3.5)',
        caddy: 'Update: Caddy 2.10 and newer have it switched on.',
        cloudflare: 'Cloudflare has it wherever TLS 1.3 is on.',
      },
    },
  },
  run({ handshakes }) {
    const hybrid = handshakes.groups.tls13.filter((name) => groupNamed(name)?.kind === 'hybrid')
    const known = [...handshakes.groups.tls13, ...handshakes.groups.other].join(', ')
    return hybrid.length > 0 ? pass(hybrid.join(', ')) : fail('missing', tlsUrl(handshakes), known)
  },
})
