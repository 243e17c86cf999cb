import { defineCheck, fail, pass, skip } from '../../check.ts'
import { corsGrant, grantText } from '../../derive/cors-grant.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'cors/any-origin',
  question: 'Is reading the site left to its own scripts?',
  needs: ['cors'],
  cwe: 942,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  references: ['https://fetch.spec.whatwg.org/#http-cors-protocol', 'https://portswigger.net/web-security/cors'],
  outcomes: {
    with_credentials: {
      severity: 'high',
      cvss: vectors.crossRead,
      type: 'vulnerability',
      title: 'Any site can read pages with the visitor’s log-in',
      why: 'The server repeats whatever Origin it is sent and allows credentials. A page of an attacker that a visitor opens can then read everything that the visitor may see here.',
      fix: 'Compare Origin with a list of exact origins, and send Access-Control-Allow-Origin only for those.',
    },
    reflected: {
      severity: 'low',
      cvss: vectors.crossReadByLuck,
      title: 'Any origin is allowed by repeating it',
      why: 'Any site may read the answers, as with *, though without the visitor’s cookies. Once someone allows credentials, the site lies open.',
      fix: 'Send * where the data is public, or compare Origin with a list of exact origins.',
    },
    star: {
      severity: 'info',
      title: 'Any site may read the page',
      why: 'Access-Control-Allow-Origin: * is right for public data. It is wrong where the network itself is the protection, as inside a company.',
      fix: 'Leave the header out where no other site needs to read the answer.',
    },
  },
  run({ cors }) {
    const probe = cors.probes.find(({ kind }) => kind === 'foreign')
    if (!probe) return skip('the request with a foreign origin was not answered')
    const { access, credentials, raw } = corsGrant(probe.exchange, probe.origin)
    if (access === 'none') return pass(raw ?? '')
    if (access === 'any') return fail('star', probe.exchange, grantText(probe.exchange))
    return fail(credentials ? 'with_credentials' : 'reflected', probe.exchange, grantText(probe.exchange))
  },
})
