import { defineCheck, fail, pass } from '../../check.ts'
import { namesOf, suitesInUse } from '../../derive/accepted-suites.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { modernTls } from '../../remedy-tls.ts'

export default defineCheck({
  id: 'tls/beast',
  question: 'Are block ciphers left to versions that choose their vectors afresh?',
  needs: ['handshakes'],
  type: 'vulnerability',
  cwe: 326,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [97],
  references: [
    'https://www.rfc-editor.org/rfc/rfc9325#section-3.1.1',
    'https://vnhacker.blogspot.com/2011/09/beast.html',
  ],
  outcomes: {
    cbc: {
      severity: 'info',
      title: 'Old versions use block ciphers whose vectors can be foretold (BEAST)',
      why: 'In SSL 3.0 and TLS 1.0 the last block of one record is the vector of the next. Browsers have split their records since 2012, so that only clients older than that give a cookie away.',
      fix: 'Offer TLS 1.2 and 1.3 only.',
      settings: modernTls,
      cve: 'CVE-2011-3389',
    },
  },
  run({ handshakes }) {
    const suites = suitesInUse(handshakes).filter(({ version }) => version === 'SSLv3' || version === 'TLSv1')
    if (suites.length === 0) return pass()
    const blocks = suites.filter(({ traits }) => traits.mode === 'CBC')
    return blocks.length > 0 ? fail('cbc', tlsUrl(handshakes), namesOf(blocks)) : pass(namesOf(suites))
  },
})
