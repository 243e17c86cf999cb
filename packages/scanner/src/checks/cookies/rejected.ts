import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { placeOf } from '../../derive/cookies.ts'
import { parseSetCookie } from '../../derive/set-cookie.ts'
import { headerValues } from '../../net/exchange.ts'

export default defineCheck({
  id: 'cookies/rejected',
  question: 'Do browsers accept every cookie that the site sets?',
  needs: ['page', 'cookies'],
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-storage-model'],
  distinct: ['parameter'],
  outcomes: {
    domain: {
      severity: 'info',
      title: 'Browsers refuse a cookie because of its Domain',
      why: 'Domain names a host that this one does not belong to, or a suffix that strangers share. What hangs on the cookie does not work.',
      fix: 'Leave Domain out, or name a parent of the host.',
    },
    insecure: {
      severity: 'info',
      title: 'Browsers refuse a Secure cookie from a plain page',
      why: 'A page over plain HTTP may not set Secure cookies. What hangs on the cookie does not work there.',
      fix: 'Redirect to HTTPS before setting cookies.',
    },
    partitioned: {
      severity: 'info',
      title: 'Browsers refuse a partitioned cookie that is not Secure',
      why: 'Partitioned cookies must be Secure. What hangs on the cookie does not work.',
      fix: 'Add Secure to the cookie.',
    },
    malformed: {
      severity: 'info',
      title: 'Browsers throw a Set-Cookie header away',
      why: 'It is empty, holds control characters, or is longer than 4096 octets. What hangs on the cookie does not work.',
      fix: 'Shorten the value, or encode it.',
    },
  },
  run({ page, cookies }) {
    const fields = page.redirects.flatMap((exchange) =>
      headerValues(exchange.response.headers, 'set-cookie').map((raw) => ({ raw, exchange })),
    )
    if (fields.length === 0) return skip('the page sets no cookie')
    const malformed = fields.filter(({ raw, exchange }) => parseSetCookie(raw, exchange.started_at) === null)
    return verdictOf([
      // 4096 octets would drown the report
      ...malformed.map(({ raw, exchange }) => fail('malformed', exchange, raw.slice(0, 200))),
      ...cookies.flatMap((cookie) => {
        if (cookie.rejected === 'foreign_domain' || cookie.rejected === 'public_suffix')
          return fail('domain', placeOf(cookie), cookie.raw)
        // elsewhere the prefix or SameSite is to blame, and has its own check
        if (cookie.rejected === 'secure_over_http') return fail('insecure', placeOf(cookie), cookie.raw)
        return cookie.rejected === 'partitioned' ? fail('partitioned', placeOf(cookie), cookie.raw) : []
      }),
    ])
  },
})
