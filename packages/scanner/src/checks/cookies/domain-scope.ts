import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { placeOf, stored } from '../../derive/cookies.ts'

export default defineCheck({
  id: 'cookies/domain-scope',
  question: 'Does the session cookie stay on its own host?',
  needs: ['cookies'],
  cwe: 1275,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [31],
  references: ['https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2.3'],
  distinct: ['parameter'],
  outcomes: {
    parent: {
      severity: 'low',
      title: 'A session cookie is shared with sibling hosts',
      why: 'Domain names a parent of this host. Every other host below it receives the cookie, so a flaw or a takeover in the least of them opens sessions here.',
      fix: 'Leave Domain out, unless the hosts really share the log-in.',
    },
    subdomains: {
      severity: 'info',
      title: 'A session cookie is sent to all subdomains',
      why: 'Any Domain, even that of the host itself, adds all hosts below it.',
      fix: 'Leave Domain out, or use the __Host- prefix.',
    },
  },
  run({ cookies }) {
    const sessions = stored(cookies).filter(({ role }) => role === 'session')
    if (sessions.length === 0) return skip('no session cookie is set')
    return verdictOf(
      sessions
        .filter(({ domain }) => domain !== null)
        .map((cookie) =>
          fail(
            // the www twin is the same site to everybody
            new URL(cookie.url).hostname.replace(/^www\./, '') === cookie.domain ? 'subdomains' : 'parent',
            placeOf(cookie),
            cookie.raw,
          ),
        ),
    )
  },
})
