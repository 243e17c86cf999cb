import { defineCheck, fail, pass } from '../../check.ts'
import { headerValue } from '../../net/exchange.ts'
import { removeHeader } from '../../remedy.ts'

export default defineCheck({
  id: 'headers/x-powered-by',
  question: 'Does the site keep to itself what it is built with?',
  needs: ['page'],
  type: 'exposure',
  cwe: 200,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [170],
  references: ['https://owasp.org/www-project-secure-headers/#prevent-information-disclosure-via-http-headers'],
  outcomes: {
    disclosed: {
      severity: 'info',
      title: 'X-Powered-By tells what the site is built with',
      why: 'It serves no visitor. When a flaw becomes known, attackers look up who runs that product and go there first.',
      fix: 'Take the header out.',
      settings: {
        ...removeHeader('X-Powered-By'),
        express: "app.disable('x-powered-by')",
        php: 'expose_php = Off',
        iis: '<httpProtocol><customHeaders><remove name="X-Powered-By" /></customHeaders></httpProtocol>',
      },
    },
  },
  run({ page }) {
    const raw = headerValue(page.headers, 'x-powered-by')
    return raw ? fail('disclosed', page.url, raw) : pass()
  },
})
