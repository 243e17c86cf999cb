import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { redirectOf } from '../../derive/redirect.ts'
import { isForeign } from '../../derive/site.ts'
import { vectors } from '../../vectors.ts'

/** Names under which applications pass where to go next. */
const NAMES =
  /^(?:url|uri|u|to|next|goto|go|target|dest|destination|redir|redirect|redirect_?(?:to|url|uri)|return|return_?(?:to|url|path)|continue|forward|out|link|callback_?url|success_?url|back|backurl|ref)$/i
const SCHEME = /^(?:https?:)?\/\//i

export default defineCheck({
  id: 'content/open-redirect-parameter',
  question: 'Does no parameter of an address decide to which site visitors go?',
  needs: ['page', 'html'],
  type: 'vulnerability',
  cwe: 601,
  owasp_2021: ['A01:2021'],
  owasp_2025: ['A01:2025'],
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html'],
  distinct: ['path', 'parameter'],
  outcomes: {
    followed: {
      severity: 'medium',
      cvss: vectors.lure,
      confidence: 'tentative',
      title: 'A redirect goes where a parameter of the address says',
      why: 'The site answered with a redirect to the very address that stood in a parameter. If it does so with any address, links to this site lead to fraud.',
      fix: 'Compare the target with a list, or take paths only.',
    },
    named: {
      severity: 'info',
      confidence: 'tentative',
      title: 'Links of the page carry the address of another site in a parameter',
      why: 'The name of the parameter tells that the site sends visitors there. If it does so with any address, links to this site lead to fraud.',
      fix: 'Compare the target with a list, sign the parameter, or take paths only.',
    },
  },
  run({ page, html }) {
    const followed = page.redirects.flatMap((exchange) => {
      const to = redirectOf(exchange)
      if (!to) return []
      return [...new URL(exchange.request.url).searchParams]
        .filter(
          ([, value]) => SCHEME.test(value) && to.href.startsWith(URL.parse(value, exchange.request.url)?.href ?? '\0'),
        )
        .map(([name]) => fail('followed', { url: exchange.request.url, parameter: name, exchange }, to.href))
    })
    const own = html.anchors.flatMap(({ url }) =>
      url?.includes('?') && !isForeign(url, page.url) ? (URL.parse(url) ?? []) : [],
    )
    if (own.length === 0 && followed.length === 0) return skip('no link of the page to the site has a parameter')
    const named = new Map(
      own.flatMap((url) =>
        [...url.searchParams]
          .filter(
            ([name, value]) =>
              NAMES.test(name) && SCHEME.test(value) && isForeign(URL.parse(value, page.url)?.href ?? null, page.url),
          )
          .map(([name]) => [name, fail('named', { url: page.url, parameter: name }, url.href)] as const),
      ),
    )
    return verdictOf([...followed, ...named.values()])
  },
})
