import { defineCheck, fail, pass } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'

export default defineCheck({
  id: 'tls/alpn',
  question: 'Are protocols agreed on in the way of today?',
  needs: ['handshakes'],
  type: 'information',
  cwe: 477,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc7301'],
  outcomes: {
    obsolete: {
      severity: 'info',
      title: 'The server still speaks SPDY or NPN',
      why: 'Both were drafts, given up for HTTP/2 and ALPN in 2016. No browser uses them, and software that offers them has not been updated for long.',
      fix: 'Update the server, or switch SPDY off and HTTP/2 on.',
    },
  },
  run({ handshakes }) {
    const { alpn, features } = handshakes
    const obsolete = [
      ...alpn.filter((name) => name.startsWith('spdy/')),
      ...(features?.npn ?? []).map((name) => `NPN ${name}`),
    ]
    return obsolete.length > 0 ? fail('obsolete', tlsUrl(handshakes), obsolete.join(', ')) : pass(alpn.join(', '))
  },
})
