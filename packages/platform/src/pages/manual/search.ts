/** A place that a search can lead to. */
export interface Place {
  href: string
  /** The page's title. */
  page: string
  /** The heading's, or the page's once more. */
  heading: string
  text: string
  /** What its score is multiplied by: 1 unless told. */
  weight?: number
}

export interface Found extends Place {
  /** Some of the text around the first word that was found, as pieces: every second one is such a word. */
  excerpt: string[]
}

const MOST = 30 // results
const AROUND = 90 // characters of text before and after
const LONGEST = 200 // characters of what is asked for

/** In the page's title, in the heading, in the text; each further time in the text counts for less. */
const WEIGHTS = { page: 6, heading: 10, text: 1 }

/** The places that have every word, the most telling first; words may be beginnings and parts of words. */
export function search(places: readonly Place[], query: string): Found[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  return places
    .map((place) => ({ place, score: (place.weight ?? 1) * scoreOf(place, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ place }) => ({ ...place, excerpt: excerptOf(place.text, words) }))
}

function wordsOf(query: string): string[] {
  const found =
    query
      .slice(0, LONGEST)
      .toLowerCase()
      .match(/[\p{L}\p{N}_./-]+/gu) ?? []
  const words = found.map((word) => word.replaceAll(/^[.-]+|[.-]+$/g, ''))
  return [...new Set(words)].filter((word) => /[\p{L}\p{N}]/u.test(word))
}

function scoreOf({ page, heading, text }: Place, words: readonly string[]): number {
  const [inPage, inHeading, inText] = [page.toLowerCase(), heading.toLowerCase(), text.toLowerCase()]
  let sum = 0
  for (const word of words) {
    const times = inText.split(word).length - 1
    const score =
      (inPage.includes(word) ? WEIGHTS.page : 0) +
      (inHeading.includes(word) ? WEIGHTS.heading : 0) +
      WEIGHTS.text * Math.log2(1 + times)
    if (score === 0) return 0
    sum += score
  }
  return sum
}

function excerptOf(text: string, words: readonly string[]): string[] {
  const pattern = new RegExp(`(${words.map((word) => word.replaceAll('.', '\\.')).join('|')})`, 'giu')
  const at = text.search(pattern)
  const begin = at <= AROUND ? 0 : text.indexOf(' ', at - AROUND) + 1
  const end = Math.max(at, 0) + 2 * AROUND
  const cut = end >= text.length ? text.slice(begin) : `${text.slice(begin, end).replace(/\s\S*$/, '')} …`
  return `${begin > 0 ? '… ' : ''}${cut}`.split(pattern)
}
