import { defineCheck, fail, verdictOf } from '../../check.ts'
import { headerValues } from '../../net/exchange.ts'

/** Security fields of which browsers take one value. Repeats of Set-Cookie, Link or CSP are no fault. */
const SINGLE = [
  'Strict-Transport-Security',
  'X-Frame-Options',
  'X-Content-Type-Options',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Embedder-Policy',
  'Cross-Origin-Resource-Policy',
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Content-Type',
]

export default defineCheck({
  id: 'headers/duplicate',
  question: 'Does each security header say one thing?',
  needs: ['page'],
  cwe: 694,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://www.rfc-editor.org/rfc/rfc9110#section-5.3',
    'https://www.rfc-editor.org/rfc/rfc6797#section-8.1',
  ],
  distinct: ['parameter'],
  outcomes: {
    conflicting: {
      severity: 'low',
      title: 'A security header is sent twice with different values',
      why: 'Application and server each add their own. Which one counts depends on the header and the browser: often the weaker, sometimes none.',
      fix: 'Set the header in one place only.',
      settings: {
        nginx: 'proxy_hide_header Name;  # drop the application’s, keep add_header’s',
        apache: 'Header always set Name "value"  # set replaces, add and append do not',
        caddy: 'header Name "value"  # replaces; +Name adds',
      },
    },
  },
  run({ page }) {
    return verdictOf(
      SINGLE.flatMap((name) => {
        const values = headerValues(page.headers, name)
        const different = new Set(values.map(canonical)).size > 1
        return different ? [fail('conflicting', { url: page.url, parameter: name }, values.join('\n'))] : []
      }),
    )
  },
})

/** The same policy, written with other spaces or capitals, is no conflict. */
function canonical(value: string): string {
  return value.replace(/\s+/g, '').toLowerCase()
}
