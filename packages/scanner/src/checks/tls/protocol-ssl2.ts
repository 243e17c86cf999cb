import { defineCheck, fail, pass } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { modernTls } from '../../remedy-tls.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/protocol-ssl2',
  question: 'Does the server refuse SSL 2.0?',
  needs: ['handshakes'],
  type: 'vulnerability',
  cwe: 327,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [620],
  references: ['https://www.rfc-editor.org/rfc/rfc6176', 'https://drownattack.com/'],
  outcomes: {
    drown: {
      severity: 'high',
      cvss: vectors.hardWiretap,
      confidence: 'confirmed',
      title: 'The server speaks SSL 2.0, which breaks its TLS as well (DROWN)',
      why: 'With some thousand connections in SSL 2.0 an attacker decrypts recorded TLS connections that used the same key, on this server or on any other that has it.',
      fix: 'Switch SSL 2.0 off wherever the certificate’s key is used, mail servers included, and update the TLS library.',
      settings: modernTls,
      cve: 'CVE-2016-0800',
    },
    unlisted: {
      severity: 'medium',
      title: 'The server answers SSL 2.0, though it offers no cipher',
      why: 'OpenSSL before 1.0.2f takes ciphers that it does not list (CVE-2015-3197), so the protocol may be open to DROWN although its ciphers are switched off.',
      fix: 'Switch SSL 2.0 off, and update the TLS library.',
      settings: modernTls,
      cve: 'CVE-2015-3197',
    },
  },
  run({ handshakes }) {
    const { ssl2 } = handshakes
    if (!ssl2) return pass()
    return fail(ssl2.kinds.length > 0 ? 'drown' : 'unlisted', tlsUrl(handshakes), ssl2.kinds.join(', '))
  },
})
