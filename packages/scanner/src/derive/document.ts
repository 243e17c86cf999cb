import type { Page } from '../evidence.ts'
import { headerValues } from '../net/exchange.ts'

const DOCUMENT_TYPES = new Set(['text/html', 'application/xhtml+xml'])

/** The page's media type without parameters, lower case; empty when it names none. */
export function mediaType(page: Pick<Page, 'headers'>): string {
  return (headerValues(page.headers, 'content-type').at(-1) ?? '').split(';')[0]!.trim().toLowerCase()
}

/** Whether a browser renders the page as HTML. Without a type it sniffs, and a leading tag decides (MIME Sniffing 7.1). */
export function isDocument(page: Pick<Page, 'headers' | 'body'>): boolean {
  const type = mediaType(page)
  return type === ''
    ? /^\s*<(?:!doctype html|html|head|body|script|title|!--)/i.test(page.body)
    : DOCUMENT_TYPES.has(type)
}
