import { defineCheck, fail, pass, skip } from '../../check.ts'
import { isInnerList, parseDictionary } from '../../derive/structured-field.ts'
import { headerValue, headerValues } from '../../net/exchange.ts'

export default defineCheck({
  id: 'headers/reporting',
  question: 'Can browsers read where to send their reports?',
  needs: ['page'],
  cwe: 778,
  owasp_2021: ['A09:2021'],
  owasp_2025: ['A09:2025'],
  references: [
    'https://www.w3.org/TR/reporting-1/#header',
    'https://developer.chrome.com/blog/reporting-api-migration',
  ],
  outcomes: {
    invalid: {
      severity: 'info',
      title: 'Browsers ignore the Reporting-Endpoints header',
      why: 'Its grammar is broken, or none of its addresses is one over HTTPS, so no report ever arrives.',
      fix: 'Write each endpoint as name="https://address", with commas between.',
    },
    legacy: {
      severity: 'info',
      title: 'Reports are asked for by the old header only',
      why: 'Report-To without Reporting-Endpoints is given up by browsers, so reports about blocked scripts stop arriving without a word.',
      fix: 'Send Reporting-Endpoints with the same groups.',
    },
  },
  run({ page }) {
    if (!page.secure) return skip('browsers report for secure pages only')
    const fields = headerValues(page.headers, 'reporting-endpoints')
    const old = headerValue(page.headers, 'report-to')
    if (fields.length === 0) {
      if (old === undefined) return skip('the site does not ask for reports')
      // Network error logging still speaks the old header, and nothing else.
      if (headerValue(page.headers, 'nel') !== undefined) return pass(old)
      return fail('legacy', page.url, old)
    }
    const raw = fields.join(', ')
    const members = [...(parseDictionary(fields)?.values() ?? [])]
    const usable = members.some(
      (one) => !isInnerList(one) && one.bare.kind === 'string' && isSecure(one.bare.value, page.url),
    )
    return usable ? pass(raw) : fail('invalid', page.url, raw)
  },
})

function isSecure(reference: string, base: string): boolean {
  return URL.parse(reference, base)?.protocol === 'https:'
}
