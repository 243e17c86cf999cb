import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { mediaType } from '../../derive/media-type.ts'
import { headerValue } from '../../net/exchange.ts'

const YEAR = 366 * 86_400_000 // milliseconds; RFC 9116 section 2.5.5 recommends less than a year

export default defineCheck({
  id: 'content/security-txt',
  question: 'Can finders of flaws see whom to tell?',
  needs: ['well_known', 'scan'],
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc9116'],
  outcomes: {
    missing: {
      severity: 'info',
      title: 'There is no security.txt',
      why: 'Who finds a flaw looks there for whom to tell. Without it, reports go astray, or to the public.',
      fix: 'Put /.well-known/security.txt up with Contact and Expires.',
    },
    expired: {
      severity: 'low',
      title: 'The security.txt has expired',
      why: 'Finders must not trust what it says after that date (RFC 9116 section 2.5.5).',
      fix: 'Check that the contacts are right, and set Expires anew.',
    },
    invalid: {
      severity: 'low',
      title: 'The security.txt lacks what it must have',
      why: 'Programs that read it find no contact, no date, or two dates, and throw the file away (RFC 9116 section 2.5).',
      fix: 'Write Contact at least once, each as a URI such as mailto:security@example.com, and Expires exactly once as in 2027-01-01T00:00:00Z.',
    },
    far_off: {
      severity: 'info',
      title: 'The security.txt is good for more than a year',
      why: 'Contacts change. The standard recommends a date less than a year ahead.',
      fix: 'Set Expires to a date within a year, and renew it by a job.',
    },
  },
  run({ well_known, scan }) {
    const file = [well_known.security_txt, well_known.security_txt_root].find(
      (exchange) => exchange?.response.status === 200 && !isPage(exchange.response),
    )
    if (well_known.security_txt === null && well_known.security_txt_root === null)
      return skip('neither place gave an answer')
    if (!file) return fail('missing', well_known.security_txt ?? well_known.security_txt_root!)
    const fields = fieldsOf(file.response.body)
    const of = (name: string) => fields.filter(([key]) => key === name).map(([, value]) => value)
    const contacts = of('contact')
    const expires = of('expires')
    const date = expires.length === 1 ? timeOf(expires[0]!) : null
    const sound = contacts.length > 0 && contacts.every(isUri) && date !== null
    if (!sound)
      return fail(
        'invalid',
        file,
        fields
          .map(([key, value]) => `${key}: ${value}`)
          .join('\n')
          .slice(0, 300),
      )
    const fails: Fail<'expired' | 'far_off'>[] = []
    if (date < scan.started_at) fails.push(fail('expired', file, expires[0]))
    if (date > scan.started_at + YEAR) fails.push(fail('far_off', file, expires[0]))
    return verdictOf(fails)
  },
})

function isPage({ headers, body }: { headers: Parameters<typeof headerValue>[0]; body: string }): boolean {
  return (
    mediaType(headerValue(headers, 'content-type'))?.essence === 'text/html' || /^\s*<(?:!doctype|html)/i.test(body)
  )
}

/** `Name: value` lines; comments, signatures (RFC 9116 section 2.3) and blank lines left out. */
function fieldsOf(body: string): [name: string, value: string][] {
  return body
    .split(/\r?\n/)
    .map((line) => /^([A-Za-z-]{1,40}):\s*(.*)$/.exec(line.trim()))
    .flatMap((match): [string, string][] =>
      match && match[1]!.toLowerCase() !== 'hash' ? [[match[1]!.toLowerCase(), match[2]!.trim()]] : [],
    )
}

function isUri(text: string): boolean {
  return /^(?:https:|mailto:|tel:)\S+$/i.test(text) || /^openpgp4fpr:/i.test(text)
}

/** RFC 3339, as the standard asks for; null for anything else. */
function timeOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/.test(text)) return null
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : time
}
