import { type Block, cellOf, type Inline } from '../blocks.ts'
import { type Line, linesOf } from './lines.ts'
import { type Painter, Tag } from './painter.ts'
import type { Slice } from './slice.ts'

const SIZE = 8.8
const LEADING = 12
const NOTE = { size: 7.8, leading: 10.4 }
const HEAD = { size: 7.8, leading: 10.4 }
const BETWEEN = 12
const PADDING = 4.5
/** A row that is taller is cut: no page has room for it. */
const MOST_LINES = 40

interface Column {
  x: number
  width: number
  end: boolean
}
interface Laid {
  lines: Line[]
  notes: Line[]
}

/** A table whose head is drawn again on each page that it goes on on. */
export function layOutTable(block: Extract<Block, { block: 'table' }>, width: number, parent: Tag | null): Slice[] {
  const shares = block.columns.reduce((sum, { share }) => sum + share, 0)
  const room = width - BETWEEN * (block.columns.length - 1)
  let left = 0
  const columns = block.columns.map(({ share, align }): Column => {
    const column = { x: left, width: (room * share) / shares, end: align === 'end' }
    left += column.width + BETWEEN
    return column
  })
  const table = new Tag('Table', parent, { alt: block.caption })
  const names = block.columns.map(({ name }, at) =>
    linesOf({ text: name, bold: true }, { size: HEAD.size }, columns[at]!.width, 2),
  )
  const head = headOf(names, columns, width, table)
  const rows = block.rows.map((cells, at): Slice => {
    const laid = columns.map((column, index) => layOutCell(cells[index] ?? '', column.width))
    const inner = Math.max(
      LEADING,
      ...laid.map(({ lines, notes }) => lines.length * LEADING + notes.length * NOTE.leading),
    )
    const row = new Tag('TR', table)
    return {
      height: inner + PADDING * 2,
      gap: 0,
      head: head.again,
      // Neither the first row nor the last is left alone on a page.
      keep: block.rows.length > 1 && (at === 0 || at === block.rows.length - 2),
      paint(painter, x, y) {
        painter.artifact(() => {
          const bottom = y + inner + PADDING * 2
          painter.stroke(
            [
              [x, bottom],
              [x + width, bottom],
            ],
            painter.palette.line,
            0.5,
          )
        })
        for (const [index, cell] of laid.entries()) {
          paintCell(painter, cell, columns[index]!, x, y + PADDING, new Tag('TD', row))
        }
      },
    }
  })
  return [head.first, ...rows]
}

function headOf(
  names: readonly Line[][],
  columns: readonly Column[],
  width: number,
  table: Tag,
): { first: Slice; again: Slice } {
  const most = Math.max(1, ...names.map((lines) => lines.length))
  const height = most * HEAD.leading + 8
  const paint = (painter: Painter, x: number, y: number, row: Tag | null) => {
    painter.artifact(() =>
      painter.stroke(
        [
          [x, y + height],
          [x + width, y + height],
        ],
        painter.palette.ink,
        0.9,
      ),
    )
    const draw = (tag: Tag | null) => (lines: Line[], index: number) => {
      const column = columns[index]!
      const cell = tag && new Tag('TH', tag, { scope: 'Column' })
      lines.forEach((line, at) => {
        const left = x + column.x + (column.end ? column.width - line.width : 0)
        const top = y + 4 + (most - lines.length + at) * HEAD.leading
        painter.line(cell, line, left, top, HEAD.leading, painter.palette.soft)
      })
    }
    if (row) names.forEach(draw(row))
    else painter.artifact(() => names.forEach(draw(null)))
  }
  return {
    first: { height, gap: 10, keep: true, paint: (painter, x, y) => paint(painter, x, y, new Tag('TR', table)) },
    again: { height, gap: 0, paint: (painter, x, y) => paint(painter, x, y, null) },
  }
}

function layOutCell(value: Inline | Parameters<typeof cellOf>[0], width: number): Laid {
  const { text, note, most, mostNote = most ?? 8 } = cellOf(value)
  return {
    lines: linesOf(text, { size: SIZE }, width, Math.min(most ?? MOST_LINES, MOST_LINES)),
    notes: note === undefined ? [] : linesOf(note, { size: NOTE.size }, width, mostNote),
  }
}

function paintCell(
  painter: Painter,
  { lines, notes }: Laid,
  { x: left, width, end }: Column,
  x: number,
  y: number,
  tag: Tag,
): void {
  const from = (line: Line) => x + left + (end ? width - line.width : 0)
  for (const [at, line] of lines.entries()) painter.line(tag, line, from(line), y + at * LEADING, LEADING)
  const below = y + lines.length * LEADING
  const { soft } = painter.palette
  for (const [at, line] of notes.entries()) {
    painter.line(tag, line, from(line), below + at * NOTE.leading, NOTE.leading, soft)
  }
}
