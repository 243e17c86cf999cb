import { defineCheck, fail, pass, skip } from '../../check.ts'
import { corsGrant } from '../../derive/cors-grant.ts'
import { headerValue } from '../../net/exchange.ts'

export default defineCheck({
  id: 'cors/vary',
  question: 'Do caches know that the answer depends on Origin?',
  needs: ['cors'],
  cwe: 524,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches'],
  outcomes: {
    missing: {
      severity: 'info',
      title: 'The answer depends on Origin, and caches are not told',
      why: 'A cache may hand the answer for one origin to another, which then cannot read it, or may when it should not.',
      fix: 'Send Vary: Origin on every answer of this address, also where no origin is allowed.',
    },
  },
  run({ cors }) {
    const named = cors.probes.filter(({ exchange, origin }) => corsGrant(exchange, origin).access === 'named')
    if (named.length === 0) return skip('no answer names the origin that was sent')
    const careless = named.find(({ exchange }) => !tellsCaches(exchange.response.headers))
    return careless
      ? fail('missing', careless.exchange, headerValue(careless.exchange.response.headers, 'vary'))
      : pass(headerValue(named[0]!.exchange.response.headers, 'vary'))
  },
})

/** Vary names Origin or is `*`, or nothing may be stored (RFC 9110 section 12.5.5, RFC 9111 section 5.2.2.5). */
function tellsCaches(headers: Parameters<typeof headerValue>[0]): boolean {
  const names = list(headerValue(headers, 'vary'))
  return (
    names.includes('origin') || names.includes('*') || list(headerValue(headers, 'cache-control')).includes('no-store')
  )
}

function list(value = ''): string[] {
  return value.split(',').map((item) => item.trim().toLowerCase())
}
