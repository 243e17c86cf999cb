import { defineCheck, fail, pass, skip } from '../../check.ts'
import { parseDictionary } from '../../derive/structured-field.ts'
import { headerValue, headerValues } from '../../net/exchange.ts'
import { setHeader } from '../../remedy.ts'

const settings = setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')

export default defineCheck({
  id: 'headers/permissions-policy',
  question: 'Does the page give up the browser features that it does not use?',
  needs: ['page', 'html'],
  cwe: 693,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.w3.org/TR/permissions-policy/', 'https://www.rfc-editor.org/rfc/rfc9651'],
  outcomes: {
    missing: {
      severity: 'info',
      title: 'No Permissions-Policy header',
      why: 'Scripts that get into the page, and frames that it allows, may ask the visitor for camera, microphone and place in the site’s name.',
      fix: 'Switch off what the site does not use.',
      settings,
    },
    legacy: {
      severity: 'info',
      title: 'Feature-Policy is sent without Permissions-Policy',
      why: 'Browsers have given up the old header, so what it switches off is on again.',
      fix: 'Send the same rules as Permissions-Policy, in its own grammar.',
      settings,
    },
    invalid: {
      severity: 'low',
      title: 'Browsers ignore the Permissions-Policy header',
      why: 'One slip in its grammar makes browsers throw all of it away, so everything that it switches off is on.',
      fix: 'Write each rule as feature=(), feature=(self) or feature=(self "https://host"), with commas between.',
      settings,
    },
  },
  run({ page, html }) {
    if (!html.is_html) return skip('the policy is for pages, and the response is none')
    const fields = headerValues(page.headers, 'permissions-policy')
    const old = headerValue(page.headers, 'feature-policy')
    if (fields.length === 0) return old === undefined ? fail('missing', page.url) : fail('legacy', page.url, old)
    const raw = fields.join(', ')
    return parseDictionary(fields) ? pass(raw) : fail('invalid', page.url, raw)
  },
})
