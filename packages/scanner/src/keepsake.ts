import type { Scope } from './evaluate.ts'
import type { BrowserPage, Page, Script } from './evidence.ts'

const MOST = 200 // pages and scripts
const MOST_CHARACTERS = 16_000_000 // of all their bodies; beyond it, saved evidence is too big to be of use as a test

/** The pages and scripts of a scan that are saved with its evidence: the first ones, up to a size. */
export class Keepsake {
  readonly kept: { pages: Page[]; scripts: Script[]; shown: BrowserPage[]; left_out: number } = {
    pages: [],
    scripts: [],
    shown: [],
    left_out: 0,
  }
  #characters = 0

  keep(scope: Scope, value: Page | Script | BrowserPage): void {
    const { pages, scripts, shown } = this.kept
    const size = 'body' in value ? value.body.length : value.html.length + value.exchange.response.body.length
    if (pages.length + scripts.length + shown.length >= MOST || this.#characters + size > MOST_CHARACTERS) {
      this.kept.left_out++
      return
    }
    this.#characters += size
    if (scope === 'page') pages.push(value as Page)
    else if (scope === 'script') scripts.push(value as Script)
    else shown.push(value as BrowserPage)
  }
}
