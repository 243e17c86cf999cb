/** Tries at once that an endpoint gets which nothing is known of, or which is slow: it fills its own share and no more. */
export const FIRST_SHARE = 4
const LARGEST_SHARE = 32
const QUICK = 1_000 // milliseconds to an answer
const MOST_KNOWN = 1_000

/** How many tries at once each endpoint gets: more for as long as it answers quickly, whatever it answers. */
export class Shares {
  readonly #larger = new Map<string, number>()

  of(id: string): number {
    return this.#larger.get(id) ?? FIRST_SHARE
  }

  /** Those with more than the first share. */
  known(): Iterable<string> {
    return this.#larger.keys()
  }

  /** An answer, or none, after so many milliseconds. */
  note(id: string, milliseconds: number): void {
    const share = this.of(id)
    this.#larger.delete(id)
    if (milliseconds > QUICK) return
    this.#larger.set(id, Math.min(LARGEST_SHARE, share + 1))
    // Those that were heard of longest ago begin anew.
    const [oldest] = this.#larger.keys()
    if (this.#larger.size > MOST_KNOWN) this.#larger.delete(oldest!)
  }
}
