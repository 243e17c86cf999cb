import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { vectors } from '../../vectors.ts'

/** A word for a secret, a sign of equality, and the secret. */
const CREDENTIAL =
  /\b(?:password|passwd|passwort|pwd|passphrase|api[_-]?key|secret[_-]?key|access[_-]?token)\b["']?\s*(?:is\s+|[:=]\s*)["']?([^\s"'<>,;&(){}]{6,80})/i
/** What stands there when no secret does: a type, a variable, a hint. */
const PLACEHOLDER =
  /^(?:\$|%|\{|\[|@|your|my|the|xxx|test|example|changeme|change|required|string|varchar|none|null|undefined|true|false|empty|hidden|optional|field|input|placeholder|reset|forgot|must|should|\*+$|\.+$|#)/i

export default defineCheck({
  id: 'content/comment-secrets',
  question: 'Are comments in the page free of credentials?',
  needs: ['page', 'html'],
  type: 'exposure',
  cwe: 615,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://cwe.mitre.org/data/definitions/615.html'],
  outcomes: {
    credential: {
      severity: 'medium',
      cvss: vectors.details,
      confidence: 'tentative',
      title: 'A comment in the page seems to hold a credential',
      why: 'Comments are sent to every visitor. Credentials that somebody noted there are tried by whoever reads them.',
      fix: 'Change the credential, and strip comments from what is sent.',
    },
  },
  run({ page, html }) {
    if (html.comments.length === 0) return skip('the page has no comments')
    return verdictOf(
      html.comments.flatMap((comment): Fail<'credential'>[] => {
        // markup that was commented out names fields, not secrets
        const text = comment.replace(/<[^>]*>/g, ' ')
        const secret = CREDENTIAL.exec(text)?.[1]
        if (secret === undefined || PLACEHOLDER.test(secret) || !looksChosen(secret)) return []
        const shown = CREDENTIAL.exec(text)![0].replace(secret, `${secret.slice(0, 2)}…`)
        return [fail('credential', page.url, shown)]
      }),
    )
  },
})

/** Words alone are prose; a credential mixes in digits or signs. */
function looksChosen(secret: string): boolean {
  return /[a-z]/i.test(secret) && /[\d!@#$%^*+?~]/.test(secret) && !/^https?:|^\d+(?:\.\d+)*$/i.test(secret)
}
