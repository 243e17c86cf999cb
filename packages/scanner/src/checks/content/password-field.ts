import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import type { HtmlInput } from '../../derive/html.ts'

const PASSWORD_NAMES = /^(?:password|passwd|passwort|motdepasse|contrasena|senha|kennwort|pwd|passphrase)$/i

export default defineCheck({
  id: 'content/password-field',
  question: 'Do password fields work with password managers, and hide what is typed?',
  needs: ['page', 'html'],
  cwe: 549,
  owasp_2021: ['A07:2021'],
  owasp_2025: ['A07:2025'],
  references: [
    'https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill',
    'https://pages.nist.gov/800-63-4/sp800-63b.html',
  ],
  outcomes: {
    autocomplete_off: {
      severity: 'info',
      title: 'A password field asks not to be filled in',
      why: 'Browsers mostly ignore it. Where they do not, visitors without a password manager take shorter passwords and use them twice.',
      fix: 'Write autocomplete="current-password", or "new-password" where one is chosen.',
    },
    prefilled: {
      severity: 'medium',
      title: 'A password stands in the page',
      why: 'A password field comes with a value. The password lies in the page’s source, in caches and in histories.',
      fix: 'Never send a password back. Leave the value empty.',
    },
    visible: {
      severity: 'low',
      confidence: 'tentative',
      title: 'A field for a password shows what is typed',
      why: 'Whoever looks over the shoulder, and the browser’s store of typed texts, get the password.',
      fix: 'Use type="password".',
    },
  },
  run({ page, html }) {
    const fields = html.inputs.filter(isPassword)
    if (fields.length === 0) return skip('the page asks for no password')
    return verdictOf(
      fields.flatMap(({ type, name, value, autocomplete }): Fail<'autocomplete_off' | 'prefilled' | 'visible'>[] => {
        const place = { url: page.url, parameter: name ?? undefined }
        if (type !== 'password') return [fail('visible', place, name ?? '')]
        // the value itself stays out of the report
        if (value && !isPlaceholder(value)) return [fail('prefilled', place, `value of ${value.length} characters`)]
        return autocomplete === 'off' ? [fail('autocomplete_off', place, 'autocomplete="off"')] : []
      }),
    )
  },
})

function isPassword({ element, type, name }: HtmlInput): boolean {
  if (element !== 'input') return false
  return type === 'password' || (type === 'text' && name !== null && PASSWORD_NAMES.test(name))
}

/** Stars, dots, or the label standing in the field. */
function isPlaceholder(value: string): boolean {
  return (
    /^(.)\1*$/.test(value) || /^(?:password|passwort|mot de passe|contraseña|your password|\{\{.*\}\})$/i.test(value)
  )
}
