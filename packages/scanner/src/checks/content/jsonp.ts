import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { isForeign } from '../../derive/site.ts'
import { vectors } from '../../vectors.ts'

const CALLBACK = /^(?:callback|jsonp|jsoncallback|cb|jsonpcallback)$/i
const FUNCTION = /^[A-Za-z_$][\w$.]{0,80}$/

export default defineCheck({
  id: 'content/jsonp',
  question: 'Does the site keep its data out of scripts that others can load?',
  needs: ['page', 'html'],
  cwe: 346,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [111],
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/AJAX_Security_Cheat_Sheet.html'],
  distinct: ['path'],
  outcomes: {
    offered: {
      severity: 'low',
      cvss: vectors.crossReadByLuck,
      confidence: 'tentative',
      title: 'The site gives data as a script with a callback (JSONP)',
      why: 'Every other site can load it in a visitor’s name and read what comes back, whatever the CORS policy says; and it lets code past a Content Security Policy that trusts this host.',
      fix: 'Give JSON, and allow the origins that need it by CORS.',
    },
  },
  run({ page, html }) {
    const own = html.scripts.flatMap(({ url }) => (url && !isForeign(url, page.url) ? (URL.parse(url) ?? []) : []))
    if (own.length === 0) return skip('the page loads no script file of the site')
    return verdictOf(
      own
        .filter(({ searchParams }) =>
          [...searchParams].some(([name, value]) => CALLBACK.test(name) && FUNCTION.test(value)),
        )
        .map((url) => fail('offered', { url: url.href }, url.href)),
    )
  },
})
