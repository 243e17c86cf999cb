import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { type Cookie, placeOf } from '../../derive/cookies.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'cookies/same-site',
  question: 'Do session cookies and tokens stay out of requests from other sites?',
  needs: ['cookies'],
  cwe: 1275,
  owasp_2021: ['A01:2021'],
  owasp_2025: ['A01:2025'],
  capec: [62],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis',
    'https://web.dev/articles/samesite-cookies-explained',
  ],
  distinct: ['parameter'],
  outcomes: {
    missing: {
      severity: 'low',
      cvss: vectors.forgedRequestByLuck,
      title: 'A session cookie does not say SameSite',
      why: 'Chrome treats it as Lax, Firefox and Safari send it with every request that another site provokes. There, forged requests carry the visitor’s session.',
      fix: 'Add SameSite=Lax, or Strict where nobody arrives logged in from elsewhere.',
      settings: {
        php: 'session.cookie_samesite = "Lax"',
        express: "app.use(session({ cookie: { secure: true, httpOnly: true, sameSite: 'lax' } }))",
        django: "SESSION_COOKIE_SAMESITE = 'Lax'",
        rails: 'config.action_dispatch.cookies_same_site_protection = :lax',
        iis: '<httpCookies sameSite="Lax" />',
        nginx: 'proxy_cookie_flags ~ samesite=lax;',
      },
    },
    token: {
      severity: 'low',
      title: 'A cookie with a token against forgery does not say SameSite',
      why: 'Where the cookie itself is compared with the form’s token, Firefox and Safari send it with requests that another site forged, so that half of the protection comes by itself.',
      fix: 'Add SameSite=Strict, or Lax where forms are opened from elsewhere.',
    },
    none: {
      severity: 'info',
      title: 'A session cookie goes along with requests from other sites',
      why: 'SameSite=None asks for that on purpose. Every request that changes something then needs a token against forgery.',
      fix: 'Use Lax unless other sites must embed this one.',
    },
    none_without_secure: {
      severity: 'low',
      title: 'Browsers refuse a cookie: SameSite=None without Secure',
      why: 'A cookie for use across sites must be Secure. Browsers throw this one away, or treat it as they like.',
      fix: 'Add Secure, or use SameSite=Lax.',
    },
    invalid: {
      severity: 'low',
      title: 'A cookie has a SameSite value that does not exist',
      why: 'Browsers act as if SameSite were missing, and each has its own default.',
      fix: 'Write Strict, Lax or None.',
    },
  },
  run({ cookies }) {
    const judged = cookies.filter(
      ({ deletes, rejected }) => !deletes && (rejected === null || rejected === 'none_without_secure'),
    )
    if (judged.length === 0) return skip('the page sets no cookie')
    return verdictOf(judged.flatMap(judge))
  },
})

function judge(cookie: Cookie): Fail<'missing' | 'token' | 'none' | 'none_without_secure' | 'invalid'>[] {
  const place = placeOf(cookie)
  if (cookie.rejected) return [fail('none_without_secure', place, cookie.raw)]
  if (cookie.same_site === 'invalid') return [fail('invalid', place, cookie.raw)]
  if (cookie.role === 'csrf' && cookie.same_site === null) return [fail('token', place, cookie.raw)]
  if (cookie.role !== 'session') return []
  if (cookie.same_site === null) return [fail('missing', place, cookie.raw)]
  return cookie.same_site === 'none' ? [fail('none', place, cookie.raw)] : []
}
