import type { Brand } from '@lasthash/scanner/report/brand'
import type { Chart } from './chart.ts'
import type { Kind, Language } from './data.ts'

/** What a colour means. On black-and-white paper nothing hangs on it: each stands beside a word. */
export type Tone = 'critical' | 'high' | 'medium' | 'low' | 'info' | 'good' | 'bad' | 'neutral'

/** A piece of text in one manner. Whatever it holds is text: it is escaped where it is written. */
export interface Run {
  text: string
  bold?: boolean
  /** As it was sent or has to be typed: in a fixed-width face, never translated, always from left to right. */
  code?: boolean
  /** Fainter than what is around it. */
  soft?: boolean
  tone?: Tone
  /** An address of the web; anything else is shown and leads nowhere. */
  href?: string
  /** The `id` of a block in the same report. */
  to?: string
}
export type Inline = string | Run | readonly (string | Run)[]

export interface Column {
  name: string
  /** Its part of the width; columns share by it. */
  share: number
  align?: 'start' | 'end'
}
export interface Cell {
  text: Inline
  /** A second, fainter line. */
  note?: Inline
  /** Cut off after so many lines, with an ellipsis. */
  most?: number
  /** The same of the note; without it as many as of the text. */
  mostNote?: number
}

/**
 * What reports are made of, whether they become paper or a page: PDF and HTML are made of the same blocks, and each knows how
 * to break them. A long report is an iterable of them.
 */
export type Block =
  | { block: 'heading'; level: 1 | 2 | 3; text: Inline; id?: string; tone?: Tone; aside?: string; contents?: boolean }
  /** `keep`: it stays on the page of what follows. */
  | { block: 'paragraph'; text: Inline; size?: 'lead' | 'body' | 'small'; most?: number; keep?: boolean }
  | { block: 'list'; items: readonly Inline[]; ordered?: boolean }
  /** Names and values; `columns` of them beside each other. */
  | { block: 'facts'; items: readonly { name: string; value: Inline }[]; columns?: 1 | 2 | 3 | 4 }
  /** Its caption is said to those who cannot see it. */
  | { block: 'table'; caption: string; columns: readonly Column[]; rows: readonly (readonly (Inline | Cell)[])[] }
  | { block: 'code'; text: string; caption?: string; most?: number }
  | { block: 'notice'; title?: string; text: Inline; tone?: Tone }
  | { block: 'tiles'; label: string; items: readonly { name: string; value: string; note?: string; tone?: Tone }[] }
  | { block: 'score'; score: number; grade: string; label: string; of: string; text: Inline; note?: Inline }
  | { block: 'chart'; chart: Chart; caption?: string }
  /** A frame of that tone around what belongs together. It may break over pages. */
  | { block: 'group'; id?: string; tone: Tone; blocks: readonly Block[] }
  /** Beside each other; never broken over pages, so only for what is short. */
  | { block: 'columns'; columns: readonly { share: number; blocks: readonly Block[] }[] }
  | { block: 'contents'; title: string }
  | { block: 'page' }

/** A report before it becomes a file. */
export interface Composition {
  kind: Kind
  language: Language
  brand: Brand
  /** Of the file, and at the top of each page. */
  title: string
  /** Above the title: which kind of report it is. */
  label: string
  subtitle: string
  /** RFC 3339. */
  generatedAt: string
  /** Names and values that stand under the title. */
  about: readonly { name: string; value: Inline }[]
  /** A page of its own for the title, or a band at the top of the first. */
  cover: 'page' | 'band'
  blocks: Iterable<Block> | AsyncIterable<Block>
}

/** Its text alone. */
export function plain(inline: Inline): string {
  return runsOf(inline)
    .map(({ text }) => text)
    .join('')
}

export function runsOf(inline: Inline): readonly Run[] {
  if (typeof inline === 'string') return [{ text: inline }]
  if (!isList(inline)) return [inline]
  return inline.map((run) => (typeof run === 'string' ? { text: run } : run))
}

export function cellOf(cell: Inline | Cell): Cell {
  return typeof cell === 'object' && !isList(cell) && isCell(cell) ? cell : { text: cell as Inline }
}

function isList(inline: Inline | Cell): inline is readonly (string | Run)[] {
  return Array.isArray(inline)
}

/** A run's text is a string; a cell with one could be either, and means the same. */
function isCell(cell: Exclude<Inline | Cell, string | readonly unknown[]>): cell is Cell {
  return typeof cell.text !== 'string' || 'note' in cell || 'most' in cell
}

/** How deep headings are for those who hear them: one below what they stand in, whatever size they are set in. */
export class Outline {
  readonly #above: number[] = []

  /** 1 for what stands in nothing. */
  depthOf(level: number): number {
    while (this.#above.length > 0 && this.#above.at(-1)! >= level) this.#above.pop()
    return this.#above.push(level)
  }
}
