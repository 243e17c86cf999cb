import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { findSecrets } from '../../derive/secrets.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'content/secrets',
  question: 'Is the page free of keys and passwords?',
  needs: ['page'],
  type: 'exposure',
  cwe: 798,
  owasp_2021: ['A05:2021', 'A07:2021'],
  owasp_2025: ['A02:2025', 'A07:2025'],
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
  distinct: ['parameter'],
  outcomes: {
    secret: {
      severity: 'high',
      cvss: vectors.credentials,
      title: 'A secret stands in the page',
      why: 'The text has the form, and where the issuer gives one the checksum, of a key that opens an account elsewhere. Every visitor and every crawler has it.',
      fix: 'Revoke the key at its issuer first, then look through its log. Make the calls that need it from the server.',
    },
    browser_key: {
      severity: 'info',
      title: 'A key for use in browsers stands in the page',
      why: 'Such keys are made for pages. Without restrictions others use them at your expense, and some open more services than meant.',
      fix: 'Restrict the key at its issuer to this website and to the services that it needs.',
    },
  },
  run({ page }) {
    if (page.body === '') return skip('the answer is empty')
    return verdictOf(
      findSecrets(page.body).map(({ kind, masked }) =>
        fail(
          kind.exposure === 'secret' ? 'secret' : 'browser_key',
          { url: page.url, parameter: kind.id },
          `${kind.name}: ${masked}`,
        ),
      ),
    )
  },
})
