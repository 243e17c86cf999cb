import { Parser } from 'htmlparser2'
import { type HeaderList, headerValues } from '../net/exchange.ts'
import { defineDerivation } from '../source.ts'
import { parseSource, type SourceExpression } from './csp-source.ts'

/** Everything that a page says by Content Security Policy Level 3, as a browser reads it. */
export interface Csp {
  /** Those with at least one directive, in order: enforcing headers, report-only headers, `<meta>`. */
  policies: readonly CspPolicy[]
}

export interface CspPolicy {
  raw: string
  from: 'header' | 'meta'
  disposition: 'enforce' | 'report'
  /** What counts: the first of each name, without those that a `<meta>` may not carry. */
  directives: readonly CspDirective[]
  /** Names that came again and were ignored (section 2.2.1, step 6 of its loop). */
  repeated: readonly string[]
  /** Names ignored because the policy came in a `<meta>` (section 3.3). */
  not_for_meta: readonly string[]
  /** Pieces that are not ASCII, and therefore ignored. */
  not_ascii: readonly string[]
  /** A `<meta>` that stands outside the head, or is called Report-Only: browsers ignore all of it. */
  ignored: boolean
}

export interface CspDirective {
  /** Lower case. */
  name: string
  /** The value's tokens as they were sent. */
  tokens: readonly string[]
  /** The tokens as source expressions. Of use only where the directive takes a source list. */
  sources: readonly SourceExpression[]
}

const META_MAY_NOT = new Set(['frame-ancestors', 'report-uri', 'sandbox'])

/** Section 6.8.3: who answers for a fetch directive that is not there. */
const FALLBACK: Record<string, readonly string[]> = {
  'script-src-elem': ['script-src', 'default-src'],
  'script-src-attr': ['script-src', 'default-src'],
  'style-src-elem': ['style-src', 'default-src'],
  'style-src-attr': ['style-src', 'default-src'],
  'worker-src': ['child-src', 'script-src', 'default-src'],
  'frame-src': ['child-src', 'default-src'],
  'script-src': ['default-src'],
  'style-src': ['default-src'],
  'child-src': ['default-src'],
  'connect-src': ['default-src'],
  'font-src': ['default-src'],
  'img-src': ['default-src'],
  'manifest-src': ['default-src'],
  'media-src': ['default-src'],
  'object-src': ['default-src'],
  'prefetch-src': ['default-src'],
}

/** The policies that the browser holds the page to. */
export function enforced(csp: Csp): CspPolicy[] {
  return csp.policies.filter((policy) => policy.disposition === 'enforce' && !policy.ignored)
}

/** The directive that governs `name` in one policy, by the fallback chain; null when nothing does, so that all is allowed. */
export function governing(policy: CspPolicy, name: string): CspDirective | null {
  for (const candidate of [name, ...(FALLBACK[name] ?? [])]) {
    const found = policy.directives.find((directive) => directive.name === candidate)
    if (found) return found
  }
  return null
}

/**
 * The directives that govern `name` over all enforced policies. A browser allows only what every one of them allows
 * (section 4.1.2), so a weakness is real when all of these share it. Empty when nothing governs.
 */
export function governingAll(csp: Csp, name: string): CspDirective[] {
  return enforced(csp)
    .map((policy) => governing(policy, name))
    .filter((directive) => directive !== null)
}

/** The directive as it stands in a normalised policy, to be quoted. */
export function directiveText({ name, tokens }: CspDirective): string {
  return [name, ...tokens].join(' ')
}

/** Every policy of a response: each header field may hold several, separated by commas (section 3.1). */
export function parseCsp(headers: HeaderList, body = ''): Csp {
  const fromHeader = (name: string, disposition: CspPolicy['disposition']) =>
    headerValues(headers, name)
      .flatMap((value) => value.split(','))
      .map((raw) => parsePolicy(raw, 'header', disposition))
  return {
    policies: [
      ...fromHeader('content-security-policy', 'enforce'),
      ...fromHeader('content-security-policy-report-only', 'report'),
      ...metaPolicies(body),
    ].filter((policy) => policy.directives.length + policy.not_for_meta.length > 0),
  }
}

/** One serialized policy, by section 2.2.1. */
export function parsePolicy(
  serialized: string,
  from: CspPolicy['from'],
  disposition: CspPolicy['disposition'],
  ignored = false,
): CspPolicy {
  const directives = new Map<string, CspDirective>()
  const repeated: string[] = []
  const notForMeta: string[] = []
  const notAscii: string[] = []
  for (const piece of serialized.split(';')) {
    const [name = '', ...tokens] = piece.split(/[\t\n\f\r ]+/).filter((token) => token !== '')
    if (name === '') continue
    const key = name.toLowerCase()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: "is not an ASCII string" is the standard's own test
    if (!/^[\x00-\x7f]*$/.test(piece)) notAscii.push(piece.trim())
    else if (directives.has(key)) repeated.push(key)
    else if (from === 'meta' && META_MAY_NOT.has(key)) notForMeta.push(key)
    else directives.set(key, { name: key, tokens, sources: tokens.map(parseSource) })
  }
  return {
    raw: serialized.trim(),
    from,
    disposition,
    directives: [...directives.values()],
    repeated,
    not_for_meta: notForMeta,
    not_ascii: notAscii,
    ignored,
  }
}

/** Open elements after which a page is made to hang parsers; browsers stop at 512. */
const MAX_DEPTH = 5_000
/** Characters handed to the parser between looks at the depth. */
const SLICE = 16_384

/** The start tags after which the tree builder is still in the head, or goes back into it (HTML section 13.2.6.4.4). */
const HEAD_TAGS = new Set(
  'html head base basefont bgsound link meta title noframes style script noscript template'.split(' '),
)
const TEXT_IN_HEAD = new Set(['title', 'script', 'style', 'noscript', 'noframes', 'template'])

/** `<meta http-equiv="Content-Security-Policy">`: each holds one policy, and counts only in the head. */
function metaPolicies(body: string): CspPolicy[] {
  const found: CspPolicy[] = []
  if (!/content-security-policy/i.test(body)) return found
  let inHead = true
  const open: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!HEAD_TAGS.has(name)) inHead = false
      open.push(name)
      const pragma = name === 'meta' ? attributes['http-equiv']?.toLowerCase() : undefined
      if (pragma !== 'content-security-policy' && pragma !== 'content-security-policy-report-only') return
      const counts = inHead && !open.includes('template') && !open.includes('noscript')
      const reportOnly = pragma !== 'content-security-policy'
      found.push(
        parsePolicy(attributes.content ?? '', 'meta', reportOnly ? 'report' : 'enforce', reportOnly || !counts),
      )
    },
    onclosetag: () => void open.pop(),
    ontext(text) {
      if (/\S/.test(text) && !TEXT_IN_HEAD.has(open.at(-1) ?? '')) inHead = false
    },
  })
  for (let from = 0; from < body.length && open.length < MAX_DEPTH; from += SLICE)
    parser.write(body.slice(from, from + SLICE))
  parser.end()
  return found
}

export default defineDerivation({
  name: 'csp',
  needs: ['page'],
  derive: ({ page }) => parseCsp(page.headers, page.body),
})
