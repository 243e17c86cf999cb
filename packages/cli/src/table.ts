import { visibleLine } from '@lasthash/scanner/report/escape'
import { cells } from '@lasthash/scanner/report/wrap'

export interface Column<Row> {
  title: string
  of(row: Row): string | number | null | undefined
  /** To the right, as numbers are. */
  right?: true
}

const GAP = '  '
const LEAST = 6 // cells that are left of a column which is cut

/**
 * Rows under titles, in lines of at most `width` cells: the widest columns are cut until the rest fits, and what was cut ends with
 * an ellipsis. Without a width nothing is cut, for whoever reads it by program. Texts are made visible: they may be an enemy's.
 */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[], width: number | null): string[] {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map((column) => cell(column, row)))]
  const wanted = columns.map((_, at) => Math.max(...lines.map((line) => cells(line[at]!))))
  const widths = width === null ? wanted : narrowed(wanted, width)
  return lines.map((line) =>
    line
      .map((text, at) => padded(cut(text, widths[at]!), widths[at]!, columns[at]!.right === true))
      .join(GAP)
      .trimEnd(),
  )
}

/** `title  value`, a line each; what is null is left out, long values go on in the next line. */
export function fields(entries: readonly (readonly [title: string, value: unknown])[]): string[] {
  const shown = entries.filter(([, value]) => value !== null && value !== undefined && value !== '')
  const longest = Math.max(0, ...shown.map(([title]) => title.length))
  return shown.map(([title, value]) => `${title.padEnd(longest)}  ${visibleLine(String(value))}`)
}

function cell<Row>({ of }: Column<Row>, row: Row): string {
  return visibleLine(String(of(row) ?? ''))
}

function narrowed(wanted: readonly number[], width: number): number[] {
  const widths = [...wanted]
  let over = widths.reduce((sum, one) => sum + one, 0) + GAP.length * (widths.length - 1) - width
  while (over > 0) {
    const widest = Math.max(...widths)
    if (widest <= LEAST) break
    widths[widths.indexOf(widest)]!--
    over--
  }
  return widths
}

function cut(text: string, width: number): string {
  if (cells(text) <= width) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (cells(kept + segment) > width - 1) break
    kept += segment
  }
  return `${kept}…`
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - cells(text)))
  return right ? space + text : text + space
}
