import type { Scope } from './evaluate.ts'
import type { Page, Script } from './evidence.ts'

const MOST = 200 // pages and scripts
const MOST_CHARACTERS = 16_000_000 // of all their bodies; beyond it, saved evidence is too big to be of use as a test

/** The pages and scripts of a scan that are saved with its evidence: the first ones, up to a size. */
export class Keepsake {
  readonly kept: { pages: Page[]; scripts: Script[]; left_out: number } = { pages: [], scripts: [], left_out: 0 }
  #characters = 0

  keep(scope: Scope, value: Page | Script): void {
    const { pages, scripts } = this.kept
    if (pages.length + scripts.length >= MOST || this.#characters + value.body.length > MOST_CHARACTERS) {
      this.kept.left_out++
      return
    }
    this.#characters += value.body.length
    if (scope === 'page') pages.push(value as Page)
    else scripts.push(value as Script)
  }
}
