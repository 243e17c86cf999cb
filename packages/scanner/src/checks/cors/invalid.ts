import { defineCheck, fail, pass, skip } from '../../check.ts'
import { headerValue } from '../../net/exchange.ts'

export default defineCheck({
  id: 'cors/invalid',
  question: 'Is Access-Control-Allow-Origin something that browsers understand?',
  needs: ['cors'],
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://fetch.spec.whatwg.org/#http-access-control-allow-origin'],
  outcomes: {
    value: {
      severity: 'info',
      title: 'Browsers do not understand Access-Control-Allow-Origin',
      why: 'The header takes one origin, null or *. Lists, wildcards within a name and paths are refused, so no site gets access, also not those that should.',
      fix: 'Compare Origin with your list on the server, and send back the one that fits.',
    },
    star_with_credentials: {
      severity: 'info',
      title: 'Access-Control-Allow-Origin: * together with credentials',
      why: 'Browsers refuse this pair whenever cookies are sent. Often it is a step before the mistake of repeating any origin.',
      fix: 'Leave out Access-Control-Allow-Credentials, or name the origins that may send cookies.',
    },
  },
  run({ cors }) {
    const allowed = cors.probes.flatMap(({ exchange }) => {
      const value = headerValue(exchange.response.headers, 'access-control-allow-origin')
      return value === undefined ? [] : [{ exchange, value }]
    })
    if (allowed.length === 0) return skip('no answer carries Access-Control-Allow-Origin')
    const strange = allowed.find(({ value }) => value !== '*' && value !== 'null' && !isOrigin(value))
    if (strange) return fail('value', strange.exchange, strange.value)
    const void_ = allowed.find(
      ({ exchange, value }) =>
        value === '*' && headerValue(exchange.response.headers, 'access-control-allow-credentials') === 'true',
    )
    return void_ ? fail('star_with_credentials', void_.exchange, void_.value) : pass(allowed[0]!.value)
  },
})

/** A serialized origin (HTML section 7.1.1): scheme, host, and a port unless it is the default. */
function isOrigin(value: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s,*@]+$/.test(value) &&
    (!/^https?:/.test(value) || URL.parse(value)?.origin === value)
  )
}
