import { defineCheck, fail, pass, skip } from '../../check.ts'
import { servicesOf } from '../../derive/takeover.ts'
import { vectors } from '../../vectors.ts'

/** Characters; an error page of a service is short, and a page of one's own that quotes it is no error. */
const MOST_OF_SUCCESS = 5_000

export default defineCheck({
  id: 'dns/subdomain-takeover',
  question: 'Is the host’s name at its hosting service still its owner’s?',
  needs: ['dns', 'page'],
  type: 'vulnerability',
  cwe: 350,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/10-Test_for_Subdomain_Takeover',
    'https://github.com/EdOverflow/can-i-take-over-xyz',
  ],
  once: true,
  outcomes: {
    unclaimed: {
      severity: 'high',
      cvss: vectors.takeover,
      title: 'Anyone can claim this host at its hosting service',
      why: 'DNS points to a hosting service, and the service says that nobody holds the name there. Whoever registers it serves pages as this host, with its cookies and a valid certificate.',
      fix: 'Remove the CNAME record now, or claim the name at the service.',
    },
    guarded: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'The hosting service does not know this host',
      why: 'DNS points to a hosting service that shows its page for unknown names. The service asks new owners for a proof, but such proofs have been got round before.',
      fix: 'Remove the CNAME record, or add the host to your account at the service.',
    },
  },
  run({ dns, page }) {
    const target = dns.cname.records.at(-1)
    if (target === undefined) return skip('the host is no alias of another name')
    if (new URL(page.url).hostname !== dns.name) return skip('the page is of another host')
    const services = servicesOf(target)
    if (services.length === 0) return skip(`${target} is at no service whose unclaimed names are known`)
    if (page.status < 400 && page.body.length > MOST_OF_SUCCESS) return pass(target)
    const unclaimed = services.find(({ text }) => text?.test(page.body))
    if (!unclaimed) return pass(target)
    return fail(
      unclaimed.claim === 'open' ? 'unclaimed' : 'guarded',
      page.exchange,
      unclaimed.text!.exec(page.body)![0],
    )
  },
})
