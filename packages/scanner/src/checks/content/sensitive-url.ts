import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { vectors } from '../../vectors.ts'

const SECRET_NAME =
  /^(?:pass(?:word|wd)?|pwd|secret|api[-_]?key|access[-_]?token|auth[-_]?token|private[-_]?key|client[-_]?secret|ssn|credit[-_]?card|card[-_]?number|cvv)$/i
const HOLDER = /^(?:\{|%7b|\$|<|\[|your|xxx|test$|demo$|example|x+$)/i

export default defineCheck({
  id: 'content/sensitive-url',
  question: 'Are secrets kept out of addresses?',
  needs: ['page', 'html'],
  type: 'vulnerability',
  cwe: 598,
  owasp_2021: ['A04:2021'],
  owasp_2025: ['A06:2025'],
  references: ['https://cwe.mitre.org/data/definitions/598.html'],
  distinct: ['parameter'],
  outcomes: {
    password_form: {
      severity: 'medium',
      cvss: vectors.slightInterception,
      title: 'A form puts a password into the address',
      why: 'It is sent by GET. The password then stands in histories, in logs of servers and proxies, and goes to other sites as referrer.',
      fix: 'Send the form by POST.',
    },
    link: {
      severity: 'low',
      confidence: 'tentative',
      title: 'A link carries a secret in its address',
      why: 'Addresses are kept in histories and logs, and are passed on by copying.',
      fix: 'Send it in a header or in the body, or make it good for one use only.',
    },
  },
  run({ page, html }) {
    if (html.forms.length === 0 && html.anchors.length === 0) return skip('the page has no form and no link')
    const forms = html.forms
      .filter(({ method, inputs }) => method === 'get' && inputs.some(({ type, name }) => type === 'password' && name))
      .map(({ url }) => fail('password_form', { url: page.url, parameter: 'form' }, `GET ${url ?? page.url}`))
    const links = new Map<string, Fail<'link'>>()
    for (const { url } of html.anchors) {
      for (const [name, value] of URL.parse(url ?? '')?.searchParams ?? [])
        if (SECRET_NAME.test(name) && value.length >= 4 && !HOLDER.test(value))
          links.set(name, fail('link', { url: page.url, parameter: name }, `${name}=${value.slice(0, 2)}…`))
    }
    return verdictOf([...forms, ...links.values()])
  },
})
