import type { Place } from '../check.ts'
import type { ExposureEvidence } from '../evidence.ts'
import type { Exchange } from '../net/exchange.ts'
import { defineDerivation } from '../source.ts'
import { sameAnswer } from './same-answer.ts'

/** A probed path that the site serves, as far as the answer alone can tell. What it is, its content must prove. */
export interface FoundFile {
  /** As probed, from the root. */
  path: string
  /** The content is an HTML page, whatever its Content-Type says. */
  is_html: boolean
  exchange: Exchange
  /** The answer for a name beside it that cannot exist: what holds for it as well proves nothing. */
  control: Exchange | null
  /** The same answer, also where it was no success. */
  beside: Exchange | null
}

/** How the answer to one kind of path proves what is served there. */
export interface Proof<O extends string> {
  outcome: O
  /** Which probed paths it speaks about. */
  paths: RegExp
  /** Whether a file of this kind is an HTML page. Default `text`: a page in its place is some error page. */
  form?: 'text' | 'html' | 'any'
  /** All must match; what the first one matched is quoted. A function returns what to quote, or null. */
  proof: RegExp | readonly RegExp[] | ((body: string, exchange: Exchange) => string | null)
}

const HTML =
  /^\uFEFF?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|(?:html|head|body|title|meta|link|style|script|div|h1|p|br|b|center|table|main|font)[\s/>])/i
/** So many kinds of files, and all with one content: that is a page that answers for everything. */
const CATCH_ALL = 3

/** The probes that truly exist: a success, unlike the answer for what cannot exist, unlike the answers for all else. */
export function foundFiles({ soft_404, probes }: ExposureEvidence): FoundFile[] {
  const there = probes.filter(
    ({ exchange, control, start }) =>
      (start && isSuccess(exchange)) ||
      (isSuccess(exchange) &&
        exchange.response.status !== 206 &&
        exchange.response.body !== '' &&
        !sameAnswer(exchange, soft_404) &&
        !(control && isSuccess(control) && sameAnswer(exchange, control))),
  )
  const kinds = new Map<string, Set<string>>()
  for (const { path, exchange, start } of there) {
    if (start) continue
    const of = kinds.get(exchange.response.body) ?? new Set()
    kinds.set(exchange.response.body, of.add(kindOf(path)))
  }
  return there
    .filter(({ exchange, start }) => start || kinds.get(exchange.response.body)!.size < CATCH_ALL)
    .map(({ path, exchange, control = null }) => ({
      path,
      is_html: isHtmlBody(exchange),
      exchange,
      control: control && isSuccess(control) ? control : null,
      beside: control,
    }))
}

function isSuccess({ response }: Exchange): boolean {
  return response.status >= 200 && response.status < 300
}

function isHtmlBody({ response }: Exchange): boolean {
  return HTML.test(response.body)
}

/** Copies such as `/.env.bak` and `/.env.old` are one kind. */
function kindOf(path: string): string {
  return path
    .replace(/\?.*$/, '')
    .replace(/(?:\.(?:bak|old|orig|save|swp|local|production|development|staging|backup)|~)+$/, '')
}

/** What the proofs show, in order: for each file the first that holds, unless it holds for its control as well. */
export function proven<const O extends string>(
  found: readonly FoundFile[],
  proofs: readonly Proof<O>[],
): { outcome: O; place: Place; seen: string }[] {
  return found.flatMap((file) => {
    const { path, is_html, exchange, control } = file
    for (const { outcome, paths, form = 'text', proof } of proofs) {
      if (!paths.test(path) || (form !== 'any' && (form === 'html') !== is_html)) continue
      const seen = prove(proof, exchange)
      if (seen === null) continue
      return control !== null && prove(proof, control) !== null ? [] : [{ outcome, place: placeOf(file), seen }]
    }
    return []
  })
}

/** Where a file was found, with the answer that shows the difference. */
export function placeOf({ exchange, beside }: FoundFile, parameter?: string): Place {
  const { url, method } = exchange.request
  return { url, method, exchange, ...(parameter && { parameter }), ...(beside && { control: beside }) }
}

function prove(proof: Proof<string>['proof'], exchange: Exchange): string | null {
  const { body } = exchange.response
  if (typeof proof === 'function') return proof(body, exchange)
  const [first, ...others] = [proof].flat() as RegExp[]
  const match = first!.exec(body)
  return match && others.every((pattern) => pattern.test(body)) ? match[0] : null
}

/** The JSON value of a whole body, or null. */
export function jsonOf(body: string): unknown {
  if (!/^\s*[[{]/.test(body)) return null
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** The members of a body that is a JSON object, else null. */
export function jsonMembers(body: string): Record<string, unknown> | null {
  const value = jsonOf(body)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

export default defineDerivation({
  name: 'found_files',
  needs: ['exposures'],
  derive: ({ exposures }) => foundFiles(exposures),
})
