import type { Ecosystem } from '../../src/derive/version-order.ts'

/**
 * How a piece of software shows itself. The first group of a pattern that matched is the version; several groups are
 * joined by dots. Facts that we collected from what the software sends: its own source, its documentation (`site`).
 */
export interface Technology {
  /** Stable: goes into fingerprints. Lower case, words joined by dashes. */
  key: string
  name: string
  category: Category
  /** Where it is told what it is. */
  site: string
  vendor?: string
  /** What it is called where vulnerabilities are listed. */
  packages?: readonly { ecosystem: Ecosystem; name: string }[]
  /** What it is called at endoflife.date. */
  endoflife?: string
  /** Keys of what it cannot be without. */
  implies?: readonly string[]
  /** By field name in lower case; a value that matches. `true`: the field alone tells. */
  headers?: Readonly<Record<string, RegExp | true>>
  /** Names of cookies. */
  cookies?: readonly RegExp[]
  /** By name of the `<meta>` in lower case. */
  metas?: Readonly<Record<string, RegExp>>
  /** Addresses of scripts, absolute. */
  scripts?: readonly RegExp[]
  /** Addresses of style sheets, images, frames and other links, absolute. */
  assets?: readonly RegExp[]
  /** The page's HTML. */
  html?: readonly RegExp[]
  /** A script's text, own file or inline: what must be in it for the pattern to be tried, which makes a miss cheap. */
  code?: readonly { has: string; pattern: RegExp }[]
  /** Names under `/npm/`, `/ajax/libs/` and the like of public CDNs, beyond its npm name. */
  cdn?: readonly string[]
}

export type Category =
  | 'web-server'
  | 'operating-system'
  | 'language'
  | 'framework'
  | 'cms'
  | 'shop'
  | 'plugin'
  | 'theme'
  | 'javascript-library'
  | 'javascript-framework'
  | 'cdn'
  | 'waf'
  | 'hosting'
  | 'cache'
  | 'analytics'
  | 'application'
  | 'security'
