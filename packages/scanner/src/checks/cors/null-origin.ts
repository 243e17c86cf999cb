import { defineCheck, fail, pass, skip } from '../../check.ts'
import { corsGrant, grantText } from '../../derive/cors-grant.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'cors/null-origin',
  question: 'Is the origin "null" refused?',
  needs: ['cors'],
  cwe: 942,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  references: [
    'https://fetch.spec.whatwg.org/#http-cors-protocol',
    'https://w3c.github.io/webappsec-cors-for-developers/#avoid-returning-access-control-allow-origin-null',
  ],
  outcomes: {
    with_credentials: {
      severity: 'high',
      cvss: vectors.crossRead,
      type: 'vulnerability',
      title: 'The origin "null" can read pages with the visitor’s log-in',
      why: 'Any site gets the origin "null" by putting its script into a sandboxed frame. It can then read everything that the visitor may see here.',
      fix: 'Never answer with Access-Control-Allow-Origin: null. Compare Origin with a list of exact origins.',
    },
    allowed: {
      severity: 'low',
      cvss: vectors.crossReadByLuck,
      title: 'The origin "null" is allowed',
      why: 'Any site gets this origin by putting its script into a sandboxed frame. Without credentials it reads only what is public.',
      fix: 'Never answer with Access-Control-Allow-Origin: null. Compare Origin with a list of exact origins.',
    },
  },
  run({ cors }) {
    const probe = cors.probes.find(({ kind }) => kind === 'null')
    if (!probe) return skip('the request with the origin "null" was not answered')
    const foreign = cors.probes.find(({ kind }) => kind === 'foreign')
    if (foreign && corsGrant(foreign.exchange, foreign.origin).access !== 'none')
      return skip('every origin is allowed: cors/any-origin judges that')
    const { access, credentials, raw } = corsGrant(probe.exchange, probe.origin)
    if (access !== 'named') return pass(raw ?? '')
    return fail(credentials ? 'with_credentials' : 'allowed', probe.exchange, grantText(probe.exchange))
  },
})
