import { ERROR_SIGNATURES, type ErrorSignature } from '../../data/error-signatures.ts'
import type { Exchange } from '../net/exchange.ts'
import { isHtml } from './html.ts'
import { proseOf } from './prose.ts'
import { Screen } from './screen.ts'

export interface ErrorLeak {
  product: string
  kind: ErrorSignature['kind']
  /** The beginning of what matched. */
  seen: string
  /** False when the page was a success, so that the message may be somebody's quotation. */
  sure: boolean
}

const MAX_SEEN = 300 // characters
const SCREEN = new Screen(ERROR_SIGNATURES, ({ pattern }) => [pattern])

/** The messages of runtimes, frameworks and databases in an answer, one for each product and kind. */
export function findErrorLeaks({ response }: Exchange): ErrorLeak[] {
  const html = isHtml(response)
  const failed = response.status >= 400
  // a page about errors quotes them in code; a page that failed shows its own
  const text = failed ? response.body : html ? null : ''
  let prose: string | null = text
  const found = new Map<string, ErrorLeak>()
  for (const { product, kind, form, pattern } of SCREEN.of(response.body)) {
    const key = `${product} ${kind}`
    if (found.has(key) || (form === 'markup' && !html)) continue
    let match = pattern.exec(response.body)
    if (!match) continue
    if (form === 'text') {
      prose ??= proseOf(response.body)
      match = pattern.exec(prose)
    }
    if (match) found.set(key, { product, kind, seen: match[0].slice(0, MAX_SEEN), sure: form === 'markup' || failed })
  }
  return [...found.values()]
}
