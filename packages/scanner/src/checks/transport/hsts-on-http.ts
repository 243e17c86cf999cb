import { defineCheck, fail, pass, skip } from '../../check.ts'
import { headerValue } from '../../net/exchange.ts'

export default defineCheck({
  id: 'transport/hsts-on-http',
  question: 'Is HSTS kept off plain HTTP responses?',
  needs: ['plain'],
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc6797#section-7.2'],
  outcomes: {
    sent: {
      severity: 'info',
      title: 'HSTS is sent over plain HTTP',
      why: 'Browsers ignore it there, since anyone on the way could have put it in. The standard forbids servers to send it, and it hides that the secure responses may lack it.',
      fix: 'Set Strict-Transport-Security in the HTTPS site only.',
      settings: {
        nginx: 'Move add_header Strict-Transport-Security into the server block that has listen 443 ssl.',
        apache: 'Header always set Strict-Transport-Security "max-age=31536000" "expr=%{HTTPS} == \'on\'"',
      },
    },
  },
  run({ plain }) {
    const unencrypted = plain.exchanges.filter(({ request }) => new URL(request.url).protocol === 'http:')
    if (unencrypted.length === 0) return skip('nothing answers over plain HTTP')
    const sent = unencrypted.find(({ response }) => headerValue(response.headers, 'strict-transport-security'))
    return sent ? fail('sent', sent, headerValue(sent.response.headers, 'strict-transport-security')) : pass()
  },
})
