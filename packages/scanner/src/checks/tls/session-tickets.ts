import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'

const DAY = 86_400 // seconds
const WEEK = 7 * DAY // the most that TLS 1.3 allows (RFC 8446 section 4.6.1)

export default defineCheck({
  id: 'tls/session-tickets',
  question: 'Are the keys of session tickets short-lived?',
  needs: ['handshakes'],
  cwe: 613,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: [
    'https://www.rfc-editor.org/rfc/rfc9325#section-3.4',
    'https://www.rfc-editor.org/rfc/rfc8446#section-4.6.1',
  ],
  outcomes: {
    long: {
      severity: 'low',
      title: 'Session tickets last longer than a week',
      why: 'The key that encrypts tickets opens every connection that was resumed with them. The longer tickets last, the longer that key has to be kept.',
      fix: 'Let tickets last a day at most, and change their key as often.',
      settings: {
        nginx: 'ssl_session_timeout 1d;  (and ssl_session_ticket_key changed daily)',
        apache: 'SSLSessionCacheTimeout 86400',
      },
    },
    days: {
      severity: 'info',
      title: 'Session tickets last longer than a day',
      why: 'The key that encrypts tickets opens every connection that was resumed with them, so forward secrecy begins only when it is gone.',
      fix: 'Let tickets last a day at most, and change their key as often.',
      settings: {
        nginx: 'ssl_session_timeout 1d;  (and ssl_session_ticket_key changed daily)',
        apache: 'SSLSessionCacheTimeout 86400',
      },
    },
  },
  run({ handshakes }) {
    const { ticket_lifetime, tls13_lifetime } = handshakes.sessions
    const lifetime = Math.max(ticket_lifetime ?? 0, tls13_lifetime ?? 0)
    if (lifetime === 0) return skip('the server gives no tickets, or does not say how long they last')
    const url = tlsUrl(handshakes)
    if (lifetime > WEEK) return fail('long', url, `${lifetime} s`)
    return lifetime > DAY ? fail('days', url, `${lifetime} s`) : pass(`${lifetime} s`)
  },
})
