import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import type { Html } from '../../derive/html.ts'
import { headerValue, headerValues } from '../../net/exchange.ts'
import { vectors } from '../../vectors.ts'

const SHORTEST = 4 // characters: shorter values stand in every page by chance
const COMMON =
  /^(?:true|false|null|none|https?|index|home|page|search|name|date|desc|list|view|main|user|link|text|type|html|utf-?8|en-us|submit|button|hidden|content|title|\d{4})$/i

export default defineCheck({
  id: 'content/reflected-parameter',
  question: 'Where does the page repeat what its address says?',
  needs: ['page', 'html'],
  type: 'vulnerability',
  cwe: 20,
  owasp_2021: ['A03:2021'],
  owasp_2025: ['A05:2025'],
  capec: [591],
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html'],
  distinct: ['path', 'parameter'],
  outcomes: {
    handler: {
      severity: 'medium',
      cvss: vectors.script,
      confidence: 'tentative',
      title: 'A parameter of the address stands in the code of an event handler',
      why: 'Escaping for HTML does not help there: the browser undoes it before the code runs. A crafted link may run code in the visitor’s name.',
      fix: 'Put the value into a data- attribute, and read it in a script file.',
    },
    cookie: {
      severity: 'low',
      confidence: 'tentative',
      title: 'A parameter of the address becomes the value of a cookie',
      why: 'A link then sets what the site believes of the visitor’s later visits.',
      fix: 'Choose among fixed values on the server.',
    },
    charset: {
      severity: 'low',
      confidence: 'tentative',
      title: 'A parameter of the address names the encoding of the page',
      why: 'In an encoding of the attacker’s choice, harmless characters turn into markup.',
      fix: 'Send UTF-8 always.',
    },
    address: {
      severity: 'low',
      cvss: vectors.lure,
      confidence: 'tentative',
      title: 'A parameter of the address is where a frame, script or form leads',
      why: 'A crafted link puts another site into the page, or sends its form elsewhere.',
      fix: 'Choose among fixed addresses by the value.',
    },
    attribute: {
      severity: 'info',
      confidence: 'tentative',
      title: 'A parameter of the address is repeated in an attribute',
      why: 'That is no fault where it is escaped. It is the place where an active scan looks first.',
      fix: 'Escape for attributes, quotes included.',
    },
  },
  run({ page, html }) {
    const parameters = [...new URL(page.url).searchParams].filter(
      ([, value]) => value.trim().length >= SHORTEST && !COMMON.test(value.trim()),
    )
    if (parameters.length === 0) return skip('the address has no parameter that could be told in the page')
    if (!html.is_html) return skip('the response is no HTML')
    const cookies = headerValues(page.headers, 'set-cookie').map((field) =>
      decoded(field.split(';')[0]!.split('=').slice(1).join('=')),
    )
    const charset = headerValue(page.headers, 'content-type')
      ?.split(/charset=/i)[1]
      ?.trim()
      .toLowerCase()
    return verdictOf(
      parameters.flatMap(([name, raw]): Fail<'handler' | 'cookie' | 'charset' | 'address' | 'attribute'>[] => {
        const value = raw.trim()
        const show = (outcome: 'handler' | 'cookie' | 'charset' | 'address' | 'attribute', seen: string) => [
          fail(outcome, { url: page.url, parameter: name }, seen),
        ]
        const handler = html.inlineHandlers.find(({ code }) => code.includes(value))
        if (handler) return show('handler', `${handler.name}="${handler.code}"`)
        if (cookies.includes(value)) return show('cookie', value)
        if (charset === value.toLowerCase()) return show('charset', value)
        const address = addressesOf(html).find(
          (url) => url === value || (/^(?:https?:)?\/\//.test(value) && url.startsWith(value)),
        )
        if (address) return show('address', address)
        return html.inputs.some((input) => input.value === value) ? show('attribute', value) : []
      }),
    )
  },
})

function addressesOf({ iframes, scripts, forms }: Html): string[] {
  return [
    ...iframes.map(({ src }) => src),
    ...scripts.map(({ src }) => src),
    ...forms.map(({ action }) => action),
  ].filter((one) => one !== null)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
