import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { placeOf, stored } from '../../derive/cookies.ts'

const DAY = 86_400 // seconds
const CAP = 400 * DAY // RFC 6265bis section 5.5: browsers cut what is longer
const LONG_SESSION = 90 * DAY // a stolen or forgotten log-in stays open that long

export default defineCheck({
  id: 'cookies/lifetime',
  question: 'Do cookies expire in reasonable time?',
  needs: ['cookies'],
  cwe: 613,
  owasp_2021: ['A07:2021'],
  owasp_2025: ['A07:2025'],
  references: ['https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-the-max-age-attribute'],
  distinct: ['parameter'],
  outcomes: {
    session: {
      severity: 'low',
      title: 'A session cookie lives for months',
      why: 'Whoever gets hold of the device or of a copy of the cookie later finds the session still open.',
      fix: 'Let session cookies end with the browser session or after some days, and renew them on use.',
    },
    over_cap: {
      severity: 'info',
      title: 'A cookie asks to live for more than 400 days',
      why: 'Browsers cut the time to 400 days. The server may believe in a longer one.',
      fix: 'Set Max-Age to at most 34560000 seconds.',
    },
  },
  run({ cookies }) {
    const kept = stored(cookies)
    if (kept.length === 0) return skip('the page sets no cookie')
    return verdictOf(
      kept.flatMap((cookie): Fail<'session' | 'over_cap'>[] => {
        const lifetime = cookie.lifetime ?? 0
        if (cookie.role === 'session' && lifetime > LONG_SESSION) return [fail('session', placeOf(cookie), cookie.raw)]
        return lifetime > CAP ? [fail('over_cap', placeOf(cookie), cookie.raw)] : []
      }),
    )
  },
})
