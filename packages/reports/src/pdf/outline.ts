import { visibleLine } from '@lasthash/scanner/report/escape'
import { mainFace, widthOf } from './faces.ts'
import { linesOf } from './lines.ts'
import { Tag } from './painter.ts'
import type { Slice } from './slice.ts'

type Entry = NonNullable<Slice['entry']>
const STYLES = {
  1: { size: 10.4, leading: 17, gap: 7, indent: 0, bold: true },
  2: { size: 9.4, leading: 14.6, gap: 0, indent: 14, bold: false },
  3: { size: 9, leading: 13.4, gap: 0, indent: 28, bold: false },
} as const
const NUMBER_ROOM = 34

/** The contents: a line for each heading, with a link, dots, and the page's number, which is known when it is painted. */
export function contentsOf(
  title: string,
  headings: readonly Slice[],
  width: number,
  pageOf: (entry: Entry) => number,
): Slice[] {
  const list = new Tag('TOC')
  const [name] = linesOf({ text: title, bold: true }, { size: 19 }, width, 1)
  const tag = new Tag('H1')
  const head: Slice = { height: 30, gap: 0, keep: true, paint: (painter, x, y) => painter.line(tag, name!, x, y, 24) }
  const lines = headings.map((heading): Slice => {
    const entry = heading.entry!
    heading.anchor ??= `heading-${entry.number}`
    const { size, leading, gap, indent, bold } = STYLES[entry.level]
    const run = { text: visibleLine(entry.text), to: heading.anchor }
    const [line] = linesOf(run, { size, bold }, width - indent - NUMBER_ROOM, 1)
    const item = new Tag('TOCI', list)
    return {
      height: leading,
      gap,
      keep: entry.level === 1,
      paint(painter, x, y) {
        const number = String(pageOf(entry))
        const face = mainFace(bold ? 'bold' : 'regular')
        const left = x + width - (widthOf(face, number) * size) / 1000
        const baseline = y + leading / 2 + size * 0.345
        const from = x + indent + line!.width + 6
        if (!bold && left - 6 > from)
          painter.artifact(() =>
            painter.stroke(
              [
                [from, baseline],
                [left - 6, baseline],
              ],
              painter.palette.line,
              0.7,
              1.2,
            ),
          )
        painter.line(item, line!, x + indent, y, leading, painter.palette.ink)
        painter.tagged(item, () => painter.label(face, size, number, left, baseline, painter.palette.ink))
      },
    }
  })
  return [head, ...lines]
}
