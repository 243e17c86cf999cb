import { defineCheck, fail, pass, skip } from '../../check.ts'

export default defineCheck({
  id: 'tls/must-staple-without-staple',
  question: 'Does the server staple where the certificate demands it?',
  needs: ['tls', 'certificates'],
  cwe: 299,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc7633'],
  outcomes: {
    missing: {
      severity: 'medium',
      // Servers fetch the answer after the first connection, so that one handshake without it proves little.
      confidence: 'tentative',
      title: 'The certificate demands a stapled OCSP answer, and the server sends none',
      why: 'Firefox and others refuse the connection, since the certificate itself says that an answer must come along.',
      fix: 'Switch OCSP stapling on, or get a certificate without the demand.',
      settings: {
        nginx: 'ssl_stapling on; ssl_stapling_verify on; resolver 127.0.0.1;',
        apache: 'SSLUseStapling On\nSSLStaplingCache shmcb:logs/ssl_stapling(32768)',
        caddy: 'Caddy staples by itself.',
        cloudflare: 'Cloudflare staples by itself: upload a certificate without the demand.',
      },
    },
  },
  run({ tls, certificates: { url, leaf } }) {
    if (!leaf.must_staple) return skip('the certificate does not demand it')
    return tls.ocsp_stapled ? pass('stapled') : fail('missing', url, leaf.subject)
  },
})
