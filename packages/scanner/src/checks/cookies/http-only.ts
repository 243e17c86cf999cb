import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { placeOf, stored } from '../../derive/cookies.ts'
import { looksRandom } from '../../derive/entropy.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'cookies/http-only',
  question: 'Are session cookies out of reach of scripts?',
  needs: ['cookies'],
  cwe: 1004,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [31, 63],
  references: ['https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2.6'],
  distinct: ['parameter'],
  outcomes: {
    session: {
      severity: 'medium',
      cvss: vectors.stolenSession,
      title: 'Scripts can read a session cookie',
      why: 'Any script that runs in the page, injected or bought in, can read the cookie and send it away. Its holder is then logged in as the visitor.',
      fix: 'Add HttpOnly to the cookie.',
      settings: {
        php: 'session.cookie_httponly = 1',
        express: "app.use(session({ cookie: { secure: true, httpOnly: true, sameSite: 'lax' } }))",
        django: 'SESSION_COOKIE_HTTPONLY = True',
        iis: '<httpCookies httpOnlyCookies="true" />',
        nginx: 'proxy_cookie_flags ~ httponly;',
        apache: 'Header edit Set-Cookie ^((?!.*;\\s*httponly).*)$ "$1; HttpOnly"',
      },
    },
    token: {
      severity: 'info',
      title: 'Scripts can read a cookie that holds a token',
      why: 'The value looks random. If rights hang on it, a script that runs in the page can take them.',
      fix: 'Add HttpOnly, unless a script of the site needs to read the cookie.',
    },
  },
  run({ cookies }) {
    // anti-forgery tokens are often read by scripts on purpose, and nothing hangs on analytics cookies
    const judged = stored(cookies).filter(({ role }) => role === 'session' || role === 'unknown')
    if (judged.length === 0) return skip('no cookie is set on which a session could hang')
    return verdictOf(
      judged
        .filter(({ http_only, role, value }) => !http_only && (role === 'session' || looksRandom(value)))
        .map((cookie) => fail(cookie.role === 'session' ? 'session' : 'token', placeOf(cookie), cookie.raw)),
    )
  },
})
