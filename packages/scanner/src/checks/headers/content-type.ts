import { defineCheck, fail, pass, skip } from '../../check.ts'
import { HTML_START } from '../../derive/html.ts'
import { mediaType } from '../../derive/media-type.ts'
import { headerValue, headerValues } from '../../net/exchange.ts'

const settings = {
  nginx: 'charset utf-8;',
  apache: 'AddDefaultCharset utf-8',
  php: "header('Content-Type: text/html; charset=utf-8');",
  express: "res.type('html')",
}
/** A byte order mark beats every other word about the encoding (Encoding section 6). */
const BYTE_ORDER_MARK = '\uFEFF'

export default defineCheck({
  id: 'headers/content-type',
  question: 'Does the server say what type and encoding the page has?',
  needs: ['page', 'html'],
  cwe: 436,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://www.rfc-editor.org/rfc/rfc9110#section-8.3',
    'https://mimesniff.spec.whatwg.org/',
    'https://html.spec.whatwg.org/multipage/semantics.html#charset',
  ],
  outcomes: {
    missing: {
      severity: 'low',
      title: 'The response has no Content-Type',
      why: 'Browsers guess the type from the content. What was meant as text or data can then be shown as a page and run scripts.',
      fix: 'Send a Content-Type with every response.',
      settings,
    },
    invalid: {
      severity: 'low',
      title: 'The Content-Type is no media type',
      why: 'Browsers cannot read it and guess the type from the content. What was meant as text or data can then be shown as a page and run scripts.',
      fix: 'Send a type as in text/html; charset=utf-8.',
      settings,
    },
    mismatched: {
      severity: 'info',
      title: 'A page is sent as plain text',
      why: 'The response begins like HTML, but its Content-Type makes browsers show the source to visitors. Often a script was not run by the server.',
      fix: 'Send pages as text/html, and check that the server runs the script behind this address.',
      settings,
    },
    no_charset: {
      severity: 'low',
      title: 'The page does not say in which encoding it is written',
      why: 'Browsers guess it. A text that an attacker can place on the page may make them guess an encoding in which harmless characters turn into a script.',
      fix: 'Send charset=utf-8 with the Content-Type.',
      settings,
    },
  },
  run({ page, html }) {
    if (page.body === '') return skip('the response has no content')
    const raw = headerValue(page.headers, 'content-type')
    if (raw === undefined) return fail('missing', page.url)
    const type = mediaType(headerValues(page.headers, 'content-type').at(-1))
    if (!type) return fail('invalid', page.url, raw)
    if (type.essence === 'text/plain' && HTML_START.test(page.body)) return fail('mismatched', page.url, raw)
    if (type.essence !== 'text/html') return pass(raw)
    const inside = html.metas.some(
      ({ charset, httpEquiv, content }) =>
        charset || (httpEquiv === 'content-type' && /;\s*charset\s*=\s*\S/i.test(content ?? '')),
    )
    const told = type.parameters.has('charset') || inside || page.body.startsWith(BYTE_ORDER_MARK)
    return told ? pass(raw) : fail('no_charset', page.url, raw)
  },
})
