import { defineCheck, fail, pass, skip } from '../../check.ts'
import { headerValues } from '../../net/exchange.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'transport/basic-auth',
  question: 'Is HTTP authentication asked for on encrypted connections only?',
  needs: ['page'],
  type: 'vulnerability',
  cwe: 523,
  owasp_2021: ['A02:2021', 'A07:2021'],
  owasp_2025: ['A04:2025', 'A07:2025'],
  capec: [157],
  references: ['https://www.rfc-editor.org/rfc/rfc7617#section-4', 'https://www.rfc-editor.org/rfc/rfc7616#section-5'],
  outcomes: {
    basic: {
      severity: 'high',
      cvss: vectors.helpedInterception,
      title: 'Passwords are asked for by HTTP Basic without encryption',
      why: 'The browser sends user name and password with every request, readable by everyone on the way.',
      fix: 'Redirect to HTTPS before asking for the password.',
      settings: { nginx: 'return 301 https://$host$request_uri;', apache: 'SSLRequireSSL' },
    },
    digest: {
      severity: 'medium',
      title: 'Passwords are asked for by HTTP Digest without encryption',
      why: 'Everyone on the way can change the answers, ask for Basic instead, or try passwords against what was sent.',
      fix: 'Redirect to HTTPS before asking for the password.',
      settings: { nginx: 'return 301 https://$host$request_uri;', apache: 'SSLRequireSSL' },
    },
  },
  run({ page }) {
    const asked = headerValues(page.headers, 'www-authenticate')
    if (page.status !== 401 || asked.length === 0) return skip('the page asks for no HTTP authentication')
    if (page.secure) return pass(asked[0])
    const basic = asked.find((value) => /(?:^|,\s*)basic\b/i.test(value))
    if (basic) return fail('basic', page.url, basic)
    const digest = asked.find((value) => /(?:^|,\s*)digest\b/i.test(value))
    return digest ? fail('digest', page.url, digest) : pass(asked[0])
  },
})
