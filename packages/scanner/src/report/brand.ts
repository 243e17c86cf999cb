import { createHash } from 'node:crypto'
import { STYLE } from './html-style.ts'

/** Whose report it is. What is not set is as LastHash has it. */
export interface Brand {
  name?: string | null
  /** A `data:` address of an image. */
  logo?: string | null
  /** `#rrggbb`, of the band at the top; its text is white. */
  primary?: string | null
  /** Stands at the end of each report. */
  footer?: string | null
}

/** The page's whole style sheet: ours, and over it the brand's colour, and its name on paper. */
export function styleOf({ name, primary }: Brand): string {
  const colors = primary
    ? `:root, :root[lang] { --band: ${hexColor(primary)}; --band-soft: #fff; }\n.gauge .track { stroke: #0004; } .gauge .ticks { stroke: #fff9; } .gauge .of { fill: #fff; }\n`
    : ''
  const paper = name ? `@page { @bottom-left { content: ${cssString(name)}; } }\n` : ''
  return STYLE + colors + paper
}

/**
 * For the Content-Security-Policy header of whoever serves the page: nothing but its own style sheet, and a logo that stands
 * in the page itself.
 */
export function reportPolicy(brand: Brand = {}): string {
  const hash = createHash('sha256').update(styleOf(brand)).digest('base64')
  const images = brand.logo ? ' img-src data:;' : ''
  return `default-src 'none';${images} style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}

/** Throws when it is no colour of that form: it goes into a style sheet. */
function hexColor(text: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw new TypeError(`“${text}” is not of the form #rrggbb.`)
  return text
}

/** A string of CSS (CSS Syntax section 4.3.7): whatever is not a plain letter, digit or space is escaped. */
function cssString(text: string): string {
  return `"${text.replace(/[^A-Za-z0-9 ]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`
}
