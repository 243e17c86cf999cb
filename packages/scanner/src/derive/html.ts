import type { Page } from '../evidence.ts'
import { headerValues } from '../net/exchange.ts'
import { defineDerivation } from '../source.ts'
import { readElements } from './html-elements.ts'
import { mediaType } from './media-type.ts'

/**
 * A page's HTML as checks ask about it: every list in document order, URLs absolute, contents of `<template>` left out.
 * All lists are empty when the response is no HTML, so that a script or a JSON answer is never judged as a page.
 */
export interface Html {
  /** The response is HTML by its Content-Type, or by its first bytes where it has none. */
  is_html: boolean
  /** What relative URLs are resolved against: the first `<base href>`, or the page's own address. */
  base: string
  title: string | null
  scripts: readonly HtmlScript[]
  /** Every `<link>` with a href. */
  links: readonly HtmlLink[]
  /** Those links whose rel has `stylesheet`. */
  stylesheets: readonly HtmlLink[]
  /** `<style>` elements. */
  styles: readonly { nonce: string | null; inline: string }[]
  images: readonly HtmlImage[]
  /** `<audio>`, `<video>` (with poster), `<source>`, `<track>`, `<embed>`, `<object>`. */
  media: readonly { element: string; url: string }[]
  iframes: readonly HtmlFrame[]
  forms: readonly HtmlForm[]
  /** Every control of the page, also those that belong to no form. */
  inputs: readonly HtmlInput[]
  /** `<a>` and `<area>` with a href. */
  anchors: readonly HtmlAnchor[]
  metas: readonly HtmlMeta[]
  comments: readonly string[]
  inlineHandlers: readonly { element: string; name: string; code: string }[]
  /** The character data outside scripts, styles and templates; white space collapsed. */
  text: string
  /** As much of it as stands outside code and quotations, as written: a message there is the page's own and no example. */
  prose: string
  /** True when a limit cut the reading short. */
  truncated: boolean
}

export interface HtmlScript {
  /** The attribute as written; null for an inline script. */
  src: string | null
  /** Null for an inline script, and for a src that is no URL. */
  url: string | null
  integrity: string | null
  /** Null when absent; `anonymous` also for the bare attribute and unknown values. */
  crossorigin: 'anonymous' | 'use-credentials' | null
  /** Lower case, trimmed; null when absent. */
  type: string | null
  nonce: string | null
  /** The text between the tags; empty when there is a src, which makes browsers ignore it. */
  inline: string
}
export interface HtmlLink {
  /** Lower-case tokens. */
  rel: readonly string[]
  href: string
  url: string | null
  integrity: string | null
  crossorigin: HtmlScript['crossorigin']
  as: string | null
  type: string | null
}
export interface HtmlImage {
  url: string
  /** True when the URL is one of a srcset: browsers do not upgrade those (Mixed Content section 3.1). */
  srcset: boolean
}
export interface HtmlFrame {
  element: 'iframe' | 'frame'
  src: string | null
  url: string | null
  /** Lower-case tokens; null when the attribute is absent. */
  sandbox: readonly string[] | null
}
export interface HtmlForm {
  /** The attribute as written; null when absent, and the form then goes to the page itself. */
  action: string | null
  /** Null when the action is no URL. */
  url: string | null
  method: 'get' | 'post' | 'dialog'
  id: string | null
  inputs: readonly HtmlInput[]
}
export interface HtmlInput {
  /** `input`, `button`, `select` or `textarea`. */
  element: string
  name: string | null
  /** Lower case; `text` for an input without type, the element's name for select and textarea. */
  type: string
  autocomplete: string | null
  value: string | null
  /** Where this button sends the form instead. */
  formaction: string | null
}
export interface HtmlAnchor {
  href: string
  url: string | null
  target: string | null
  /** Lower-case tokens. */
  rel: readonly string[]
  /** At most 200 characters, white space collapsed. */
  text: string
}
export interface HtmlMeta {
  name: string | null
  /** Lower case. */
  httpEquiv: string | null
  content: string | null
  charset: string | null
}

/** How an HTML page begins, by the patterns of MIME Sniffing section 7.1; white space and a byte order mark may come first. */
export const HTML_START =
  /^\uFEFF?[\t\n\f\r ]*<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|!--)(?=[ >]|$|--)/i

/** Whether a browser would show this response as HTML. The last Content-Type field decides (Fetch section 3.6). */
export function isHtml(page: Pick<Page, 'headers' | 'body'>): boolean {
  const type = mediaType(headerValues(page.headers, 'content-type').at(-1))
  if (type) return type.essence === 'text/html' || type.essence === 'application/xhtml+xml'
  return HTML_START.test(page.body)
}

/** Parses `body` as the HTML of `url`. Never throws. */
export function parseHtml(body: string, url: string): Html {
  return { is_html: true, ...readElements(body, url) }
}

export default defineDerivation({
  name: 'html',
  needs: ['page'],
  derive: ({ page }) =>
    isHtml(page) ? parseHtml(page.body, page.url) : { ...parseHtml('', page.url), is_html: false },
})
