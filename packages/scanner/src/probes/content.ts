import { createHash } from 'node:crypto'
import { isHtml, parseHtml } from '../derive/html.ts'
import { goodPage, type Probed, type ProbeOptions, probe } from './probe.ts'

const SHINGLE = 3 // words that are compared together, so that their order counts
/** Numbers kept of a page: with 256 of them the similarity is right to within some 6 percent (standard error √(s(1−s)/256)). */
const SKETCH = 256
const MOST_WORDS = 50_000

export interface ContentReading {
  url: string
  status: number
  title: string | null
  /** Of the visible words, digits aside: a clock or a counter changes nothing. SHA-256 in hex. */
  digest: string
  words: number
  /** The lowest hashes of all groups of three words (a bottom-k sketch), by which two pages are compared without their text. */
  sketch: number[]
}

/** What visitors read on the start page, in a form that can be compared. */
export function probeContent(options: ProbeOptions): Promise<Probed<ContentReading>> {
  return probe(options, async (net, target) => {
    const { last } = await goodPage(net, target)
    const { headers, body, status } = last.response
    const url = last.request.url
    const html = isHtml({ headers, body }) ? parseHtml(body, url) : null
    const words = wordsOf(html ? html.text : body)
    return {
      url,
      status,
      title: html?.title?.slice(0, 500) ?? null,
      digest: createHash('sha256').update(words.join(' ')).digest('hex'),
      words: words.length,
      sketch: sketchOf(words),
    }
  })
}

/** How much of two pages is the same, from 0 to 1: the share of common groups of words, by their sketches. */
export function contentSimilarity(a: Pick<ContentReading, 'sketch'>, b: Pick<ContentReading, 'sketch'>): number {
  const [left, right] = [new Set(a.sketch), new Set(b.sketch)]
  const union = [...new Set([...a.sketch, ...b.sketch])].sort((x, y) => x - y).slice(0, SKETCH)
  if (union.length === 0) return 1
  return union.filter((hash) => left.has(hash) && right.has(hash)).length / union.length
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).slice(0, MOST_WORDS)
}

function sketchOf(words: readonly string[]): number[] {
  const hashes = new Set<number>()
  const last = Math.max(0, words.length - SHINGLE)
  if (words.length === 0) return []
  for (let at = 0; at <= last; at++) hashes.add(fnv1a(words.slice(at, at + SHINGLE).join(' ')))
  return [...hashes].sort((x, y) => x - y).slice(0, SKETCH)
}

/** FNV-1a, 32 bits, with a final mixing so that the lowest hashes are a fair sample. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
