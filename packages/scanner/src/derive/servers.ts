import type { Settings } from '../check.ts'
import type { Page } from '../evidence.ts'
import { headerValues } from '../net/exchange.ts'
import { defineDerivation } from '../source.ts'
import type { Html } from './html.ts'
import { parseProducts } from './products.ts'

export type ServerName = keyof Settings

/** Product names of the Server and X-Powered-By fields, lower case, and whose settings mend what they serve. */
const PRODUCTS: Record<string, ServerName> = {
  cloudflare: 'cloudflare',
  nginx: 'nginx',
  openresty: 'nginx',
  tengine: 'nginx',
  angie: 'nginx',
  apache: 'apache',
  // reads Apache's configuration and .htaccess files
  litespeed: 'apache',
  openlitespeed: 'apache',
  'microsoft-iis': 'iis',
  'asp.net': 'iis',
  caddy: 'caddy',
  express: 'express',
  php: 'php',
  wsgiserver: 'django',
  phusion: 'rails',
}
/** Fields that one product alone sends. */
const FIELDS: Record<string, ServerName> = {
  'cf-ray': 'cloudflare',
  'x-aspnet-version': 'iis',
  'x-aspnetmvc-version': 'iis',
  'x-litespeed-cache': 'apache',
  'x-pingback': 'wordpress',
}
/** Cookies that one product alone sets. */
const COOKIES: readonly [pattern: RegExp, server: ServerName][] = [
  [/^connect\.sid$/, 'express'],
  [/^PHPSESSID$/, 'php'],
  [/^laravel_session$/, 'php'],
  [/^wordpress_/, 'wordpress'],
  [/^wp-settings-/, 'wordpress'],
  [/^ASP\.NET_SessionId$/i, 'iis'],
  [/^\.AspNetCore\./, 'iis'],
]
/** From the visitor inwards: the first is the nearest place where a setting can be made for all that is behind it. */
const NEARNESS: readonly ServerName[] = [
  'cloudflare',
  'nginx',
  'apache',
  'iis',
  'caddy',
  'express',
  'php',
  'django',
  'rails',
  'wordpress',
]

/** Which servers and frameworks answer, nearest first, so that a remedy can name their exact setting. */
export function seenServers(page: Page, html: Html): ServerName[] {
  const seen = new Set<ServerName>()
  for (const field of ['server', 'x-powered-by', 'via'])
    for (const { name } of headerValues(page.headers, field).flatMap(parseProducts)) note(PRODUCTS[name.toLowerCase()])
  for (const [name] of page.headers) note(FIELDS[name.toLowerCase()])
  for (const name of headerValues(page.headers, 'set-cookie').map((value) => value.split(/[=;]/)[0]!.trim()))
    for (const [pattern, server] of COOKIES) if (pattern.test(name)) note(server)
  if (isWordPress(page, html)) note('wordpress')
  if (html.inputs.some((input) => input.name === 'csrfmiddlewaretoken')) note('django')
  if (html.metas.some((meta) => meta.name === 'csrf-param' && meta.content === 'authenticity_token')) note('rails')
  if (new URL(page.url).pathname.endsWith('.php') || seen.has('wordpress')) note('php')
  return NEARNESS.filter((name) => seen.has(name))

  function note(server: ServerName | undefined): void {
    if (server) seen.add(server)
  }
}

function isWordPress(page: Page, html: Html): boolean {
  if (headerValues(page.headers, 'link').some((value) => /\brel="?https:\/\/api\.w\.org\//.test(value))) return true
  if (html.metas.some(({ name, content }) => name?.toLowerCase() === 'generator' && /^WordPress\b/.test(content ?? '')))
    return true
  return [...html.scripts, ...html.stylesheets].some(({ url }) => {
    const asset = url ? URL.parse(url) : null
    return asset?.origin === page.origin && /\/wp-(?:content|includes)\//.test(asset.pathname)
  })
}

export default defineDerivation({
  name: 'servers',
  needs: ['page', 'html'],
  derive: ({ page, html }) => seenServers(page, html),
})
