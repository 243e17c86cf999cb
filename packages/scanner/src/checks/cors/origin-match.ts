import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { corsGrant, grantText } from '../../derive/cors-grant.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'cors/origin-match',
  question: 'Are origins compared as a whole?',
  needs: ['cors'],
  type: 'vulnerability',
  cwe: 942,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  references: ['https://fetch.spec.whatwg.org/#http-cors-protocol', 'https://portswigger.net/web-security/cors'],
  outcomes: {
    suffix: {
      severity: 'high',
      cvss: vectors.crossRead,
      title: 'Origins that begin with the site’s name can read pages with the visitor’s log-in',
      why: 'The server looks only at how the origin begins. An attacker names a host of their own so, and its pages read everything that the visitor may see here.',
      fix: 'Compare the whole Origin with a list of exact origins.',
    },
    prefix: {
      severity: 'high',
      cvss: vectors.crossRead,
      title: 'Origins that end with the site’s name can read pages with the visitor’s log-in',
      why: 'The server looks only at how the origin ends. An attacker registers a domain with this ending, and its pages read everything that the visitor may see here.',
      fix: 'Compare the whole Origin with a list of exact origins, or demand the dot before the domain.',
    },
    without_credentials: {
      severity: 'low',
      cvss: vectors.crossReadByLuck,
      title: 'Origins that only resemble the site’s own are allowed',
      why: 'The server compares only a part of the origin. Without credentials an attacker reads only what is public.',
      fix: 'Compare the whole Origin with a list of exact origins.',
    },
  },
  run({ cors }) {
    const foreign = cors.probes.find(({ kind }) => kind === 'foreign')
    if (foreign && corsGrant(foreign.exchange, foreign.origin).access !== 'none')
      return skip('every origin is allowed: cors/any-origin judges that')
    const tricks = cors.probes.filter(({ kind }) => kind === 'suffix' || kind === 'prefix')
    if (tricks.length === 0) return skip('the requests with look-alike origins were not answered')
    return verdictOf(
      tricks.flatMap(({ kind, origin, exchange }): Fail<'suffix' | 'prefix' | 'without_credentials'>[] => {
        const { access, credentials } = corsGrant(exchange, origin)
        if (access !== 'named') return []
        const outcome = kind === 'suffix' ? 'suffix' : 'prefix'
        return [fail(credentials ? outcome : 'without_credentials', exchange, grantText(exchange))]
      }),
    )
  },
})
