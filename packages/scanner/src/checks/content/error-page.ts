import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { findErrorLeaks } from '../../derive/error-leaks.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'content/error-page',
  question: 'Does the page for missing addresses keep the details to itself?',
  needs: ['not_found'],
  type: 'exposure',
  cwe: 209,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A10:2025'],
  capec: [54],
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html'],
  outcomes: {
    debug: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'A missing address brings up a page for developers',
      why: 'Debug mode is on: such pages list routes, settings and source code. Any wrong address shows it to anyone.',
      fix: 'Switch debug mode off in production.',
      settings: {
        django: 'DEBUG = False',
        rails: 'config.consider_all_requests_local = false',
        php: 'display_errors = Off',
        iis: '<customErrors mode="RemoteOnly" />',
        express: 'NODE_ENV=production',
      },
    },
    details: {
      severity: 'low',
      title: 'A missing address brings up an error of runtime or database',
      why: 'It tells languages, libraries and paths, which makes an attack quicker.',
      fix: 'Show a plain page, and log the details.',
      settings: {
        php: 'display_errors = Off',
        express: 'NODE_ENV=production',
        iis: '<customErrors mode="RemoteOnly" />',
      },
    },
  },
  run({ not_found }) {
    if (not_found.response.body === '') return skip('the answer for a missing address is empty')
    const leaks = findErrorLeaks(not_found).filter(({ sure }) => sure)
    return verdictOf(
      leaks.map(({ kind, seen }) =>
        fail(kind === 'console' || kind === 'debug_page' ? 'debug' : 'details', not_found, seen),
      ),
    )
  },
})
