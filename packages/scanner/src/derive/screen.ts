import { Needles } from './needles.ts'
import { requiredTexts } from './required-texts.ts'

/** All screens look for their texts together, so that a page is read once however many patterns there are. */
const texts = new Set<string>()
let needles: Needles | null = null
/** What was found in the texts that were looked through last: the page as it came, and what is seen of it. */
const REMEMBERED = 2
let last: { text: string; found: ReadonlySet<string> }[] = []

/**
 * Many patterns that are asked about one text. Nearly all pages match none of nearly all patterns, and for most patterns
 * some text can be told that must be there: so a page is looked through once for all of those, and only patterns whose text is
 * there are tried.
 */
export class Screen<T> {
  readonly #items: readonly T[]
  readonly #patternsOf: (item: T) => readonly RegExp[]
  #places: { always: readonly number[]; byText: ReadonlyMap<string, readonly number[]> } | null = null

  constructor(items: readonly T[], patternsOf: (item: T) => readonly RegExp[]) {
    this.#items = items
    this.#patternsOf = patternsOf
  }

  /** The items of which a pattern may match `text`, in order. The others' patterns cannot. */
  of(text: string): T[] {
    this.#places ??= this.#prepare()
    const { always, byText } = this.#places
    const chosen = new Set(always)
    for (const one of textsIn(text)) for (const place of byText.get(one) ?? []) chosen.add(place)
    return [...chosen].sort((a, b) => a - b).map((place) => this.#items[place]!)
  }

  /** At the first use: reading some thousand patterns takes a while, and not every scan needs all of them. */
  #prepare() {
    const always: number[] = []
    const byText = new Map<string, number[]>()
    for (const [place, item] of this.#items.entries()) {
      const required = this.#patternsOf(item).map(requiredTexts)
      if (required.includes(null)) {
        always.push(place)
        continue
      }
      for (const text of required.flatMap((one) => one ?? [])) {
        byText.set(text, [...(byText.get(text) ?? []), place])
        texts.add(text)
      }
    }
    needles = null
    last = []
    return { always, byText }
  }
}

function textsIn(text: string): ReadonlySet<string> {
  const known = last.find((one) => one.text === text)
  if (known) return known.found
  needles ??= new Needles([...texts])
  const found = needles.in(text)
  last = [{ text, found }, ...last.slice(0, REMEMBERED - 1)]
  return found
}
