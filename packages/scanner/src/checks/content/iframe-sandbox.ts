import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { isForeign } from '../../derive/site.ts'

export default defineCheck({
  id: 'content/iframe-sandbox',
  question: 'Are frames kept within bounds?',
  needs: ['page', 'html'],
  cwe: 1021,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [222],
  references: ['https://html.spec.whatwg.org/multipage/iframe-embed-object.html#attr-iframe-sandbox'],
  distinct: ['parameter'],
  outcomes: {
    escapable: {
      severity: 'low',
      title: 'A sandbox that its content can take off',
      why: 'The frame shows a page of the same origin with allow-scripts and allow-same-origin. Its script can remove the sandbox attribute and reload itself free.',
      fix: 'Leave out one of the two, or serve the content from another origin.',
    },
    navigates: {
      severity: 'info',
      title: 'A frame of another site may send the whole tab elsewhere',
      why: 'The sandbox allows allow-top-navigation without a click. A foreign page in it can replace this site by another.',
      fix: 'Use allow-top-navigation-by-user-activation, or neither.',
    },
  },
  run({ page, html }) {
    const boxed = html.iframes.filter(({ sandbox, url }) => sandbox !== null && url !== null)
    if (boxed.length === 0) return skip('the page has no sandboxed frame')
    return verdictOf(
      boxed.flatMap(({ sandbox, url }): Fail<'escapable' | 'navigates'>[] => {
        const { origin, hostname } = new URL(url!)
        const place = { url: page.url, parameter: hostname }
        const seen = `sandbox="${sandbox!.join(' ')}" src="${url}"`
        if (origin === page.origin && sandbox!.includes('allow-scripts') && sandbox!.includes('allow-same-origin'))
          return [fail('escapable', place, seen)]
        return isForeign(url, page.url) && sandbox!.includes('allow-top-navigation')
          ? [fail('navigates', place, seen)]
          : []
      }),
    )
  },
})
