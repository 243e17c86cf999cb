import { defineCheck, fail, pass, skip } from '../../check.ts'
import { namesOf, suitesInUse } from '../../derive/accepted-suites.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { modernTls } from '../../remedy-tls.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/protocol-ssl3',
  question: 'Does the server refuse SSL 3.0?',
  needs: ['handshakes'],
  type: 'vulnerability',
  cwe: 327,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [620],
  references: ['https://www.rfc-editor.org/rfc/rfc7568', 'https://www.openssl.org/~bodo/ssl-poodle.pdf'],
  outcomes: {
    poodle: {
      severity: 'high',
      cvss: vectors.helpedWiretap,
      confidence: 'confirmed',
      title: 'The server speaks SSL 3.0 with block ciphers (POODLE)',
      why: 'Padding is not protected in SSL 3.0. Who can make a browser send requests, and stands in between, reads a cookie byte by byte.',
      fix: 'Switch SSL 3.0 off.',
      settings: modernTls,
      cve: 'CVE-2014-3566',
    },
    accepted: {
      severity: 'medium',
      confidence: 'confirmed',
      title: 'The server speaks SSL 3.0',
      why: 'The protocol was withdrawn in 2015: its key derivation and its checks rest on MD5 and SHA-1, and it knows no extension that would protect it.',
      fix: 'Switch SSL 3.0 off.',
      settings: modernTls,
    },
  },
  run({ handshakes }) {
    const { accepted } = handshakes.versions.SSLv3
    if (accepted === null) return skip('the server neither accepted nor refused it')
    if (!accepted) return pass()
    const suites = suitesInUse(handshakes).filter(({ version }) => version === 'SSLv3')
    const blocks = suites.filter(({ traits }) => traits.mode === 'CBC')
    return fail(
      blocks.length > 0 ? 'poodle' : 'accepted',
      tlsUrl(handshakes),
      namesOf(blocks.length > 0 ? blocks : suites),
    )
  },
})
