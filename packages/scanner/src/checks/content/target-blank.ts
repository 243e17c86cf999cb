import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { isForeign } from '../../derive/site.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'content/target-blank',
  question: 'Do pages opened in a new tab stay without a hold on this one?',
  needs: ['page', 'html'],
  cwe: 1022,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://html.spec.whatwg.org/multipage/links.html#link-type-opener'],
  outcomes: {
    opener: {
      severity: 'low',
      cvss: vectors.framing,
      title: 'A link gives another site a hold on this tab',
      why: 'With rel="opener" the opened page may send the tab that it came from elsewhere, for instance to a copy of the log-in page.',
      fix: 'Take opener out of rel. Browsers then cut the tie by themselves.',
    },
  },
  run({ page, html }) {
    const opening = html.anchors.filter(
      ({ target, url }) => target?.toLowerCase() === '_blank' && isForeign(url, page.url),
    )
    if (opening.length === 0) return skip('no link opens another site in a new tab')
    return verdictOf(
      opening
        // without the word, browsers act as if noopener stood there (HTML section 4.6.4)
        .filter(({ rel }) => rel.includes('opener') && !rel.includes('noopener') && !rel.includes('noreferrer'))
        .map(({ url }) => fail('opener', page.url, url!)),
    )
  },
})
