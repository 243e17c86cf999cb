import { defineCheck, fail, pass, skip } from '../../check.ts'
import { vectors } from '../../vectors.ts'

/** Forms that nothing but stored passwords have. Plain MD5 and SHA look like any other number and are not looked for. */
const HASHES: readonly [name: string, form: RegExp][] = [
  ['bcrypt', /(?<![\w$])\$2[abxy]\$\d{2}\$[./A-Za-z0-9]{53}(?![./A-Za-z0-9])/],
  ['Argon2', /\$argon2(?:id|i|d)\$v=\d+\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]{11,64}\$[A-Za-z0-9+/]{16,100}/],
  ['crypt', /(?<![\w$])\$(?:1|5|6|y)\$(?:rounds=\d+\$)?[./A-Za-z0-9]{1,22}\$[./A-Za-z0-9]{22,86}(?![./A-Za-z0-9])/],
  ['phpass', /(?<![\w$])\$[PH]\$[./A-Za-z0-9]{31}(?![./A-Za-z0-9])/],
  ['Django', /\bpbkdf2_sha(?:1|256)\$\d{4,7}\$[A-Za-z0-9]{8,32}\$[A-Za-z0-9+/]{27,44}=?/],
  ['LDAP', /\{S?SHA(?:256|512)?\}[A-Za-z0-9+/]{28,120}={0,2}/],
  ['Apache MD5', /(?<![\w$])\$apr1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}(?![./A-Za-z0-9])/],
]
const TEMPLATE_DATA =
  /<script\b[^>]{0,200}(?:application\/(?:ld\+)?json|__NEXT_DATA__)[^>]{0,200}>([\s\S]{0,200000}?)<\/script>/gi

export default defineCheck({
  id: 'content/password-hash',
  question: 'Are stored passwords kept out of answers?',
  needs: ['page', 'html'],
  type: 'exposure',
  cwe: 200,
  owasp_2021: ['A01:2021', 'A02:2021'],
  owasp_2025: ['A01:2025', 'A04:2025'],
  capec: [55],
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html'],
  outcomes: {
    served: {
      severity: 'high',
      cvss: vectors.data,
      title: 'The answer holds the hash of a password',
      why: 'Weak passwords are found from their hashes within hours. Data that was meant for the server goes out to visitors, most often a user record as a whole.',
      fix: 'Name the fields that go out, and never send a record as it lies in the database. Have the passwords changed.',
    },
    shown: {
      severity: 'medium',
      cvss: vectors.details,
      confidence: 'tentative',
      title: 'The page seems to show the hash of a password',
      why: 'It stands in the text of the page. It may be an example, or a record that was sent out as a whole.',
      fix: 'Look at the page. If the hash is real, take it out and have the password changed.',
    },
  },
  run({ page, html }) {
    if (page.body === '' || (!page.body.includes('$') && !page.body.includes('{S')))
      return skip('the answer has nothing of the form')
    const data = html.is_html ? [...page.body.matchAll(TEMPLATE_DATA)].map(([, json]) => json!).join('\n') : page.body
    for (const [name, form] of HASHES) if (form.test(data)) return fail('served', page.url, name)
    if (!html.is_html || !HASHES.some(([, form]) => form.test(page.body))) return pass()
    const prose = `${html.prose} ${html.comments.join(' ')}`
    const shown = HASHES.find(([, form]) => form.test(prose))
    return shown ? fail('shown', page.url, shown[0]) : pass()
  },
})
