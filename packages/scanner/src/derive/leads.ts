import { defineDerivation } from '../source.ts'

/** Where a page leads a crawler: absolute URLs in document order, each once. */
export interface Leads {
  /** Script files that the page loads. */
  scripts: readonly string[]
}

export default defineDerivation({
  name: 'leads',
  needs: ['html'],
  derive: ({ html }): Leads => ({
    scripts: unique(html.scripts.map(({ url }) => url)),
  }),
})

function unique(urls: readonly (string | null)[]): string[] {
  return [...new Set(urls.filter((url) => url !== null && /^https?:/.test(url)))] as string[]
}
