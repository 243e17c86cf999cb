import { defineCheck, fail, pass, skip } from '../../check.ts'
import { redirectOf } from '../../derive/redirect.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'transport/downgrade',
  question: 'Do secure addresses stay secure through their redirects?',
  needs: ['page', 'target'],
  cwe: 319,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [94],
  references: ['https://www.rfc-editor.org/rfc/rfc6797#section-12.2'],
  outcomes: {
    ends: {
      severity: 'high',
      cvss: vectors.helpedInterception,
      title: 'HTTPS leads to an unencrypted page',
      why: 'The visitor asked for the secure address and is sent to a page that everyone on the way can read and change.',
      fix: 'Serve the page over HTTPS and take the redirect to http:// out.',
    },
    passes: {
      severity: 'medium',
      title: 'A redirect from HTTPS goes through plain HTTP',
      why: 'The way ends on HTTPS again, but the hop between is unencrypted. Whoever sits there can keep the visitor.',
      fix: 'Let every redirect of a secure address point to https://.',
    },
  },
  run({ page, target }) {
    const fallen = page.redirects.find(
      (exchange) => new URL(exchange.request.url).protocol === 'https:' && redirectOf(exchange)?.protocol === 'http:',
    )
    if (fallen) return fail(page.secure ? 'passes' : 'ends', fallen, redirectOf(fallen)!.href)
    return page.secure || target.scheme === 'https' ? pass(page.url) : skip('the site is not asked for over HTTPS')
  },
})
