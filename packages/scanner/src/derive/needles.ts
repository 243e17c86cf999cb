/** Characters other than those of any needle: whatever was begun ends there. */
const OTHER = 0

/**
 * Finds which of many texts occur in another one, whatever the case of their ASCII letters, in one pass that looks at each
 * character once (Aho and Corasick, "Efficient string matching", 1975): however many needles there are, and whatever the
 * text was made to be.
 */
export class Needles {
  /** For each UTF-16 code unit its column in the table. */
  readonly #columns = new Uint8Array(65_536)
  readonly #width: number
  /** Row × column → the row to go on with, as its offset in this table; negative where needles end there. */
  readonly #next: Int32Array
  /** The needles that end where a row begins. */
  readonly #ends = new Map<number, readonly string[]>()

  constructor(needles: readonly string[]) {
    const texts = Map.groupBy(new Set(needles), lower)
    if (texts.has('')) throw new Error('an empty text is in every other one')
    this.#width = this.#nameColumns(texts.keys())
    const rows = 1 + [...texts.keys()].reduce((sum, text) => sum + text.length, 0)
    this.#next = new Int32Array(rows * this.#width)
    this.#plant(texts)
    this.#link()
    for (const [cell, row] of this.#next.entries()) if (this.#ends.has(row)) this.#next[cell] = -row
  }

  /** The needles that occur in `text`, as they were given: of those that differ in case only, all. */
  in(text: string): Set<string> {
    const found = new Set<string>()
    const [columns, next, ends] = [this.#columns, this.#next, this.#ends]
    for (let at = 0, state = 0; at < text.length; at++) {
      state = next[state + columns[text.charCodeAt(at)]!]!
      if (state >= 0) continue
      state = -state
      for (const needle of ends.get(state)!) found.add(needle)
    }
    return found
  }

  #nameColumns(texts: Iterable<string>): number {
    let width = OTHER + 1
    for (const text of texts)
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at)
        if (this.#columns[code] !== OTHER) continue
        if (width > 255) throw new Error('more than 255 different characters')
        this.#columns[code] = width
        if (code >= 0x61 && code <= 0x7a) this.#columns[code - 0x20] = width
        width++
      }
    return width
  }

  /** Makes the tree of all needles. */
  #plant(texts: ReadonlyMap<string, readonly string[]>): void {
    let used = 1
    for (const [text, spelled] of texts) {
      let state = 0
      for (let at = 0; at < text.length; at++) {
        const cell = state + this.#columns[text.charCodeAt(at)]!
        if (this.#next[cell] === 0) this.#next[cell] = used++ * this.#width
        state = this.#next[cell]!
      }
      this.#ends.set(state, spelled)
    }
  }

  /** Fills in, breadth first, where to go on when the text leaves the tree, and which needles end inside of others. */
  #link(): void {
    const width = this.#width
    const fallback = new Int32Array(this.#next.length / width)
    const queue: number[] = [0]
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head]!
      const back = fallback[state / width]!
      for (let column = 0; column < width; column++) {
        const child = this.#next[state + column]!
        const otherwise = state === 0 ? 0 : this.#next[back + column]!
        if (child === 0) {
          this.#next[state + column] = otherwise
          continue
        }
        queue.push(child)
        fallback[child / width] = otherwise
        const inside = this.#ends.get(otherwise)
        if (inside) this.#ends.set(child, [...(this.#ends.get(child) ?? []), ...inside])
      }
    }
  }
}

/** ASCII letters only: what `toLowerCase` makes of others may be longer, or an ASCII letter. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
