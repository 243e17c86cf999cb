import { defineCheck, fail, pass } from '../../check.ts'
import { listValues } from '../../derive/list-values.ts'
import { headerValue, headerValues } from '../../net/exchange.ts'
import { setHeader } from '../../remedy.ts'

const settings = setHeader('X-Content-Type-Options', 'nosniff')

export default defineCheck({
  id: 'headers/x-content-type-options',
  question: 'Do browsers keep to the types that the server names?',
  needs: ['page'],
  cwe: 693,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [209],
  references: ['https://fetch.spec.whatwg.org/#x-content-type-options-header'],
  outcomes: {
    missing: {
      severity: 'low',
      title: 'No X-Content-Type-Options header',
      why: 'Browsers may guess the type of a response from its content. An uploaded text or picture that looks like a script or a page can then be run as one.',
      fix: 'Send X-Content-Type-Options: nosniff on every response, with right Content-Types.',
      settings,
    },
    invalid: {
      severity: 'low',
      title: 'Browsers ignore the X-Content-Type-Options header',
      why: 'Its first value must be nosniff. With anything else browsers go on guessing types.',
      fix: 'Send exactly one X-Content-Type-Options: nosniff.',
      settings,
    },
  },
  run({ page }) {
    const fields = headerValues(page.headers, 'x-content-type-options')
    if (fields.length === 0) return fail('missing', page.url)
    const raw = headerValue(page.headers, 'x-content-type-options')!
    return listValues(fields)[0]!.toLowerCase() === 'nosniff' ? pass(raw) : fail('invalid', page.url, raw)
  },
})
