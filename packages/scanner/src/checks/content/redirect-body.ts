import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { parseHtml } from '../../derive/html.ts'
import { redirectOf } from '../../derive/redirect.ts'
import { vectors } from '../../vectors.ts'

const USUAL = 1_500 // characters: a sentence and a link, in the page of a framework

export default defineCheck({
  id: 'content/redirect-body',
  question: 'Do redirects carry nothing but where to go?',
  needs: ['page'],
  type: 'exposure',
  cwe: 698,
  owasp_2021: ['A01:2021'],
  owasp_2025: ['A01:2025'],
  references: ['https://cwe.mitre.org/data/definitions/698.html'],
  distinct: ['path'],
  outcomes: {
    page: {
      severity: 'low',
      cvss: vectors.details,
      confidence: 'tentative',
      title: 'A redirect carries a whole page',
      why: 'The program sends the visitor away and goes on writing the page, which everybody can read who does not follow. Where the redirect is the log-in, the page behind it lies open.',
      fix: 'End the program right after the redirect.',
      settings: { php: "header('Location: /login'); exit;" },
    },
  },
  run({ page }) {
    const redirects = page.redirects.filter((exchange) => redirectOf(exchange) !== null)
    if (redirects.length === 0) return skip('the page came without a redirect')
    return verdictOf(
      redirects.flatMap((exchange) => {
        const { body } = exchange.response
        if (body.length <= USUAL) return []
        const { anchors, forms, title } = parseHtml(body, exchange.request.url)
        return anchors.length > 2 || forms.length > 0 ? [fail('page', exchange, title ?? '')] : []
      }),
    )
  },
})
