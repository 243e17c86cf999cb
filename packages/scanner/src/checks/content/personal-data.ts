import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { personalNumbers } from '../../derive/personal-numbers.ts'
import { vectors } from '../../vectors.ts'

const OUTCOMES = { card: 'card', national_id: 'national_id', account: 'account' } as const

export default defineCheck({
  id: 'content/personal-data',
  question: 'Are numbers of cards and persons kept out of pages?',
  needs: ['page', 'html'],
  type: 'exposure',
  cwe: 359,
  owasp_2021: ['A01:2021'],
  owasp_2025: ['A01:2025'],
  references: ['https://www.pcisecuritystandards.org/', 'https://cwe.mitre.org/data/definitions/359.html'],
  distinct: ['parameter'],
  outcomes: {
    card: {
      severity: 'high',
      cvss: vectors.data,
      confidence: 'tentative',
      title: 'The page seems to show the number of a payment card',
      why: 'The check digit is right, it is none of the numbers for tests, and words about cards stand beside it. PCI DSS allows at most the first six and last four digits to be shown.',
      fix: 'Show the last four digits, and find out where the whole number is stored.',
    },
    national_id: {
      severity: 'medium',
      cvss: vectors.details,
      confidence: 'tentative',
      title: 'The page seems to show the number of a person',
      why: 'The form and the check digits are right, and words about such numbers stand beside it. With it people are impersonated.',
      fix: 'Take it out, or show it to the person alone.',
    },
    account: {
      severity: 'info',
      confidence: 'tentative',
      title: 'The page shows the number of a bank account',
      why: 'It is often meant to be paid to. If it is a customer’s, it should not be here.',
      fix: 'Check whose account it is.',
    },
  },
  run({ page, html }) {
    if (page.body === '') return skip('the answer is empty')
    const text = html.is_html ? `${html.text}\n${html.comments.join('\n')}` : page.body
    return verdictOf(
      personalNumbers(text).map(({ kind, name, masked }) =>
        fail(OUTCOMES[kind], { url: page.url, parameter: name }, `${name}: ${masked}`),
      ),
    )
  },
})
