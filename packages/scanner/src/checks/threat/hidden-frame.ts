import { KNOWN_SERVICES } from '../../../data/known-hosts.ts'
import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { isForeign, siteOf } from '../../derive/site.ts'

export default defineCheck({
  id: 'threat/hidden-frame',
  question: 'Are there no invisible frames of strangers in the page?',
  needs: ['page', 'html', 'concealed'],
  type: 'threat',
  cwe: 829,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A03:2025', 'A08:2025'],
  references: ['https://attack.mitre.org/techniques/T1189/', 'https://cwe.mitre.org/data/definitions/829.html'],
  distinct: ['parameter'],
  outcomes: {
    outside: {
      severity: 'high',
      title: 'An invisible frame of another site stands outside of the document',
      why: 'It was put before the beginning or after the end of the page, where no template writes, and cannot be seen. That is how break-ins lead visitors to malware.',
      fix: 'Take it out, find out how it came in, and change all passwords and keys of the site: whoever put it there can do so again.',
    },
    hidden: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'An invisible frame shows another site',
      why: 'Visitors load a page of another owner without seeing it. Services that are meant to be there do so, and so does malware.',
      fix: 'Find out who put the frame there and whose host it is. If you cannot tell, take it out and look for how it came in.',
    },
  },
  run({ page, html, concealed }) {
    if (html.iframes.length === 0) return skip('the page has no frames')
    return verdictOf(
      concealed.frames.flatMap(({ url, how, place, noscript }): Fail<'outside' | 'hidden'>[] => {
        if (how === null || noscript || !isForeign(url, page.url)) return []
        const { hostname } = new URL(url)
        if (KNOWN_SERVICES.has(siteOf(hostname))) return []
        return [fail(place === 'inside' ? 'hidden' : 'outside', { url: page.url, parameter: hostname }, url)]
      }),
    )
  },
})
