import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import type { Html } from '../../derive/html.ts'

/** A dotted address of RFC 1918 that is not part of a longer number, name or version. */
const PRIVATE =
  /(?<![\w.-])(?:10(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}|172\.(?:1[6-9]|2\d|3[01])(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){2}|192\.168(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){2})(?![\w-]|\.\d)/g
/** What goes before a version of four numbers. */
const VERSION_BEFORE = /(?:version|release|build|\bver|\brev)[\s:="'.]*$|\/$(?<!\/\/)/i
/** Headers in which an address is the sender's own business, or ours. */
const OWN_BUSINESS = new Set(['server', 'content-security-policy', 'content-security-policy-report-only'])

export default defineCheck({
  id: 'content/private-address',
  question: 'Are addresses of the inner network kept inside?',
  needs: ['page', 'html', 'target'],
  type: 'exposure',
  cwe: 200,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc1918'],
  outcomes: {
    header: {
      severity: 'low',
      title: 'A header shows an address of the inner network',
      why: 'It tells how the network behind the site is laid out, which helps an attacker who finds a way to send requests from within.',
      fix: 'Find the proxy or application that adds it, and take it out or set the public name.',
    },
    body: {
      severity: 'info',
      title: 'The page names an address of the inner network',
      why: 'It may tell how the network behind the site is laid out, or be a link that works inside only.',
      fix: 'Replace it by the public name, or take it out.',
    },
  },
  run({ page, html, target }) {
    if (target.is_address || target.host === 'localhost') return skip('the site is itself reached by an address')
    const headers = page.headers.flatMap(([name, value]): Fail<'header'>[] => {
      const address = OWN_BUSINESS.has(name.toLowerCase()) ? undefined : privateAddress(value)
      return address ? [fail('header', { url: page.url, parameter: name.toLowerCase() }, `${name}: ${value}`)] : []
    })
    const inBody = privateAddress(html.is_html ? ownText(html) : page.body)
    return verdictOf([...headers, ...(inBody ? [fail('body', page.url, inBody)] : [])])
  },
})

/** What the page says of itself: its text outside code, its comments, and where it links and loads from. */
function ownText(html: Html): string {
  const urls = [...html.anchors, ...html.forms, ...html.scripts, ...html.links, ...html.images, ...html.iframes]
  return [html.prose, ...html.comments, ...urls.map(({ url }) => url ?? '')].join('\n')
}

function privateAddress(text: string): string | undefined {
  for (const match of text.matchAll(PRIVATE))
    if (!VERSION_BEFORE.test(text.slice(Math.max(0, match.index - 20), match.index))) return match[0]
  return undefined
}
