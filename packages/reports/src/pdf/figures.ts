import type { Block, Tone } from '../blocks.ts'
import { CHART_TEXT, type ChartColor, drawChart, type Pattern, type Pen } from '../chart.ts'
import { gradeTone, type Palette } from '../colors.ts'
import { mainFace, widthOf } from './faces.ts'
import { linesOf } from './lines.ts'
import { type Painter, Tag } from './painter.ts'
import type { Slice } from './slice.ts'

const CHART_HEIGHT = 118

/** Numbers beside each other, each under a rule of its tone. */
export function layOutTiles(
  { items, label }: Extract<Block, { block: 'tiles' }>,
  width: number,
  parent: Tag | null,
): Slice {
  const between = 10
  const each = (width - between * (items.length - 1)) / Math.max(1, items.length)
  const list = new Tag('L', parent, { alt: label })
  const tiles = items.map(({ name, value, note, tone }) => {
    const entry = new Tag('LI', list)
    return {
      tone: tone ?? 'neutral',
      tags: { name: new Tag('Lbl', entry), value: new Tag('LBody', entry) },
      value: linesOf({ text: value, bold: true }, { size: value.length > 8 ? 13 : 20 }, each, 1),
      name: linesOf(name, { size: 8.4 }, each, 2),
      note: note === undefined ? [] : linesOf(note, { size: 7.8 }, each, 2),
    }
  })
  const below = Math.max(...tiles.map(({ name, note }) => name.length * 11 + note.length * 10))
  return {
    height: 36 + below,
    gap: 14,
    paint(painter, x, y) {
      tiles.forEach(({ tone, tags, value, name, note }, at) => {
        const left = x + (each + between) * at
        painter.artifact(() => painter.rect(left, y, each, 3, painter.palette.tones[tone].ink))
        for (const line of value) painter.line(tags.value, line, left, y + 8, 26)
        painter.lines(tags.name, name, left, y + 34, 11, painter.palette.soft)
        const from = y + 34 + name.length * 11
        painter.lines(tags.name, note, left, from, 10, painter.palette.soft)
      })
    },
  }
}

/** The score as a ring with its grade, and beside it what it means. */
export function layOutScore(block: Extract<Block, { block: 'score' }>, width: number, parent: Tag | null): Slice {
  const radius = 46
  const left = radius * 2 + 26
  const tag = new Tag('P', parent)
  const lines = linesOf(block.text, { size: 12.4 }, width - left, 6)
  const notes = block.note === undefined ? [] : linesOf(block.note, { size: 9 }, width - left, 4)
  const inner = lines.length * 17.4 + (notes.length > 0 ? 6 + notes.length * 12.4 : 0)
  const height = Math.max(radius * 2, inner)
  return {
    height,
    gap: 12,
    paint(painter, x, y) {
      const figure = new Tag('Figure', parent, { alt: block.label })
      const [cx, cy] = [x + radius, y + height / 2]
      painter.tagged(figure, () => {
        painter.stroke(arc(cx, cy, radius - 5, 1), painter.palette.line, 8)
        const color = painter.palette.tones[gradeTone(block.grade)].ink
        if (block.score > 0) painter.stroke(arc(cx, cy, radius - 5, block.score / 100), color, 8)
        centred(painter, String(block.score), 27, cx, cy + 5, painter.palette.ink)
        centred(painter, block.of, 7.4, cx, cy + 16, painter.palette.soft)
        centred(painter, block.grade, 14, cx, cy + radius - 5, color)
      })
      const top = y + (height - inner) / 2
      painter.lines(tag, lines, x + left, top, 17.4)
      painter.lines(tag, notes, x + left, top + lines.length * 17.4 + 6, 12.4, painter.palette.soft)
    },
  }
}

function centred(painter: Painter, text: string, size: number, x: number, baseline: number, color: string): void {
  const face = mainFace(size > 10 ? 'bold' : 'regular')
  painter.label(face, size, text, x - (widthOf(face, text) * size) / 2000, baseline, color)
}

/** Part of a ring that leaves a quarter open at the bottom, as a line of many points. */
function arc(x: number, y: number, radius: number, part: number): [number, number][] {
  const steps = Math.max(2, Math.ceil(90 * part))
  return Array.from({ length: steps + 1 }, (_, at) => {
    const angle = ((135 + (270 * part * at) / steps) * Math.PI) / 180
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
}

export function layOutChart(
  { chart, caption }: Extract<Block, { block: 'chart' }>,
  width: number,
  parent: Tag | null,
): Slice[] {
  const title = caption === undefined ? [] : linesOf({ text: caption, bold: true }, { size: 8.8 }, width, 2)
  const above = title.length * 12 + (title.length > 0 ? 4 : 0)
  const tag = new Tag('P', parent)
  const figure = new Tag('Figure', parent, { alt: chart.alt })
  return [
    {
      height: above + CHART_HEIGHT,
      gap: 14,
      paint(painter, x, y) {
        painter.lines(tag, title, x, y, 12)
        painter.tagged(figure, () => drawChart(chart, penOf(painter, x, y + above), width, CHART_HEIGHT))
      },
    },
  ]
}

function penOf(painter: Painter, left: number, top: number): Pen {
  const { palette } = painter
  const color = (name: ChartColor) => palette[name]
  return {
    line: (points, style) =>
      painter.stroke(
        points.map(([x, y]) => [left + x, top + y] as const),
        color(style.color),
        style.width,
        style.dashed ? 3 : undefined,
      ),
    rect: (x, y, width, height, { tone, pattern }) =>
      fillArea(painter, palette, left + x, top + y, width, height, tone, pattern),
    dot: (x, y, radius, style) =>
      painter.circle(left + x, top + y, radius, style.hollow ? '#ffffff' : color(style.color), color(style.color)),
    text(x, y, text, { align, color: name, bold }) {
      const face = mainFace(bold ? 'bold' : 'regular')
      const width = (widthOf(face, text) * CHART_TEXT) / 1000
      const from = left + x - (align === 'end' ? width : align === 'middle' ? width / 2 : 0)
      painter.label(face, CHART_TEXT, text, from, top + y, color(name))
    },
  }
}

function fillArea(
  painter: Painter,
  palette: Palette,
  x: number,
  y: number,
  width: number,
  height: number,
  tone: Tone,
  pattern: Pattern,
): void {
  const { ink, tint } = palette.tones[tone]
  if (pattern === 'solid') {
    painter.rect(x, y, width, height, ink)
    return
  }
  painter.rect(x, y, width, height, tint)
  if (pattern === 'stripes') {
    for (let at = 2; at < width + height; at += 3.4) {
      const from = [x + Math.min(at, width), y + Math.max(0, at - width)] as const
      const to = [x + Math.max(0, at - height), y + Math.min(at, height)] as const
      painter.stroke([from, to], ink, 1)
    }
  }
  if (pattern === 'dots') {
    for (let across = 2; across < width - 1; across += 4)
      for (let down = 2; down < height - 0.6; down += 4) painter.circle(x + across, y + down, 0.8, ink)
  }
  painter.stroke(
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ],
    ink,
    0.7,
  )
}
