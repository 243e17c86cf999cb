import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/ccs-injection',
  question: 'Does the server refuse a change of keys before there are any?',
  needs: ['handshakes'],
  type: 'vulnerability',
  cwe: 327,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [94],
  references: ['https://www.openssl.org/news/secadv/20140605.txt', 'https://ccsinjection.lepidum.co.jp/'],
  outcomes: {
    vulnerable: {
      severity: 'high',
      cvss: vectors.interception,
      confidence: 'confirmed',
      title: 'The server changes to keys that nobody agreed on (CCS injection)',
      why: 'An attacker in between makes both sides use keys that follow from public data, when the client has the same flaw, and then reads and changes everything.',
      fix: 'Update OpenSSL to 0.9.8za, 1.0.0m, 1.0.1h or newer.',
      cve: 'CVE-2014-0224',
    },
  },
  run({ handshakes }) {
    const { ccs_injection } = handshakes
    if (ccs_injection === 'unknown') return skip('the answers prove neither')
    return ccs_injection === 'vulnerable' ? fail('vulnerable', tlsUrl(handshakes)) : pass()
  },
})
