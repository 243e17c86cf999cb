import { type Block, type Inline, Outline, plain } from '../blocks.ts'
import { layOutChart, layOutScore, layOutTiles } from './figures.ts'
import { linesOf, type TextStyle } from './lines.ts'
import { Tag } from './painter.ts'
import { type Slice, unlonely } from './slice.ts'
import { layOutTable } from './tables.ts'

export const BODY = { size: 9.6, leading: 13.6 }
export const SMALL = { size: 8.2, leading: 11.4 }
const LEAD = { size: 11.6, leading: 16.6 }
const CODE = { size: 8.3, leading: 10.4, together: 4 }
const HEADINGS = {
  1: { size: 19, leading: 24, gap: 30 },
  2: { size: 13, leading: 17, gap: 22 },
  3: { size: 10.4, leading: 14, gap: 13 },
} as const
const GAP = 7 // between blocks
const INDENT = 14 // of lists and groups
const MOST_CODE_LINES = 60

/** What is counted while a document is laid out. */
export class Numbers {
  headings = 0
  outline = new Outline()
}

/** What a block is on paper, in a column of that width. `parent`: what it belongs to when it is read out. */
export function layOut(block: Block, width: number, numbers: Numbers, parent: Tag | null = null): Slice[] {
  switch (block.block) {
    case 'heading':
      return heading(block, width, numbers, parent)
    case 'paragraph': {
      const { leading, ...style } = { lead: LEAD, body: BODY, small: SMALL }[block.size ?? 'body']
      const color = block.size === 'small' ? 'soft' : 'ink'
      const tag = new Tag('P', parent)
      const slices = text(block.text, { ...style, leading, gap: GAP, color, tag, most: block.most }, width)
      return block.keep ? slices.map((slice) => ({ ...slice, keep: true })) : slices
    }
    case 'list':
      return list(block.items, block.ordered ?? false, width, parent)
    case 'facts':
      return facts(block, width, parent)
    case 'table':
      return layOutTable(block, width, parent)
    case 'code':
      return code(block, width, parent)
    case 'notice':
      return notice(block, width, parent)
    case 'tiles':
      return [layOutTiles(block, width, parent)]
    case 'score':
      return [layOutScore(block, width, parent)]
    case 'chart':
      return layOutChart(block, width, parent)
    case 'group':
      return group(block, width, numbers, parent)
    case 'columns':
      return [columns(block, width, numbers, parent)]
    case 'page':
      return [{ height: 0, gap: 0, keep: true, breaks: true, paint: () => {} }]
    case 'contents':
      return [] // only a whole document knows what it has
  }
}

interface TextOptions extends TextStyle {
  leading: number
  gap: number
  color: 'ink' | 'soft' | 'accent'
  tag: Tag
  most?: number
}

/** A slice for each line. */
export function text(inline: Inline, options: TextOptions, width: number): Slice[] {
  const { leading, gap, color, tag, most, ...style } = options
  const lines = linesOf(inline, style, width, most)
  const slices = lines.map(
    (line, at): Slice => ({
      height: leading,
      gap: at === 0 ? gap : 0,
      paint: (painter, x, y) => painter.line(tag, line, x, y, leading, painter.palette[color]),
    }),
  )
  return unlonely(slices)
}

function heading(
  block: Extract<Block, { block: 'heading' }>,
  width: number,
  numbers: Numbers,
  parent: Tag | null,
): Slice[] {
  const { level, tone, aside, id } = block
  const { size, leading, gap } = HEADINGS[level]
  const [right] = aside === undefined ? [] : linesOf({ text: aside, soft: true }, { size: SMALL.size }, width / 3, 1)
  const tag = new Tag(`H${numbers.outline.depthOf(level)}`, parent)
  const room = right ? width - right.width - 12 : width
  const slices = linesOf(block.text, { size, bold: true }, room).map(
    (line, at): Slice => ({
      height: leading,
      gap: at === 0 ? gap : 0,
      keep: true,
      paint(painter, x, y) {
        painter.line(tag, line, x, y, leading, tone ? painter.palette.tones[tone].ink : painter.palette.ink)
        if (right && at === 0) painter.line(tag, right, x + width - right.width, y, leading)
      },
    }),
  )
  const [first] = slices
  if (first) {
    first.anchor = id
    first.entry = { text: plain(block.text), level, contents: block.contents ?? level < 3, number: ++numbers.headings }
  }
  return slices
}

function list(items: readonly Inline[], ordered: boolean, width: number, parent: Tag | null): Slice[] {
  const tag = new Tag('L', parent)
  return items.flatMap((item, number) => {
    const entry = new Tag('LI', tag)
    const label = new Tag('Lbl', entry)
    const body = new Tag('LBody', entry)
    const [mark] = linesOf(ordered ? `${number + 1}.` : '•', { size: BODY.size }, INDENT * 2)
    const slices = text(item, { ...BODY, gap: number === 0 ? GAP : 3, color: 'ink', tag: body }, width - INDENT)
    return slices.map((slice, at) => ({
      ...slice,
      paint(painter, x, y, gap) {
        if (at === 0) painter.line(label, mark!, x, y, BODY.leading, painter.palette.soft)
        slice.paint(painter, x + INDENT, y, gap)
      },
    })) satisfies Slice[]
  })
}

function facts({ items, columns = 2 }: Extract<Block, { block: 'facts' }>, width: number, parent: Tag | null): Slice[] {
  const between = 18
  const each = (width - between * (columns - 1)) / columns
  const list = new Tag('L', parent)
  const cells = items.map(({ name, value }) => {
    const entry = new Tag('LI', list)
    const tags = { name: new Tag('Lbl', entry), value: new Tag('LBody', entry) }
    const [head] = linesOf(name, { size: 7.6 }, each, 1)
    return { tags, head, lines: linesOf(value, { size: 9 }, each) }
  })
  const rows: Slice[] = []
  for (let from = 0; from < cells.length; from += columns) {
    const row = cells.slice(from, from + columns)
    rows.push({
      height: 10.5 + 12.2 * Math.max(1, ...row.map(({ lines }) => lines.length)),
      gap: from === 0 ? GAP : 6,
      paint(painter, x, y) {
        row.forEach(({ head, lines, tags }, at) => {
          const left = x + (each + between) * at
          if (head) painter.line(tags.name, head, left, y, 10.5, painter.palette.soft)
          painter.lines(tags.value, lines, left, y + 10.5, 12.2, painter.palette.ink)
        })
      },
    })
  }
  return rows
}

function code(
  { text, caption, most = MOST_CODE_LINES }: Extract<Block, { block: 'code' }>,
  width: number,
  parent: Tag | null,
): Slice[] {
  const inset = 8
  const tag = new Tag('Code', parent)
  const lines = linesOf({ text, code: true }, { size: CODE.size }, width - inset * 2, most)
  const slices: Slice[] = []
  for (let from = 0; from < lines.length; from += CODE.together) {
    const part = lines.slice(from, from + CODE.together)
    const above = from === 0 ? 5 : 0
    const height = CODE.leading * part.length + above + (from + part.length === lines.length ? 5 : 0)
    slices.push({
      height,
      gap: from === 0 ? 4 : 0,
      paint(painter, x, y) {
        painter.artifact(() => painter.rect(x, y - 0.2, width, height + 0.4, painter.palette.shade))
        painter.lines(tag, part, x + inset, y + above, CODE.leading)
      },
    })
  }
  if (!caption) return slices
  const title = captionOf(caption, width, parent)
  return [...title, ...slices]
}

function captionOf(caption: string, width: number, parent: Tag | null): Slice[] {
  const style = { size: 8, leading: 11, gap: 8, color: 'soft' as const, tag: new Tag('P', parent) }
  return text(caption, style, width).map((slice) => ({ ...slice, keep: true }))
}

function notice(block: Extract<Block, { block: 'notice' }>, width: number, parent: Tag | null): Slice[] {
  const inset = 12
  const inner = width - inset * 2
  const parts: Slice[] = [
    ...(block.title
      ? text({ text: block.title, bold: true }, { ...BODY, gap: 0, color: 'ink', tag: new Tag('P', parent) }, inner)
      : []),
    ...text(block.text, { ...BODY, gap: 0, color: 'ink', tag: new Tag('P', parent) }, inner),
  ]
  const tone = block.tone ?? 'info'
  return parts.map((slice, at) => {
    const above = at === 0 ? 8 : 0
    const height = slice.height + above + (at === parts.length - 1 ? 8 : 0)
    return {
      height,
      gap: at === 0 ? 10 : 0,
      keep: at < parts.length - 1 && parts.length < 12,
      paint(painter, x, y) {
        painter.artifact(() => {
          painter.rect(x, y - 0.2, width, height + 0.4, painter.palette.tones[tone].tint)
          painter.rect(x, y - 0.2, 2.5, height + 0.4, painter.palette.tones[tone].ink)
        })
        slice.paint(painter, x + inset, y + above, 0)
      },
    } satisfies Slice
  })
}

function group(
  block: Extract<Block, { block: 'group' }>,
  width: number,
  numbers: Numbers,
  parent: Tag | null,
): Slice[] {
  const tag = new Tag('Sect', parent)
  const inner = block.blocks.flatMap((one) => layOut(one, width - INDENT, numbers, tag))
  const bar = { tone: block.tone }
  return inner.map((slice, at): Slice => {
    const moved = { ...shifted(slice), bar, gap: at === 0 ? 20 : slice.gap }
    if (at === 0 && block.id) moved.anchor = block.id
    if (slice.head) moved.head = { ...shifted(slice.head), bar }
    return moved
  })
}

function shifted(slice: Slice): Slice {
  return { ...slice, paint: (painter, x, y, gap) => slice.paint(painter, x + INDENT, y, gap) }
}

function columns(
  block: Extract<Block, { block: 'columns' }>,
  width: number,
  numbers: Numbers,
  parent: Tag | null,
): Slice {
  const between = 22
  const shares = block.columns.reduce((sum, { share }) => sum + share, 0)
  const room = width - between * (block.columns.length - 1)
  let left = 0
  const parts = block.columns.map(({ share, blocks }) => {
    const wide = (room * share) / shares
    const slices = blocks.flatMap((one) => layOut(one, wide, numbers, parent))
    const part = { x: left, slices }
    left += wide + between
    return part
  })
  const heightOf = (slices: Slice[]) =>
    slices.reduce((sum, { gap, height }, at) => sum + height + (at === 0 ? 0 : gap), 0)
  return {
    height: Math.max(0, ...parts.map(({ slices }) => heightOf(slices))),
    gap: 14,
    paint(painter, x, y) {
      for (const part of parts) {
        let at = y
        part.slices.forEach((slice, index) => {
          if (index > 0) at += slice.gap
          slice.paint(painter, x + part.x, at, index > 0 ? slice.gap : 0)
          at += slice.height
        })
      }
    },
  }
}
