import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { findErrorLeaks } from '../../derive/error-leaks.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'content/error-message',
  question: 'Do pages keep the details of errors to themselves?',
  needs: ['page'],
  type: 'exposure',
  cwe: 209,
  owasp_2021: ['A05:2021', 'A04:2021'],
  owasp_2025: ['A10:2025'],
  capec: [54],
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html'],
  outcomes: {
    console: {
      severity: 'high',
      cvss: vectors.control,
      title: 'An error page offers a console',
      why: 'The debugger of the framework is on, and runs code that a visitor types in. Its PIN, where it has one, has been worked around before.',
      fix: 'Switch debug mode off on every machine that others can reach.',
      settings: { django: 'DEBUG = False', rails: 'config.consider_all_requests_local = false' },
    },
    debug_page: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'An error page is meant for developers',
      why: 'It shows source code, settings and addresses within the network. Attackers provoke errors to read it.',
      fix: 'Switch debug mode off in production, and log the details instead.',
      settings: {
        django: 'DEBUG = False',
        rails: 'config.consider_all_requests_local = false',
        php: 'display_errors = Off',
        iis: '<customErrors mode="RemoteOnly" />',
        express: 'NODE_ENV=production',
      },
    },
    database: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'A page shows an error of the database',
      why: 'The message tells the product and parts of the statement. It is the first thing that one looks for to find SQL injection.',
      fix: 'Show a plain message, log the details, and look into why the statement failed.',
      settings: { php: 'display_errors = Off' },
    },
    stack_trace: {
      severity: 'low',
      cvss: vectors.details,
      title: 'A page shows a stack trace or an error of its runtime',
      why: 'It tells languages, libraries, paths and the inner structure, which makes an attack quicker.',
      fix: 'Show a plain message, and log the details.',
      settings: {
        php: 'display_errors = Off',
        express: 'NODE_ENV=production',
        iis: '<customErrors mode="RemoteOnly" />',
      },
    },
    possible: {
      severity: 'low',
      confidence: 'tentative',
      title: 'A page seems to show an error of its runtime or database',
      why: 'The page came as a success and the message stands in its text. It may be an error of the page, or a page about errors.',
      fix: 'Look at the page. If the message is its own, log it instead of showing it.',
    },
  },
  run({ page }) {
    if (page.body === '') return skip('the answer is empty')
    return verdictOf(
      findErrorLeaks(page.exchange).map(({ kind, seen, sure }) => fail(sure ? kind : 'possible', page.url, seen)),
    )
  },
})
