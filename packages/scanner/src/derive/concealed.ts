import { Parser } from 'htmlparser2'
import { defineDerivation } from '../source.ts'

/** How an element is kept from the eye. */
export type Concealment = 'not_displayed' | 'off_screen' | 'tiny' | 'invisible'

/** What a page holds and does not show, and what stands outside of its document. */
export interface Concealed {
  links: readonly { url: string; text: string; how: Concealment }[]
  frames: readonly {
    url: string
    /** Null for a frame that can be seen. */
    how: Concealment | null
    /** Before the document began, after it ended, or where frames belong. */
    place: 'before' | 'inside' | 'after'
    noscript: boolean
  }[]
  /** Script files named before the document began, or after it ended. */
  outside_scripts: readonly { url: string; place: 'before' | 'after' }[]
}

const FAR = -150 // pixels left of or above the window: nothing of it is seen
const SMALL = 2 // pixels
const MAX_TEXT = 200 // characters of a link
const MAX_EACH = 2_000
const MAX_DEPTH = 5_000
const SLICE = 16_384
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** Without one of these nothing is concealed; reading a page a second time is not cheap. */
const WORTH_READING =
  /<i?frame|<marquee|\.style\.(?:display|visibility)|style\s*=\s*["'][^"']{0,300}(?:display|visibility|opacity|absolute|fixed|text-indent|margin-left|overflow|font-size)|<\/html\s*>[\s\S]{0,5000}?<script/i

export function concealedIn(body: string, base: string): Concealed {
  const links: { url: string; text: string; how: Concealment }[] = []
  const frames: Concealed['frames'][number][] = []
  const outside_scripts: Concealed['outside_scripts'][number][] = []
  const { begins, ends } = documentBounds(body)
  const hiddenByScript = new Set(
    [
      ...body.matchAll(
        /getElementById\(\s*["']([\w-]{1,60})["']\s*\)\s*\.style\.(?:display|visibility)\s*=\s*["'](?:none|hidden)/g,
      ),
    ].map(([, id]) => id!),
  )
  const stack: (Concealment | null)[] = []
  let noscript = 0
  let link: { url: string; text: string; how: Concealment } | null = null

  const parser = new Parser({
    onopentag(name, attributes) {
      const how = stack.at(-1) ?? concealmentOf(name, attributes, hiddenByScript)
      const place = placeOf(parser.startIndex, begins, ends)
      if (name === 'noscript') noscript++
      const url = (value: string | undefined) =>
        value?.trim() ? (URL.parse(value.slice(0, 4_096), base)?.href ?? null) : null
      if ((name === 'iframe' || name === 'frame') && frames.length < MAX_EACH) {
        const src = url(attributes.src)
        if (src) frames.push({ url: src, how, place, noscript: noscript > 0 })
      }
      if (name === 'script' && place !== 'inside' && outside_scripts.length < MAX_EACH) {
        const src = url(attributes.src)
        if (src) outside_scripts.push({ url: src, place })
      }
      if (name === 'a' && how && links.length < MAX_EACH) {
        const href = url(attributes.href)
        link = href ? { url: href, text: '', how } : null
        if (link) links.push(link)
      }
      if (!VOID.has(name)) stack.push(how)
    },
    ontext(text) {
      if (link && link.text.length < MAX_TEXT) link.text += text.slice(0, MAX_TEXT)
    },
    onclosetag(name) {
      if (!VOID.has(name)) stack.pop()
      if (name === 'noscript') noscript = Math.max(0, noscript - 1)
      if (name === 'a') link = null
    },
  })
  for (let from = 0; from < body.length && stack.length < MAX_DEPTH; from += SLICE)
    parser.write(body.slice(from, from + SLICE))
  parser.end()
  return { links, frames, outside_scripts }
}

/** Where the document begins and ends in the text; the whole text where it says neither. */
function documentBounds(body: string): { begins: number; ends: number } {
  const first = body.slice(0, 100_000).search(/<!doctype\b|<html\b/i)
  const last = body.toLowerCase().lastIndexOf('</html')
  return { begins: Math.max(0, first), ends: last < 0 ? body.length : last }
}

function placeOf(index: number, begins: number, ends: number): 'before' | 'inside' | 'after' {
  if (index < begins) return 'before'
  return index > ends ? 'after' : 'inside'
}

function concealmentOf(name: string, attributes: Record<string, string>, ids: ReadonlySet<string>): Concealment | null {
  if (attributes.id !== undefined && ids.has(attributes.id)) return 'not_displayed'
  const style = attributes.style ? declarationsOf(attributes.style) : null
  const frame = name === 'iframe' || name === 'frame' || name === 'marquee'
  const width = pixels(style?.get('width') ?? (frame ? attributes.width : undefined))
  const height = pixels(style?.get('height') ?? (frame ? attributes.height : undefined))
  if (style?.get('display') === 'none') return 'not_displayed'
  if (style?.get('visibility') === 'hidden' || Number.parseFloat(style?.get('opacity') ?? '1') === 0) return 'invisible'
  if (frame && attributes.hidden !== undefined) return 'not_displayed'
  const moved = /absolute|fixed/.test(style?.get('position') ?? '')
  const far = (['left', 'top', 'right'] as const).some((side) => (pixels(style?.get(side)) ?? 0) <= FAR)
  if (
    (moved && far) ||
    (pixels(style?.get('text-indent')) ?? 0) <= FAR ||
    (pixels(style?.get('margin-left')) ?? 0) <= 4 * FAR
  )
    return 'off_screen'
  const small = (size: number | null) => size !== null && size >= 0 && size <= SMALL
  if (frame && (small(width) || small(height))) return 'tiny'
  if (style?.get('overflow') === 'hidden' && (small(width) || small(height))) return 'tiny'
  return small(pixels(style?.get('font-size'))) ? 'tiny' : null
}

function declarationsOf(style: string): Map<string, string> {
  const declarations = new Map<string, string>()
  for (const piece of style.slice(0, 2_000).split(';')) {
    const colon = piece.indexOf(':')
    if (colon < 0) continue
    const value = piece.slice(colon + 1).replace(/!important/i, '')
    declarations.set(piece.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase())
  }
  return declarations
}

/** Pixels, or what comes to some: `em` counts ten, `%` of nothing is nothing. */
function pixels(value: string | undefined): number | null {
  const match = /^(-?\d*\.?\d+)\s*(px|em|rem|vw|vh|pt)?$/.exec(value?.trim() ?? '')
  if (!match) return null
  return Number(match[1]) * (match[2] && /em|v[wh]/.test(match[2]) ? 10 : 1)
}

/** Something with a tag stands before the document begins. */
function startsLate(body: string): boolean {
  return /<(?:script|i?frame)/i.test(body.slice(0, documentBounds(body).begins))
}

export default defineDerivation({
  name: 'concealed',
  needs: ['page', 'html'],
  derive: ({ page, html }): Concealed =>
    html.is_html && (WORTH_READING.test(page.body) || startsLate(page.body))
      ? concealedIn(page.body, html.base)
      : { links: [], frames: [], outside_scripts: [] },
})
