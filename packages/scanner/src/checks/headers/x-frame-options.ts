import { defineCheck, fail, pass, skip } from '../../check.ts'
import { enforced } from '../../derive/csp.ts'
import { allowsAnyHost } from '../../derive/csp-source.ts'
import { frameOptions } from '../../derive/frame-options.ts'
import { headerValue, headerValues } from '../../net/exchange.ts'
import { setHeader } from '../../remedy.ts'
import { vectors } from '../../vectors.ts'

const settings = setHeader('Content-Security-Policy', "frame-ancestors 'self'")

export default defineCheck({
  id: 'headers/x-frame-options',
  question: 'Can other sites not put this page into a frame?',
  needs: ['page', 'html', 'csp'],
  cwe: 1021,
  owasp_2021: ['A04:2021'],
  owasp_2025: ['A06:2025'],
  capec: [103],
  references: [
    'https://www.w3.org/TR/CSP3/#directive-frame-ancestors',
    'https://html.spec.whatwg.org/multipage/document-lifecycle.html#the-x-frame-options-header',
  ],
  outcomes: {
    missing: {
      severity: 'medium',
      cvss: vectors.framing,
      title: 'Other sites may put the page into a frame',
      why: 'A hostile site can lay this page, invisible, over its own buttons. The visitor clicks there and acts here, under their own session.',
      fix: "Send the policy frame-ancestors 'self' (or 'none'), and X-Frame-Options: SAMEORIGIN for old browsers.",
      settings,
    },
    ignored: {
      severity: 'medium',
      cvss: vectors.framing,
      title: 'Browsers ignore the X-Frame-Options header',
      why: 'Only DENY and SAMEORIGIN are known. ALLOW-FROM is obeyed by no browser of today, so every site may put the page into a frame.',
      fix: 'Send DENY or SAMEORIGIN. Name single sites with the policy frame-ancestors instead.',
      settings,
    },
    open: {
      severity: 'medium',
      cvss: vectors.framing,
      title: 'The policy allows any site to put the page into a frame',
      why: 'A frame-ancestors that takes every host protects from nothing, and makes browsers ignore X-Frame-Options too.',
      fix: "List the sites that may frame the page, or send frame-ancestors 'self'.",
      settings,
    },
  },
  run({ page, html, csp }) {
    if (!html.is_html) return skip('the response is no page that could be framed')
    const ancestors = enforced(csp).flatMap(({ directives }) =>
      directives.filter(({ name }) => name === 'frame-ancestors'),
    )
    const quoted = ancestors.map(({ tokens }) => `frame-ancestors ${tokens.join(' ')}`).join('; ')
    // frame-ancestors takes the place of X-Frame-Options (CSP3 section 6.4.2.2).
    if (ancestors.length > 0)
      return ancestors.every(({ sources }) => allowsAnyHost(sources)) ? fail('open', page.url, quoted) : pass(quoted)
    const options = frameOptions(headerValues(page.headers, 'x-frame-options'))
    if (options === 'absent') return fail('missing', page.url)
    const raw = headerValue(page.headers, 'x-frame-options')!
    return options === 'ignored' ? fail('ignored', page.url, raw) : pass(raw)
  },
})
