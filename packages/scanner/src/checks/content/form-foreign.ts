import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { isForeign } from '../../derive/site.ts'

export default defineCheck({
  id: 'content/form-foreign',
  question: 'Do forms send their data to the site itself?',
  needs: ['page', 'html'],
  cwe: 200,
  owasp_2021: ['A04:2021'],
  owasp_2025: ['A06:2025'],
  references: ['https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm'],
  distinct: ['parameter'],
  outcomes: {
    password: {
      severity: 'medium',
      title: 'A form sends a password to another site',
      why: 'Visitors type the password in here, and another party receives it. That is how skimmers work; where it is meant, it teaches visitors the wrong habit.',
      fix: 'Receive the password yourself, or send visitors to the other site to type it in there.',
    },
    data: {
      severity: 'info',
      title: 'A form sends its data to another site',
      why: 'What visitors type in goes to another party. Often that is meant, as with newsletters and searches.',
      fix: 'Check that each receiver is one you chose, and name them in the policy’s form-action.',
    },
  },
  run({ page, html }) {
    if (html.forms.length === 0) return skip('the page has no form')
    return verdictOf(
      html.forms.flatMap((form): Fail<'password' | 'data'>[] => {
        const targets = [form.url, ...form.inputs.map(({ formaction }) => formaction)]
        const foreign = targets.find((url) => isForeign(url, page.url))
        if (!foreign || form.method === 'dialog') return []
        const secret = form.inputs.some(({ type }) => type === 'password')
        return [fail(secret ? 'password' : 'data', { url: page.url, parameter: new URL(foreign).hostname }, foreign)]
      }),
    )
  },
})
