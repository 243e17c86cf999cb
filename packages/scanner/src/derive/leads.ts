import { createHash } from 'node:crypto'
import { defineDerivation } from '../source.ts'
import type { Html, HtmlForm } from './html.ts'
import { jsonLeads } from './json-leads.ts'

/** Where a page leads a crawler: absolute URLs in document order, each once, fragments left in. */
export interface Leads {
  /** What a person could open: links, frames, canonical and alternate addresses, refreshes. */
  pages: readonly string[]
  /** Script files that the page loads. */
  scripts: readonly string[]
  forms: readonly FormLead[]
  /** Images, media and style sheets: not pages, but their addresses may take parameters. */
  resources: readonly string[]
  /** What a machine could ask for, by a description of an API or another JSON document. */
  endpoints: readonly EndpointLead[]
  /** It runs scripts of its own: what it leads to may only show in a browser. */
  inline: boolean
  /** Equal for pages that are built alike, whatever they say. */
  build: string
}
export interface FormLead {
  /** Where it goes; for GET, with the values that it would send when nothing is filled in. */
  url: string
  method: 'GET' | 'POST'
  names: readonly string[]
}
export interface EndpointLead {
  /** With `{name}` in place of what must be filled in. */
  url: string
  method: string
  parameters: readonly { name: string; in: 'query' | 'body' | 'path' | 'header' | 'cookie' }[]
}

const MOST = 5_000 // addresses of one kind on one page: a page with a million links tells nothing more by its end
const MOST_FORMS = 200
/** `<link>` relations that name another page. */
const PAGE_LINKS = new Set(['canonical', 'alternate', 'next', 'prev', 'amphtml', 'help', 'search', 'license', 'author'])

export default defineDerivation({
  name: 'leads',
  needs: ['page', 'html'],
  derive({ page, html }): Leads {
    if (!html.is_html) {
      const { pages, endpoints } = jsonLeads(page.body, page.url)
      return {
        pages,
        scripts: [],
        forms: [],
        resources: [],
        endpoints,
        inline: false,
        build: buildOf(html, page.status),
      }
    }
    return {
      pages: unique([
        ...html.anchors.map(({ url }) => url),
        ...html.iframes.map(({ url }) => url),
        ...html.links.filter(({ rel }) => rel.some((one) => PAGE_LINKS.has(one))).map(({ url }) => url),
        ...html.metas.filter(({ httpEquiv }) => httpEquiv === 'refresh').map(({ content }) => refreshOf(content, html)),
      ]),
      scripts: unique(html.scripts.map(({ url }) => url)),
      forms: html.forms
        .slice(0, MOST_FORMS)
        .map((form) => formLead(form, html.base))
        .filter((form) => form !== null),
      resources: unique([
        ...html.images.map(({ url }) => url),
        ...html.media.map(({ url }) => url),
        ...html.stylesheets.map(({ url }) => url),
      ]),
      endpoints: [],
      inline: html.scripts.some(({ inline }) => inline !== '') || html.inlineHandlers.length > 0,
      build: buildOf(html, page.status),
    }
  },
})

function unique(urls: readonly (string | null)[]): string[] {
  const found = new Set<string>()
  for (const url of urls) {
    if (found.size >= MOST) break
    if (url !== null && /^https?:/.test(url)) found.add(url)
  }
  return [...found]
}

/** Where `<meta http-equiv="refresh" content="5; url=/next">` leads. */
function refreshOf(content: string | null, { base }: Html): string | null {
  const target = /^\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content ?? '')?.[1]
  return target && !/^[\d.\s;,]*$/.test(target) ? (URL.parse(target.trim(), base)?.href ?? null) : null
}

function formLead({ url, method, inputs }: HtmlForm, base: string): FormLead | null {
  const target = URL.parse(url ?? base)
  if (!target || method === 'dialog' || !/^https?:/.test(target.protocol)) return null
  const named = inputs.filter(({ name, type }) => name && !/^(?:submit|button|image|reset|file)$/.test(type))
  const names = [...new Set(named.map(({ name }) => name!))].slice(0, 100)
  if (method === 'get') {
    target.search = new URLSearchParams(
      named.slice(0, 100).map(({ name, value }): [string, string] => [name!, (value ?? '').slice(0, 200)]),
    ).toString()
  }
  return { url: target.href, method: method === 'get' ? 'GET' : 'POST', names }
}

/** A digest of what a template gives a page: its forms, scripts and styles, and roughly how much of everything else. */
function buildOf(html: Html, status: number): string {
  const parts = [
    status,
    html.forms.map(({ inputs }) => inputs.map(({ name }) => plain(name)).join()),
    html.scripts.map(({ url }) => plain(url)),
    html.stylesheets.map(({ url }) => plain(url)),
    html.iframes.length,
    html.metas.map(({ name }) => name),
    magnitude(html.anchors.length),
    magnitude(html.images.length),
    magnitude(html.text.length / 200),
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16)
}

/** Numbers in names and addresses are what tells two pages of a template apart. */
function plain(text: string | null): string {
  return (text ?? '').split('?', 1)[0]!.replace(/[0-9a-f]{6,}|\d+/gi, '#')
}

/** The power of four that is near: twice as many links are still the same template. */
function magnitude(count: number): number {
  return Math.round(Math.log2(count + 1) / 2)
}
