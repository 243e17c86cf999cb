import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'

const STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 25%, transparent); --accent: #1f6feb }
* { box-sizing: border-box }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem }
main { width: 100%; max-width: 26rem }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 1rem }
p { margin: 0 0 1rem; overflow-wrap: anywhere }
label { display: block; font-weight: 600; margin-bottom: .25rem }
input { width: 100%; font: inherit; padding: .6rem .75rem; border: 1px solid var(--line); border-radius: .5rem; background: transparent; color: inherit }
button { width: 100%; font: inherit; font-weight: 600; margin-top: 1rem; padding: .65rem; border: 0; border-radius: .5rem; background: var(--accent); color: #fff; cursor: pointer }
input:focus-visible, button:focus-visible { outline: 3px solid color-mix(in srgb, var(--accent) 60%, transparent); outline-offset: 2px }
.hint { font-size: .875rem; opacity: .8; margin: .5rem 0 0 }
.fault { border-left: 4px solid #d1242f; padding: .25rem .75rem }
`

/** No script at all, our own style only, and forms that go nowhere but here. */
const CSP = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

export interface Page {
  title: string
  /** HTML; whatever comes from elsewhere has to be escaped in it. */
  body: string
  status?: number
  /** Seconds after which the browser asks again. */
  refresh?: number
}

/** Sends a small page of our own. */
export function sendPage(reply: FastifyReply, { title, body, status = 200, refresh }: Page): FastifyReply {
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CSP,
      'cache-control': 'no-store',
      // With no-referrer a browser would send “Origin: null” with the form, and we could not tell it from a stranger's.
      'referrer-policy': 'same-origin',
    })
    .send(
      `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${
        refresh === undefined ? '' : `<meta http-equiv="refresh" content="${refresh}">`
      }<title>${escapeHtml(title)} · LastHash</title><style>${STYLE}</style></head>
<body><main>
<h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`,
    )
}
