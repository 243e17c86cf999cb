import { defineCheck, fail, pass, skip } from '../../check.ts'
import { dnsPlace } from '../../derive/dns-place.ts'
import { servicesOf } from '../../derive/takeover.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'dns/dangling-cname',
  question: 'Does the host lead to a name that exists?',
  needs: ['dns'],
  cwe: 350,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/10-Test_for_Subdomain_Takeover',
    'https://cwe.mitre.org/data/definitions/350.html',
  ],
  outcomes: {
    claimable: {
      severity: 'medium',
      cvss: vectors.takeover,
      title: 'The host leads to a free name at a hosting service',
      why: 'The name that the CNAME points to is gone from a service that gives free names to whoever asks. Its new owner serves pages as this host, with its cookies and a valid certificate.',
      fix: 'Remove the CNAME, or create the resource of that name again under your own account.',
    },
    gone: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'The host leads to a name that does not exist',
      why: 'If somebody can register the name that the CNAME points to, they serve pages as this host, with its cookies and a valid certificate.',
      fix: 'Remove the CNAME, or point it to a name that you hold.',
    },
  },
  run({ dns }) {
    const target = dns.cname.records.at(-1)
    if (dns.cname.status === 'failed') return skip(`DNS gave no answer (${dns.cname.error ?? 'unknown error'})`)
    if (target === undefined) return skip('the host is no alias of another name')
    if (dns.a.status === 'failed' && dns.aaaa.status === 'failed') return skip(`DNS gave no answer for ${target}`)
    if (dns.a.status !== 'nxdomain' || dns.aaaa.status !== 'nxdomain') return pass(target)
    const place = dnsPlace(dns.name, 'CNAME')
    const free = servicesOf(target).some(({ text, claim }) => text === null && claim === 'open')
    return fail(free ? 'claimable' : 'gone', place, target)
  },
})
