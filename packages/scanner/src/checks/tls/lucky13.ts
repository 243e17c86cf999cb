import { defineCheck, fail, pass } from '../../check.ts'
import { namesOf, suitesInUse } from '../../derive/accepted-suites.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { modernTls } from '../../remedy-tls.ts'

export default defineCheck({
  id: 'tls/lucky13',
  question: 'Are all ciphers authenticated before they are decrypted?',
  needs: ['handshakes'],
  type: 'information',
  cwe: 208,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [463],
  references: ['https://www.rfc-editor.org/rfc/rfc9325#section-4.2.1', 'https://www.isg.rhul.ac.uk/tls/Lucky13.html'],
  outcomes: {
    cbc: {
      severity: 'info',
      title: 'The server accepts ciphers in CBC mode (Lucky 13)',
      why: 'They check what they received only after decrypting it. Current TLS libraries take care that the time it takes shows nothing; whether this one does cannot be seen from outside.',
      fix: 'Leave out suites whose names hold CBC, unless very old clients need them.',
      settings: modernTls,
      cve: 'CVE-2013-0169',
    },
  },
  run({ handshakes }) {
    const suites = suitesInUse(handshakes)
    const blocks = suites.filter(({ traits }) => traits.mode === 'CBC')
    return blocks.length > 0 ? fail('cbc', tlsUrl(handshakes), namesOf(blocks)) : pass(namesOf(suites))
  },
})
