import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { looksRandom } from '../../derive/entropy.ts'
import { headerValue } from '../../net/exchange.ts'
import { vectors } from '../../vectors.ts'

/** Names under which servers put the session into addresses when cookies fail, lower case. */
const NAMES = new Set(
  'jsessionid phpsessid sid sessid sessionid session_id session-id sessiontoken session_token aspsessionid cftoken oscsid zenid s_id'.split(
    ' ',
  ),
)
/** ASP.NET without cookies: /(S(24 lower-case letters and digits))/ */
const ASP_NET = /\/\(S\(([a-z0-5]{24})\)\)\//i
/** Parameters in the path (RFC 3986 section 3.3), as servlet containers write them. */
const PATH_PARAMETER = /;([A-Za-z_-]+)=([A-Za-z0-9!._-]+)/g

export default defineCheck({
  id: 'cookies/session-in-url',
  question: 'Are session ids kept out of addresses?',
  needs: ['page', 'html'],
  type: 'vulnerability',
  cwe: 598,
  owasp_2021: ['A07:2021'],
  owasp_2025: ['A07:2025'],
  capec: [593],
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html'],
  distinct: ['parameter'],
  outcomes: {
    found: {
      severity: 'medium',
      cvss: vectors.stolenSession,
      title: 'The session id stands in addresses',
      why: 'Addresses are kept in histories, logs and proxies, go to other sites as referrer, and are shared by copying. Each copy opens the session.',
      fix: 'Keep the session id in a cookie only, and switch off the rewriting of links.',
      settings: { php: 'session.use_only_cookies = 1\nsession.use_trans_sid = 0' },
    },
  },
  run({ page, html }) {
    const own = new URL(page.url).hostname
    const redirects = page.redirects.flatMap((exchange) => {
      const to = headerValue(exchange.response.headers, 'location')
      const url = to === undefined ? null : URL.parse(to, exchange.request.url)
      return url ? [url.href] : []
    })
    const links = [...html.anchors, ...html.forms, ...html.iframes].map(({ url }) => url)
    const urls = [...redirects, ...links].flatMap((url) => (url === null ? [] : (URL.parse(url) ?? [])))
    if (urls.length === 0) return skip('the page links to nothing')
    const found = new Map<string, Fail<'found'>>()
    for (const url of urls) {
      if (url.hostname !== own) continue
      for (const name of sessionNames(url))
        if (!found.has(name)) found.set(name, fail('found', { url: page.url, parameter: name }, url.href))
    }
    return verdictOf([...found.values()])
  },
})

function sessionNames(url: URL): string[] {
  const query = [...url.searchParams]
  const path = [...url.pathname.matchAll(PATH_PARAMETER)].map(([, name, value]) => [name!, value!] as const)
  const names = [...query, ...path]
    .filter(([name, value]) => NAMES.has(name.toLowerCase()) && looksRandom(value))
    .map(([name]) => name.toLowerCase())
  return ASP_NET.test(url.pathname) ? [...names, '(S())'] : names
}
