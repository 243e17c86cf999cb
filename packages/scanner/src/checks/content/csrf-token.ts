import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { stored } from '../../derive/cookies.ts'
import { looksRandom } from '../../derive/entropy.ts'
import type { HtmlForm } from '../../derive/html.ts'
import { isForeign } from '../../derive/site.ts'
import { vectors } from '../../vectors.ts'

/** Words in the names of fields that frameworks put their token into. */
const TOKEN_NAME =
  /csrf|xsrf|__requestverificationtoken|authenticity|antiforgery|_token$|^token$|_wpnonce|nonce|form_build_id|form_key|^_once|^yii_|viewstate/i
/** Joomla's token is the name, and its value 1. */
const RANDOM_NAME = /^[0-9a-f]{32}$/

export default defineCheck({
  id: 'content/csrf-token',
  question: 'Are forms that change something protected against forgery?',
  needs: ['page', 'html', 'cookies'],
  cwe: 352,
  owasp_2021: ['A01:2021'],
  owasp_2025: ['A01:2025'],
  capec: [62],
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html'],
  distinct: ['path'],
  outcomes: {
    missing: {
      severity: 'medium',
      cvss: vectors.forgedRequest,
      confidence: 'tentative',
      title: 'A form carries no token against forgery',
      why: 'The session cookie has no SameSite, so some browsers send it with requests that other sites provoke. Nothing in the form tells these from the visitor’s own.',
      fix: 'Put a random token that is bound to the session into every form and check it, and set SameSite=Lax on the session cookie.',
    },
  },
  run({ page, html, cookies }) {
    const own = html.forms.filter(({ method, url }) => method === 'post' && !isForeign(url, page.url))
    if (own.length === 0) return skip('the page has no form that changes something here')
    const exposed = stored(cookies).filter(
      ({ role, same_site }) => role === 'session' && same_site !== 'lax' && same_site !== 'strict',
    )
    if (exposed.length === 0) return skip('no session cookie that travels across sites was seen')
    if (html.metas.some(({ name }) => name !== null && TOKEN_NAME.test(name)))
      return skip('scripts find a token in a <meta>, and send it along')
    return verdictOf(
      own.filter((form) => !hasToken(form)).map(({ url }) => fail('missing', page.url, `POST ${url ?? page.url}`)),
    )
  },
})

function hasToken({ inputs }: HtmlForm): boolean {
  return inputs.some(
    ({ name, type, value }) =>
      name !== null &&
      (TOKEN_NAME.test(name) || (type === 'hidden' && (RANDOM_NAME.test(name) || looksRandom(value ?? '')))),
  )
}
