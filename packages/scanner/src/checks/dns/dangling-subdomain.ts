import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace } from '../../derive/dns-place.ts'
import { servicesOf } from '../../derive/takeover.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'dns/dangling-subdomain',
  question: 'Do the other names of the certificate lead to hosts that are still there?',
  needs: ['subdomains'],
  cwe: 350,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/10-Test_for_Subdomain_Takeover',
  ],
  distinct: ['parameter'],
  outcomes: {
    claimable: {
      severity: 'medium',
      cvss: vectors.takeover,
      title: 'Another name of the certificate leads to a free name at a hosting service',
      why: 'The name that its CNAME points to is gone from a service that gives free names to whoever asks. Its new owner serves pages under this domain, within reach of its cookies.',
      fix: 'Remove the CNAME, or create the resource of that name again under your own account.',
    },
    gone: {
      severity: 'low',
      confidence: 'tentative',
      title: 'Another name of the certificate leads to a name that does not exist',
      why: 'If somebody can register the name that the CNAME points to, they serve pages under this domain.',
      fix: 'Remove the CNAME, or point it to a name that you hold.',
    },
  },
  run({ subdomains }) {
    const { names, count } = subdomains
    if (count === 0) return skip('the certificate names no other host of the domain')
    const dangling = names.flatMap(({ name, status, aliases }): Fail<'claimable' | 'gone'>[] => {
      const target = aliases.at(-1)
      if (status !== 'nxdomain' || target === undefined) return []
      const free = servicesOf(target).some(({ text, claim }) => text === null && claim === 'open')
      return [fail(free ? 'claimable' : 'gone', { url: dnsPlace(name, 'CNAME'), parameter: name }, target)]
    })
    return verdictOf(dangling)
  },
})
