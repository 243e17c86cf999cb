import { parameterNames, segmentKind } from './address.ts'

/** Names in one folder that still count as names; after that they are values, such as the slugs of a blog. */
const MOST_NAMES = 40
/** Combinations of parameters on one path: faceted lists have thousands. */
const MOST_COMBINATIONS = 12
const MOST_SHAPES = 5_000
const OTHER = '<other>'

interface Shape {
  /** Pages seen, by how they are built. */
  builds: Map<string, number>
  pages: number
}

/**
 * Tells near-duplicates apart by the shape of their addresses (`/item/<number>?page`) and by how their pages are built.
 * A shape is exhausted when enough of its pages have been found to be built the same: what is left of it is a sample of
 * what was seen, be it a shop's thousandth article or a calendar's next year.
 */
export class Shapes {
  readonly #samples: number
  readonly #shapes = new Map<string, Shape>()
  readonly #names = new Map<string, Set<string>>()

  /** `samples`: how many pages of one shape, built alike, are enough. */
  constructor(samples: number) {
    this.#samples = samples
  }

  /** The shape of an address. Remembers its names, so it must be asked of each address once. */
  of(url: string): string {
    const { pathname } = new URL(url)
    let shape = ''
    for (const segment of pathname.split('/').slice(1)) {
      shape += `/${this.#named(shape, segmentKind(segment), MOST_NAMES)}`
    }
    const names = parameterNames(url).sort().join('&')
    return names === '' ? shape : `${shape}?${this.#named(`${shape}?`, names, MOST_COMBINATIONS)}`
  }

  /** Whether one more page of this shape would tell nothing new. */
  isExhausted(shape: string): boolean {
    const known = this.#shapes.get(shape)
    if (!known || known.pages < this.#samples) return false
    return Math.max(...known.builds.values()) >= this.#samples || known.builds.size >= 10 * this.#samples
  }

  /** Takes note of a page; `build` says how it is built. */
  saw(shape: string, build: string): void {
    let known = this.#shapes.get(shape)
    if (!known) {
      if (this.#shapes.size >= MOST_SHAPES) return
      known = { builds: new Map(), pages: 0 }
      this.#shapes.set(shape, known)
    }
    known.pages++
    if (known.builds.has(build) || known.builds.size < 10 * this.#samples) {
      known.builds.set(build, (known.builds.get(build) ?? 0) + 1)
    }
  }

  #named(folder: string, name: string, most: number): string {
    let names = this.#names.get(folder)
    if (!names) {
      if (this.#names.size >= MOST_SHAPES) return OTHER
      names = new Set()
      this.#names.set(folder, names)
    }
    if (names.has(name)) return name
    if (names.size >= most) return OTHER
    names.add(name)
    return name
  }
}
