import { defineCheck, fail, pass, skip } from '../../check.ts'
import { listValues } from '../../derive/list-values.ts'
import { headerValues } from '../../net/exchange.ts'

/** With their quotes, which the grammar demands (Clear Site Data section 3.1). */
const TYPES = [
  '"*"',
  '"cache"',
  '"clientHints"',
  '"cookies"',
  '"executionContexts"',
  '"prefetchCache"',
  '"prerenderCache"',
  '"storage"',
]

export default defineCheck({
  id: 'headers/clear-site-data',
  question: 'Does Clear-Site-Data name something that browsers clear?',
  needs: ['page'],
  cwe: 613,
  owasp_2021: ['A07:2021'],
  owasp_2025: ['A07:2025'],
  references: ['https://www.w3.org/TR/clear-site-data/#header'],
  outcomes: {
    ignored: {
      severity: 'low',
      title: 'Browsers ignore the Clear-Site-Data header',
      why: 'None of its values is one that browsers know, most often since the quotes are missing. What should be wiped stays in the browser.',
      fix: 'Write the types in double quotes, as in "cookies", "storage".',
      settings: {
        nginx: 'add_header Clear-Site-Data \'"cookies", "storage"\' always;',
        apache: 'Header always set Clear-Site-Data "\\"cookies\\", \\"storage\\""',
      },
    },
  },
  run({ page }) {
    const fields = headerValues(page.headers, 'clear-site-data')
    if (fields.length === 0) return skip('the header is not sent')
    if (!page.secure) return skip('browsers ignore the header over plain HTTP')
    const raw = fields.join(', ')
    return listValues(fields).some((value) => TYPES.includes(value)) ? pass(raw) : fail('ignored', page.url, raw)
  },
})
