import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { corsGrant, grantText } from '../../derive/cors-grant.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'cors/related-origin',
  question: 'Is trust in related origins kept narrow?',
  needs: ['cors'],
  cwe: 942,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://fetch.spec.whatwg.org/#http-cors-protocol', 'https://portswigger.net/web-security/cors'],
  outcomes: {
    insecure: {
      severity: 'medium',
      cvss: vectors.slightInterception,
      title: 'The plain HTTP twin may read pages with the visitor’s log-in',
      why: 'Whoever sits between visitor and site can put a script into any plain page of this host, and with it read the HTTPS site. The encryption is then worth little.',
      fix: 'Allow https:// origins only.',
    },
    subdomain: {
      severity: 'low',
      title: 'Any subdomain may read pages with the visitor’s log-in',
      why: 'A flaw in the least of the subdomains, or a forgotten one that an attacker takes over, opens this site as well.',
      fix: 'List the subdomains that need it.',
    },
  },
  run({ cors }) {
    const foreign = cors.probes.find(({ kind }) => kind === 'foreign')
    if (foreign && corsGrant(foreign.exchange, foreign.origin).access !== 'none')
      return skip('every origin is allowed: cors/any-origin judges that')
    const related = cors.probes.filter(({ kind }) => kind === 'insecure' || kind === 'subdomain')
    if (related.length === 0) return skip('the requests with related origins were not answered')
    return verdictOf(
      related.flatMap(({ kind, origin, exchange }): Fail<'insecure' | 'subdomain'>[] =>
        corsGrant(exchange, origin).credentials
          ? [fail(kind === 'insecure' ? 'insecure' : 'subdomain', exchange, grantText(exchange))]
          : [],
      ),
    )
  },
})
