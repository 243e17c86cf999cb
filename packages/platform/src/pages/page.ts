import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { type Branding, NO_BRANDING } from '../branding.ts'

/** In the report page's colours. */
const STYLE = `
:root { color-scheme: light dark; --paper: #f4f6f9; --card: #fff; --ink: #131c2e; --soft: #4d5970; --line: #c3ccd9; --link: #1459b3; --band: #0c1628; --button: #1459b3; --button-over: #0f4890 }
@media (prefers-color-scheme: dark) { :root { --paper: #0d1420; --card: #151e2d; --ink: #e7ecf4; --soft: #a3b0c5; --line: #3a4860; --link: #7fb6ff; --band: #080e19 } }
* { box-sizing: border-box }
body { font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; margin: 0; background: var(--paper); color: var(--ink) }
header { background: var(--band); color: #fff; font-weight: 650; font-size: 1.06rem; padding: 18px 16px 104px; text-align: center }
main { width: min(100% - 32px, 27rem); margin: -68px auto 32px; padding: 28px clamp(20px, 5vw, 32px) 32px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: 0 8px 24px #0c162814 }
h1 { font-size: 1.38rem; letter-spacing: -.015em; line-height: 1.25; margin: 0 0 20px }
p { margin: 0 0 1rem; overflow-wrap: anywhere }
a { color: var(--link); text-underline-offset: .15em }
label { display: block; font-weight: 600; margin-bottom: .3rem }
input { width: 100%; font: inherit; padding: .6rem .75rem; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); color: inherit }
button { width: 100%; font: inherit; font-weight: 600; margin-top: 1.1rem; padding: .65rem; border: 0; border-radius: 8px; background: var(--button); color: #fff; cursor: pointer }
button:hover { background: var(--button-over) }
header img { display: block; height: 36px; margin: 0 auto 6px }
:focus-visible { outline: 3px solid #3b8bff; outline-offset: 2px }
.wide { width: min(100% - 32px, 40rem) }
h2 { font-size: 1.08rem; margin: 1.9rem 0 .7rem; padding-top: 1.4rem; border-top: 1px solid var(--line) }
label ~ label { margin-top: .9rem }
a.button { display: block; text-align: center; font-weight: 600; margin-top: .8rem; padding: .6rem; border: 1px solid var(--line); border-radius: 8px; color: inherit; text-decoration: none }
a.button:hover { border-color: var(--soft) }
button.plain { background: none; color: inherit; border: 1px solid var(--line) }
button.plain:hover { background: none; border-color: var(--soft) }
button.small { width: auto; margin: 0; padding: .3rem .8rem; font-size: .9rem }
ul.rows li > :last-child { flex: none }
details { margin-top: 1.4rem; border-top: 1px solid var(--line); padding-top: 1rem } summary { cursor: pointer; color: var(--soft) } details form { margin-top: .9rem }
h2 + details, h2 + p + details { margin: 0; padding: 0; border: 0 }
ul.rows { list-style: none; margin: 0; padding: 0 } ul.rows li { display: flex; gap: 12px; align-items: center; justify-content: space-between; padding: .65rem 0; border-bottom: 1px solid var(--line) }
ul.rows li > div { min-width: 0; overflow-wrap: anywhere } ul.rows small { display: block; color: var(--soft) }
code { font: .92em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere }
ol.codes { columns: 2; padding: .8rem .8rem .8rem 2.2rem; margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--paper) }
.qr { display: block; width: 208px; height: 208px; margin: 0 auto 1rem; border-radius: 8px }
.hint { font-size: .875rem; color: var(--soft); margin: .5rem 0 0 }
.fault { border-left: 4px solid #c02b1d; padding: .1rem .75rem }
.done { border-left: 4px solid #1f7a4d; padding: .1rem .75rem }
`

/** The brand's colours over ours. They were checked to be of the form #rrggbb when they were set. */
function styleOf({ colors }: Branding): string {
  if (!colors) return STYLE
  return `${STYLE}:root, :root[lang] { --band: ${colors.primary}; --button: ${colors.accent}; --button-over: ${colors.accent} }\n`
}

/** No script at all, our own style only, a logo in the page itself, and forms that go nowhere but here. */
function policyOf(style: string, { logo }: Branding): string {
  const hash = createHash('sha256').update(style).digest('base64')
  return `default-src 'none';${logo ? ' img-src data:;' : ''} style-src 'sha256-${hash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Something that went wrong, above a form; empty when nothing did. */
export function faultHtml(fault: string | undefined): string {
  return fault ? `<p class="fault" role="alert" id="fault">${escapeHtml(fault)}</p>` : ''
}

export interface Page {
  title: string
  /** HTML; whatever comes from elsewhere has to be escaped in it. */
  body: string
  /** Whose people see it. */
  brand?: Branding
  status?: number
  /** Seconds after which the browser asks again. */
  refresh?: number
  /** For what is more than a form. */
  wide?: boolean
}

const brands = new WeakMap<FastifyReply, Branding>()

/** In whose brand the pages of this answer are. */
export function setBrand(reply: FastifyReply, brand: Branding): void {
  brands.set(reply, brand)
}

/** Sends a small page of our own, in the brand of whose people see it. */
export function sendPage(
  reply: FastifyReply,
  { title, body, brand = brands.get(reply) ?? NO_BRANDING, status = 200, refresh, wide = false }: Page,
): FastifyReply {
  const name = escapeHtml(brand.name ?? 'LastHash')
  const style = styleOf(brand)
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyOf(style, brand),
      'cache-control': 'no-store',
      // With no-referrer a browser would send “Origin: null” with the form, and we could not tell it from a stranger's.
      'referrer-policy': 'same-origin',
    })
    .send(
      `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${
        refresh === undefined ? '' : `<meta http-equiv="refresh" content="${refresh}">`
      }<title>${escapeHtml(title)} · ${name}</title><style>${style}</style></head>
<body><header>${brand.logo ? `<img src="${brand.logo}" alt="">` : ''}${name}</header><main${wide ? ' class="wide"' : ''}>
<h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`,
    )
}
