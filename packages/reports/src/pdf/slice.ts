import type { Tone } from '../blocks.ts'
import type { Painter } from './painter.ts'

/** What is never broken over two pages: a line, a row, a drawing. */
export interface Slice {
  height: number
  /** Room above it, but at the top of a page. */
  gap: number
  /** It stays on the page of what follows. */
  keep?: boolean
  /** Draws it with its upper left corner there; `gap` is what room there is above. */
  paint(painter: Painter, x: number, y: number, gap: number): void
  /** Drawn again at the top of the page that this begins: the head of a table. */
  head?: Slice
  /** A line beside it and beside its neighbours that have the same, over what room there is between them. */
  bar?: { tone: Tone }
  /** Nothing itself: what it keeps with begins a page. */
  breaks?: boolean
  anchor?: string
  /** It stands in the contents and in the outline. */
  entry?: { text: string; level: 1 | 2 | 3; contents: boolean; number: number }
}

export interface Placed {
  slice: Slice
  y: number
  gap: number
}
export interface Page {
  placed: Placed[]
}

/** Puts slices on pages, from the top: what keeps together stays so where it fits on one. */
export function paginate(
  slices: readonly Slice[],
  { top, first, bottom }: { top: number; first: number; bottom: number },
): Page[] {
  const pages: Page[] = [{ placed: [] }]
  let y = first
  const place = (slice: Slice) => {
    const page = pages.at(-1)!
    const gap = page.placed.length === 0 ? 0 : slice.gap
    page.placed.push({ slice, y: y + gap, gap })
    y += gap + slice.height
  }
  const turn = (next: Slice) => {
    pages.push({ placed: [] })
    y = top
    if (next.head) place(next.head)
  }
  for (let at = 0; at < slices.length; ) {
    let end = at + 1
    while (end < slices.length && slices[end - 1]!.keep && !slices[end]!.breaks) end++
    const chunk = slices.slice(at, end).filter(({ breaks }) => !breaks)
    const isTop = pages.at(-1)!.placed.length === 0
    const first = chunk[0]
    const breaks = slices[at]!.breaks ?? false
    at = end
    if (!first) continue
    const height = chunk.reduce((sum, { gap, height }, index) => sum + height + (isTop && index === 0 ? 0 : gap), 0)
    if (!isTop && (breaks || (y + height > bottom && height <= bottom - top))) turn(first)
    for (const slice of chunk) {
      if (y + slice.gap + slice.height > bottom && pages.at(-1)!.placed.length > 0) turn(slice)
      place(slice)
    }
  }
  return pages
}

/** Lines that stay together so that none is left alone at the foot or at the top of a page. */
export function unlonely(slices: Slice[]): Slice[] {
  slices.forEach((slice, at) => {
    if (slices.length > 1 && (at === 0 || at === slices.length - 2)) slice.keep = true
  })
  return slices
}
