import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/renegotiation',
  question: 'Is renegotiation bound to the connection, and left to the server?',
  needs: ['handshakes'],
  type: 'vulnerability',
  cwe: 295,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [94],
  references: ['https://www.rfc-editor.org/rfc/rfc5746', 'https://www.rfc-editor.org/rfc/rfc9325#section-3.5'],
  outcomes: {
    insecure: {
      severity: 'medium',
      cvss: vectors.prefixed,
      title: 'The server does not take part in secure renegotiation',
      why: 'Without it, an attacker can put a request of their own before the visitor’s on one connection, so that the server takes both for the visitor’s, wherever it renegotiates.',
      fix: 'Update the TLS library, or switch renegotiation off.',
      cve: 'CVE-2009-3555',
    },
    client: {
      severity: 'low',
      cvss: vectors.outage,
      confidence: 'confirmed',
      title: 'Clients can make the server renegotiate without end',
      why: 'A handshake costs the server many times what it costs the client, so that one machine with few connections can keep it busy.',
      fix: 'Refuse renegotiation that the client asks for.',
      settings: {
        nginx: 'Update: nginx 0.8.23 and newer refuse it.',
        apache: 'Update OpenSSL to 3.0 or newer, which refuses it.',
        iis: 'Set DisableRenegoOnClient to 1 below HKLM\\System\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL.',
      },
      cve: 'CVE-2011-1473',
    },
  },
  run({ handshakes }) {
    const { features, renegotiation } = handshakes
    if (!features) return skip('TLS 1.3 has no renegotiation')
    if (features.version === 'SSLv3') return skip('SSL 3.0 has no way to tell; tls/protocol-ssl3 judges it')
    const url = tlsUrl(handshakes)
    return verdictOf([
      ...(features.secure_renegotiation ? [] : [fail('insecure', url, features.version)]),
      ...(renegotiation === 'accepted' ? [fail('client', url)] : []),
    ])
  },
})
