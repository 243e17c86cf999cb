import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'

export default defineCheck({
  id: 'tls/heartbeat',
  question: 'Does the server do without heartbeats?',
  needs: ['handshakes'],
  type: 'information',
  cwe: null,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc6520'],
  outcomes: {
    offered: {
      severity: 'info',
      title: 'The server takes part in TLS heartbeats',
      why: 'No website needs the extension, no browser uses it, and it has brought Heartbleed upon those that had it.',
      fix: 'Update the TLS library: current ones have left it out.',
    },
  },
  run({ handshakes }) {
    const { features, heartbleed } = handshakes
    if (!features) return skip('it is not offered to servers with TLS 1.3 only')
    if (heartbleed === 'vulnerable') return skip('tls/heartbleed tells worse of it')
    return features.heartbeat ? fail('offered', tlsUrl(handshakes), features.version) : pass()
  },
})
