import { defineCheck, fail, pass, skip } from '../../check.ts'
import { daneFault, daneMatches } from '../../derive/dane.ts'
import { dnsPlace } from '../../derive/dns-place.ts'

export default defineCheck({
  id: 'dns/dane-web',
  question: 'Does the website’s certificate match the one that DNS names (DANE)?',
  needs: ['dane', 'tls'],

  cwe: 295,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc7671#section-5', 'https://www.rfc-editor.org/rfc/rfc6698'],

  outcomes: {
    mismatch: {
      severity: 'medium',
      title: 'The certificate is not the one that DNS names',
      why: 'Clients that heed DANE refuse to connect. Mostly the certificate was renewed with a new key and the record was forgotten.',
      fix: 'Publish the record of the new key beside the old one before the certificate is changed, or keep the key when renewing.',
    },
  },
  run({ dane, tls }) {
    const { records } = dane.web.answer
    const usable = records.filter((record) => !daneFault(record))
    if (usable.length === 0) return skip('there are no TLSA records for the website')
    if (tls.chain.length === 0) return skip('the server sent no certificate')
    const seen = usable.map(
      ({ usage, selector, matching, data }) => `${usage} ${selector} ${matching} ${data.slice(0, 16)}`,
    )
    return usable.some((record) => daneMatches(record, tls.chain))
      ? pass(seen.join('\n'))
      : fail('mismatch', dnsPlace(dane.web.name, 'TLSA'), seen.join('\n'))
  },
})
