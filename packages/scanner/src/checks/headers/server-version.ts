import { defineCheck, fail, pass, skip } from '../../check.ts'
import { isRelease, parseProducts } from '../../derive/products.ts'
import { headerValue } from '../../net/exchange.ts'

export default defineCheck({
  id: 'headers/server-version',
  question: 'Does the server keep its version to itself?',
  needs: ['page'],
  type: 'exposure',
  cwe: 200,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [170],
  references: ['https://www.rfc-editor.org/rfc/rfc9110#section-10.2.4'],
  outcomes: {
    version: {
      severity: 'info',
      title: 'The Server header tells a version',
      why: 'When a flaw becomes known, attackers look up who runs that version and go there first.',
      fix: 'Send the Server header without versions. Keep the server up to date all the same.',
      settings: {
        nginx: 'server_tokens off;',
        apache: 'ServerTokens Prod\nServerSignature Off',
        iis: '<security><requestFiltering removeServerHeader="true" /></security>',
        caddy: 'header -Server',
      },
    },
  },
  run({ page }) {
    const raw = headerValue(page.headers, 'server')
    if (raw === undefined) return skip('no Server header is sent')
    return parseProducts(raw).some(({ version }) => isRelease(version)) ? fail('version', page.url, raw) : pass(raw)
  },
})
