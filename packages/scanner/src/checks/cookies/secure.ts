import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { placeOf, stored } from '../../derive/cookies.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'cookies/secure',
  question: 'Do cookies travel over HTTPS only?',
  needs: ['page', 'cookies'],
  cwe: 614,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [31, 157],
  references: ['https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2.5'],
  distinct: ['parameter'],
  outcomes: {
    session: {
      severity: 'medium',
      cvss: vectors.slightInterception,
      title: 'A session cookie travels over plain HTTP',
      why: 'Without Secure the browser sends the cookie with any plain request to the host. Whoever sits on the way, or lures the visitor to an http:// link, reads it and takes over the session.',
      fix: 'Add Secure to the cookie.',
      settings: {
        php: 'session.cookie_secure = 1',
        express: "app.use(session({ cookie: { secure: true, httpOnly: true, sameSite: 'lax' } }))",
        django: 'SESSION_COOKIE_SECURE = True',
        rails: 'config.force_ssl = true',
        iis: '<httpCookies requireSSL="true" />',
        nginx: 'proxy_cookie_flags ~ secure;',
        apache: 'Header edit Set-Cookie ^((?!.*;\\s*secure).*)$ "$1; Secure"',
      },
    },
    other: {
      severity: 'low',
      title: 'A cookie travels over plain HTTP',
      why: 'Without Secure the browser sends the cookie with plain requests too, where it can be read.',
      fix: 'Add Secure to the cookie.',
    },
  },
  run({ page, cookies }) {
    if (!page.secure) return skip('browsers refuse Secure from a plain page (RFC 6265bis section 5.7)')
    const kept = stored(cookies)
    if (kept.length === 0) return skip('the page sets no cookie')
    return verdictOf(
      kept
        .filter(({ secure }) => !secure)
        .map((cookie) => fail(cookie.role === 'session' ? 'session' : 'other', placeOf(cookie), cookie.raw)),
    )
  },
})
