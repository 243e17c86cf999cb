import type { Exchange } from '../net/exchange.ts'

const MOST_WORDS = 2_000 // of each body: enough to tell two pages apart
const ALIKE = 0.9 // share of words that two copies of one page have in common, whatever path or number they mention

/** Whether two answers are one page: the same words, except for what names the path that was asked for. */
export function sameAnswer(one: Exchange, other: Exchange): boolean {
  const a = words(one)
  const b = words(other)
  if (a.length === 0 || b.length === 0) return a.length === b.length && one.response.body === other.response.body
  if (Math.min(a.length, b.length) / Math.max(a.length, b.length) < ALIKE) return false
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    counts.set(word, left - 1)
    shared++
  }
  return (2 * shared) / (a.length + b.length) >= ALIKE
}

/** The body's words without the asked path, and without what changes from one answer to the next: numbers and random text. */
function words({ request, response }: Exchange): string[] {
  const { pathname } = new URL(request.url)
  const named = [pathname, pathname.slice(1), decoded(pathname)].filter((name) => name.length > 1)
  const rest = named.reduce((text, name) => text.replaceAll(name, ' '), response.body)
  return rest.match(/(?<![\w-])[A-Za-z\u0080-\uFFFF]{2,40}(?![\w-])/g)?.slice(0, MOST_WORDS) ?? []
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
