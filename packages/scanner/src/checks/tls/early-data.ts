import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'

export default defineCheck({
  id: 'tls/early-data',
  question: 'Are requests safe from being sent twice?',
  needs: ['handshakes'],
  type: 'information',
  cwe: 294,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc8446#section-8', 'https://www.rfc-editor.org/rfc/rfc8470'],
  outcomes: {
    enabled: {
      severity: 'info',
      title: 'The server takes early data (0-RTT)',
      why: 'What comes with the first packet of a resumed connection can be sent again by anyone who recorded it. An application that does not know may carry out one order twice.',
      fix: 'Switch early data off, or have the application answer 425 to early requests that change something.',
      settings: {
        nginx: 'ssl_early_data off;  (or proxy_set_header Early-Data $ssl_early_data;)',
        cloudflare: 'Speed, Optimization, Protocol: 0-RTT Connection Resumption off.',
      },
    },
  },
  run({ handshakes }) {
    const { early_data } = handshakes.sessions
    if (early_data === null) return skip('no handshake with TLS 1.3 was completed')
    return early_data > 0 ? fail('enabled', tlsUrl(handshakes), `${early_data} bytes`) : pass()
  },
})
