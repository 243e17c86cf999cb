import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { escapeHtml } from './page.ts'

/** Wide pages to read: the errors, the catalogue of checks. In the colours of the other pages. */
const STYLE = `
:root { color-scheme: light dark; --paper: #f4f6f9; --card: #fff; --ink: #131c2e; --soft: #4d5970; --line: #c3ccd9; --link: #1459b3; --band: #0c1628; --mark: #fff2c4; --critical: #8f1327; --high: #b3261e; --medium: #8a5300; --low: #1f5f8b; --info: #4d5970 }
@media (prefers-color-scheme: dark) { :root { --paper: #0d1420; --card: #151e2d; --ink: #e7ecf4; --soft: #a3b0c5; --line: #3a4860; --link: #7fb6ff; --band: #080e19; --mark: #4a3a06; --critical: #ff8a9a; --high: #ff9a8f; --medium: #ffc266; --low: #8cc8f5; --info: #a3b0c5 } }
* { box-sizing: border-box }
body { font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; margin: 0; background: var(--paper); color: var(--ink) }
header { background: var(--band); color: #fff; padding: 14px 0 }
header nav, main { width: min(100% - 32px, 62rem); margin: 0 auto }
header nav { display: flex; flex-wrap: wrap; gap: 4px 22px; align-items: baseline }
header a { color: #dbe6f7; text-decoration: none; padding: 4px 0 }
header a:first-child { color: #fff; font-weight: 650; margin-right: auto }
header a:hover { text-decoration: underline }
main { padding: 32px 0 56px }
h1 { font-size: 1.7rem; letter-spacing: -.015em; line-height: 1.25; margin: 0 0 10px; overflow-wrap: anywhere }
h2 { font-size: 1.15rem; margin: 34px 0 10px; overflow-wrap: anywhere }
h3 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere }
p { margin: 0 0 .8rem; max-width: 46rem; overflow-wrap: anywhere }
a { color: var(--link); text-underline-offset: .15em }
code, pre { font: .88em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace }
pre { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 10px 12px; margin: 4px 0 12px; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere }
.lead { color: var(--soft); font-size: 1.06rem }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 20px clamp(16px, 4vw, 26px) 14px; margin: 0 0 16px }
.card h3 + p { margin-top: .6rem }
.tag { display: inline-block; font-size: .8rem; font-weight: 650; border: 1px solid currentColor; border-radius: 99px; padding: 0 9px; margin: 0 4px 6px 0; white-space: nowrap }
.critical { color: var(--critical) } .high { color: var(--high) } .medium { color: var(--medium) } .low { color: var(--low) } .info { color: var(--info) } .plain { color: var(--soft); font-weight: 500 }
details { margin: 0 0 10px } summary { cursor: pointer; font-weight: 600 }
dl { margin: 10px 0 4px } dt { font-weight: 600; font-size: .92rem } dd { margin: 0 }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; background: var(--card); border: 1px solid var(--line) }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--line) }
td code { overflow-wrap: anywhere }
tr:target { background: var(--mark) }
:focus-visible { outline: 3px solid #3b8bff; outline-offset: 2px }
`

const CSP = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

export interface Document {
  title: string
  /** HTML; whatever comes from elsewhere has to be escaped in it. */
  body: string
}

/** A whole page of documentation. It runs no script and asks for nothing else. */
export function documentHtml({ title, body }: Document): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} · LastHash</title><style>${STYLE}</style></head>
<body><header><nav><a href="/docs">LastHash</a><a href="/docs">API</a><a href="/docs/checks">Checks</a><a href="/docs/errors">Errors</a></nav></header>
<main>
${body}
</main></body>
</html>
`
}

export function sendDocument(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CSP,
      'cache-control': 'no-cache',
    })
    .send(html)
}

/** Escaped text in which `code` between backquotes is set as code. */
export function proseHtml(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')
}
