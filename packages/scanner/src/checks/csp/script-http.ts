import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { directiveText, governingAll } from '../../derive/csp.ts'
import { hasKeyword } from '../../derive/csp-source.ts'

export default defineCheck({
  id: 'csp/script-http',
  question: 'Does the policy allow scripts over plain HTTP?',
  needs: ['page', 'csp'],
  cwe: 319,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.w3.org/TR/CSP3/#match-schemes', 'https://www.w3.org/TR/mixed-content/'],
  outcomes: {
    plain_page: {
      severity: 'low',
      title: 'The policy allows scripts over plain HTTP',
      why: 'Whoever sits on the way can replace a script that travels without encryption.',
      fix: 'Serve the page over HTTPS and write https:// in front of these hosts.',
    },
    secure_page: {
      severity: 'info',
      title: 'The policy names script hosts with http://',
      why: 'Browsers block plain scripts on an HTTPS page anyway and read http:// as https:// too, so nothing is lost. It shows that the list is old.',
      fix: 'Write https:// in front of these hosts.',
    },
  },
  run({ page, csp }) {
    const governs = governingAll(csp, 'script-src-elem')
    if (governs.length === 0) return skip('no enforced policy governs scripts')
    const plain = governs.filter(
      ({ sources }) =>
        !hasKeyword(sources, 'strict-dynamic') &&
        sources.some((source) => source.kind === 'host' && source.scheme === 'http'),
    )
    return verdictOf(
      plain.length < governs.length
        ? []
        : [fail(page.secure ? 'secure_page' : 'plain_page', page.url, plain.map(directiveText).join(', '))],
    )
  },
})
