/** Names that only say where a visitor came from: the page is the same without them. */
const TRACKING =
  /^(?:utm_\w+|mtm_\w+|pk_\w+|piwik_\w+|hsa_\w+|(?:g|fb|ms|ttc|tw|yc|li_fat_|igsh|db|dc)clid|gclsrc|gbraid|wbraid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|_ga|_gl|igshid|ref_src|yclid|_openstat|oly_(?:anon|enc)_id|vero_id|s_cid)$/i
/** Names of session ids in a query. */
const SESSION = /^(?:PHPSESSID|ASPSESSIONID\w*|JSESSIONID|CFID|CFTOKEN|SESSION_?ID|SESS_?ID|SID|OSCSID|ZENID)$/i
/** A session id in a path: Java's `;jsessionid=…` and ASP.NET's `/(S(…))/`. */
const SESSION_IN_PATH = /;(?:jsessionid|phpsessid|sid)=[^/?;]*|\/\((?:[A-Z]\([^/()]*\))+\)/gi

const MAX_LENGTH = 2_000 // characters; what is longer is a trap far more often than a page
const MAX_SEGMENTS = 24
const MAX_REPEATS = 3 // of one path segment: /a/b/a/b/a/b is a link that was meant to be absolute

/**
 * One spelling for all addresses of a page: no fragment, default port or dot segments, percent-encoding as RFC 3986 section
 * 6.2.2 would have it, no tracking parameters and session ids. Null for what cannot be a page.
 */
export function canonical(url: string): string | null {
  const parsed = url.length > MAX_LENGTH ? null : URL.parse(url)
  if (!parsed || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return null
  parsed.hash = ''
  parsed.username = ''
  parsed.password = ''
  parsed.pathname = normalEncoding(parsed.pathname.replace(SESSION_IN_PATH, '').replace(/\/{2,}/g, '/')) || '/'
  if (parsed.search !== '') {
    const kept = parsed.search
      .slice(1)
      .split('&')
      .filter((part) => part !== '' && !isNoise(nameOf(part)))
    parsed.search = normalEncoding(kept.join('&'))
  }
  if (parsed.href.endsWith('?')) parsed.search = ''
  return parsed.href
}

function isNoise(name: string): boolean {
  return TRACKING.test(name) || SESSION.test(name)
}

function nameOf(part: string): string {
  const name = part.split('=', 1)[0]!.replaceAll('+', ' ')
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Upper-case hexadecimal digits, and no encoding where none is needed. */
function normalEncoding(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[A-Za-z0-9\-._~]/.test(character) ? character : code.toUpperCase()
  })
}

/** Parameter names of a query, each once. */
export function parameterNames(url: string): string[] {
  const { search } = new URL(url)
  if (search === '') return []
  return [...new Set(search.slice(1).split('&').filter(Boolean).map(nameOf))]
}

/** Whether a path goes round in circles, or is deeper than any that people make. */
export function isEndless({ pathname }: URL): boolean {
  const counts = new Map<string, number>()
  const segments = pathname.split('/').filter(Boolean)
  for (const segment of segments) {
    const count = (counts.get(segment) ?? 0) + 1
    if (count > MAX_REPEATS) return true
    counts.set(segment, count)
  }
  return segments.length > MAX_SEGMENTS
}

/** Words of addresses that change something, or end a session, when they are merely opened. */
export const UNSAFE_WORDS =
  '(?:^|[^a-z])(?:log[-_]?out|log[-_]?off|sign[-_]?out|sign[-_]?off|delete|destroy|remove|unsubscribe|opt[-_]?out|deactivate|disable|revoke|purge|truncate|drop|reset|uninstall|cancel|terminate|shutdown|reboot|ban|approve|publish|unpublish|trash|add[-_]?to[-_]?(?:cart|basket|wishlist)|empty[-_]?cart|vote|upvote|downvote)(?:$|[^a-z])'
const UNSAFE = new RegExp(UNSAFE_WORDS)

/** Verbs that a link for people hardly ever has in its address, but an interface for scripts has. */
const CHANGING =
  /(?:^|[^a-z])(?:save|update|create|insert|submit|send|set|write|upload|import|pay|buy|purchase|order|end|clear|toggle|move|merge|sync|start|stop|restart|run|exec|execute|invite|subscribe|register|confirm|accept|reject|enable|install|upgrade|migrate|rebuild|flush)(?:$|[^a-z])/

/** Whether a GET for this address may change something on the site: such links are noted and not followed. */
export function isUnsafe(url: string): boolean {
  return UNSAFE.test(wordsOf(url))
}

/** The same of an address that was only guessed out of a script, which may have meant another method. */
export function isRisky(url: string): boolean {
  const words = wordsOf(url)
  return UNSAFE.test(words) || CHANGING.test(words)
}

/** camelCase parts words, too: /doLogout, ?action=deleteUser */
function wordsOf(url: string): string {
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
}

/** Endings of files that hold nothing to judge and nowhere to go. */
const BINARY =
  /\.(?:png|jpe?g|gif|webp|avif|svgz?|ico|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|og[gv]|wav|flac|avi|mov|mkv|pdf|docx?|xlsx?|pptx?|od[tsp]|epub|zip|gz|tgz|bz2|xz|7z|rar|tar|jar|war|exe|msi|dmg|pkg|deb|rpm|apk|iso|bin|wasm|psd|ai|eps|css)$/i

export function isBinary({ pathname }: URL): boolean {
  return BINARY.test(pathname)
}

/** What the last segments of a path look like, apart from the very number, date or name that stands there. */
export function segmentKind(segment: string): string {
  if (/^\d{4}-\d{1,2}(?:-\d{1,2})?$/.test(segment)) return '<date>'
  if (/^\d+$/.test(segment)) return '<number>'
  if (/^[0-9a-f]{8,}$/i.test(segment) || /^[0-9a-f-]{32,36}$/i.test(segment)) return '<id>'
  const numbered = segment.replace(/\d+/g, '<number>')
  return numbered.length > 60 ? '<long>' : numbered
}
