import { defineCheck, fail, pass } from '../../check.ts'
import { dnsPlace } from '../../derive/dns-place.ts'

export default defineCheck({
  id: 'dns/certificate-names',
  question: 'Does the certificate keep other hosts of the domain to itself?',
  needs: ['subdomains'],
  type: 'information',
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc6962', 'https://cwe.mitre.org/data/definitions/200.html'],
  outcomes: {
    listed: {
      severity: 'info',
      title: 'The certificate tells other names of the domain',
      why: 'Certificates are public, so everyone knows these hosts. They deserve the same care as this one.',
      fix: 'Look at whether all of them are still needed, and scan them too.',
    },
  },
  run({ subdomains }) {
    const [first] = subdomains.names
    if (!first) return pass()
    return fail('listed', dnsPlace(first.name, 'A'), subdomains.names.map(({ name }) => name).join(' '))
  },
})
