import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { findSecrets } from '../../derive/secrets.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'content/script-secrets',
  question: 'Are the site’s scripts free of keys and passwords?',
  needs: ['script'],
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
      title: 'A secret stands in a script',
      why: 'The text has the form, and where the issuer gives one the checksum, of a key that opens an account elsewhere. Every visitor and every crawler has it. Often it came in with the environment at build time.',
      fix: 'Revoke the key at its issuer first, then look through its log. Make the calls that need it from the server, and let the build put only what is meant for browsers into scripts.',
    },
    browser_key: {
      severity: 'info',
      title: 'A key for use in browsers stands in a script',
      why: 'Such keys are made for pages. Without restrictions others use them at your expense, and some open more services than meant.',
      fix: 'Restrict the key at its issuer to this website and to the services that it needs.',
    },
  },
  run({ script }) {
    if (script.third_party) return skip('the script is somebody else’s')
    return verdictOf(
      findSecrets(script.body).map(({ kind, masked }) =>
        fail(
          kind.exposure === 'secret' ? 'secret' : 'browser_key',
          { url: script.url, method: 'GET', parameter: kind.id, exchange: script.exchange },
          `${kind.name}: ${masked}`,
        ),
      ),
    )
  },
})
