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
header form { display: flex; flex: 0 1 13rem } header input { font: inherit; width: 100%; min-width: 0; padding: .2rem .7rem; border: 1px solid #54657f; border-radius: 8px; background: #fff1; color: #fff } header input::placeholder { color: #b9c6da }
li { margin: 0 0 .3rem; overflow-wrap: anywhere } ul, ol { margin: 0 0 .9rem; padding-left: 1.3rem }
.list { list-style: none; padding: 0; margin: 0 } .list li { margin: 0 0 .7rem } .list a { font-weight: 600 } .list span { display: block; color: var(--soft); font-size: .94rem }
.first { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--link); border-radius: 12px; padding: 18px 22px 8px; margin: 20px 0 0 } .first a { font-size: 1.15rem }
.groups { columns: 22rem; column-gap: 40px } .group { break-inside: avoid } .group h2 { margin: 0; padding: 28px 0 10px }
.hint { color: var(--soft); font-size: .92rem; margin-top: 24px }
.found { padding-left: 1.4rem } .found li { margin-bottom: 1rem } .found a { font-weight: 600 } .found small { color: var(--soft) } .found p { margin: 2px 0 0; color: var(--soft); font-size: .94rem } mark { background: var(--mark); color: var(--ink) }
.manual { width: min(100% - 32px, 82rem); margin: 0 auto; display: grid; gap: 0 44px } .manual main { width: auto; min-width: 0; margin: 0 }
article { max-width: 50rem } pre code { font-size: 1em } article pre { white-space: pre; overflow-wrap: normal; background: var(--card); padding: 12px 14px } article table { width: auto; min-width: min(100%, 30rem) } article .scroll { margin: 0 0 1rem } article th { background: var(--paper) }
article code { overflow-wrap: anywhere } article :not(pre) > code { background: var(--card); border: 1px solid var(--line); border-radius: 5px; padding: 0 .25em } article h3 { margin: 24px 0 8px }
[id] { scroll-margin-top: 16px } .anchor { text-decoration: none; color: var(--soft); opacity: 0; font-weight: 400 } :hover > .anchor, .anchor:focus { opacity: 1 }
.pages, .aside { font-size: .92rem } .pages ul, .aside ul, .toc ul { list-style: none; padding: 0 } .pages h2 { font-size: .8rem; text-transform: uppercase; letter-spacing: .05em; color: var(--soft); margin: 18px 0 6px } .pages a, .aside a { color: inherit; text-decoration: none; display: block; padding: 3px 0 } .pages a:hover, .aside a:hover { text-decoration: underline } .pages [aria-current] { color: var(--link); font-weight: 650 } .deeper { padding-left: 1rem }
.pages { border-top: 1px solid var(--line); padding-bottom: 40px } .aside { display: none } .jump { font-size: .92rem; margin: 0 0 8px } details.toc { margin: 4px 0 20px; border: 1px solid var(--line); border-radius: 8px; padding: 8px 14px; background: var(--card) } details.toc ul { margin: 8px 0 4px } details.toc li { padding: 3px 0 }
.turn { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 12px; margin: 40px 0 0; max-width: 50rem } .turn a { flex: 1 1 14rem; border: 1px solid var(--line); border-radius: 10px; padding: 10px 16px; background: var(--card); text-decoration: none; font-weight: 600 } .turn span { flex: 1 1 14rem } .turn small { display: block; color: var(--soft); font-weight: 400 } .next { text-align: right }
header:has(+ .manual) nav { width: min(100% - 32px, 82rem) } @media (max-width: 560px) { header form { flex-basis: 100% } header nav { gap: 4px 18px } }
@media (min-width: 780px) { .manual { grid-template-columns: 14rem minmax(0, 1fr) } .pages { order: -1; border: 0; padding: 14px 0 40px } .jump { display: none } }
@media (min-width: 1180px) { .manual { grid-template-columns: 14rem minmax(0, 1fr) 13rem } .aside { display: block; position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 32px 0 } .aside h2 { font-size: .8rem; color: var(--soft); margin: 0 0 6px; text-transform: uppercase; letter-spacing: .05em } details.toc { display: none } }
:focus-visible { outline: 3px solid #3b8bff; outline-offset: 2px }
`

const CSP = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`

export interface Document {
  title: string
  /** HTML; whatever comes from elsewhere has to be escaped in it. */
  body: string
  /** HTML: the list of all pages, beside the page or below it. */
  nav?: string
  /** HTML: what is on this page, where there is room for it. */
  toc?: string
  /** What was searched for. */
  query?: string
}

/** A whole page of documentation. It runs no script and asks for nothing else. */
export function documentHtml({ title, body, nav, toc, query = '' }: Document): string {
  const main = `<main>
${body}
</main>`
  const aside = toc ? `<nav class="aside" aria-label="On this page"><h2>On this page</h2>${toc}</nav>` : ''
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} · LastHash</title><style>${STYLE}</style></head>
<body><header><nav aria-label="Documentation"><a href="/docs/start">LastHash</a><a href="/docs/start">Docs</a><a href="/docs">API</a><a href="/docs/checks">Checks</a><a href="/docs/errors">Errors</a><form role="search" action="/docs/search"><input type="search" name="q" value="${escapeHtml(query)}" placeholder="Search" aria-label="Search the documentation"></form></nav></header>
${nav === undefined ? main : `<div class="manual">${main}${aside}<nav class="pages" id="pages" aria-label="All pages">${nav}</nav></div>`}</body>
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
