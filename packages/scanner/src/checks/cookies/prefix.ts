import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { placeOf } from '../../derive/cookies.ts'

export default defineCheck({
  id: 'cookies/prefix',
  question: 'Do cookies keep the promise of their name prefix?',
  needs: ['cookies'],
  cwe: 1275,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [31],
  references: ['https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-cookie-name-prefixes'],
  distinct: ['parameter'],
  outcomes: {
    host: {
      severity: 'low',
      title: 'A __Host- cookie breaks the rules of its prefix',
      why: 'Browsers refuse the cookie, so that what hangs on it fails; older ones accept it without the protection that the name promises.',
      fix: 'Send it with Secure and Path=/ and without Domain, from an HTTPS page.',
    },
    secure: {
      severity: 'low',
      title: 'A __Secure- cookie breaks the rules of its prefix',
      why: 'Browsers refuse the cookie, so that what hangs on it fails; older ones accept it without the protection that the name promises.',
      fix: 'Send it with Secure, from an HTTPS page.',
    },
  },
  run({ cookies }) {
    const prefixed = cookies.filter(({ name, deletes }) => !deletes && /^__(?:host|secure)-/i.test(name))
    if (prefixed.length === 0) return skip('no cookie has a prefix')
    return verdictOf(
      prefixed
        .filter(({ rejected }) => rejected !== null)
        .map((cookie) => fail(/^__host-/i.test(cookie.name) ? 'host' : 'secure', placeOf(cookie), cookie.raw)),
    )
  },
})
