const USES_BEFORE_NAMING = 3
const MOST_NAMES = 300 // a prepared statement costs each connection some kB; lists of varying length would never end
const MOST_COUNTED = 2_000

/** Names the statements that are run often, so that connections prepare them once and skip parsing from then on. */
export class StatementNames {
  readonly #names = new Map<string, string>()
  readonly #uses = new Map<string, number>()

  /** The name to prepare `text` under, or undefined while it is not worth it. */
  of(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name || this.#names.size >= MOST_NAMES) return name
    const uses = (this.#uses.get(text) ?? 0) + 1
    if (uses < USES_BEFORE_NAMING) {
      if (this.#uses.size >= MOST_COUNTED) this.#uses.clear()
      this.#uses.set(text, uses)
      return undefined
    }
    this.#uses.delete(text)
    const given = `lasthash_${this.#names.size + 1}`
    this.#names.set(text, given)
    return given
  }
}
