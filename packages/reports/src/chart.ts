import type { Tone } from './blocks.ts'

export interface ChartPoint {
  /** Milliseconds since 1970. */
  at: number
  value: number
}
export interface ChartSeries {
  name: string
  points: readonly ChartPoint[]
  /** Dashes tell series apart on black-and-white paper, as the names at their ends do. */
  dashed?: boolean
}

/** The same as a table. */
export interface ChartNumbers {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}

/** Numbers over time. What it shows is also said in `alt`, and readers of the page get the numbers as a table. */
export type Chart =
  | {
      chart: 'line'
      alt: string
      numbers: ChartNumbers
      least: number
      most: number
      /** Values with a line across and a name at its end, such as the grades. */
      marks: readonly { value: number; name: string }[]
      series: readonly ChartSeries[]
      /** Under the first and the last point, and between. */
      ticks: readonly { at: number; name: string }[]
    }
  | {
      chart: 'bars'
      alt: string
      numbers: ChartNumbers
      /** From the bottom up. */
      parts: readonly { name: string; tone: Tone; pattern: Pattern }[]
      bars: readonly { name: string; values: readonly number[] }[]
    }

/** How an area is filled, so that it can be told from its neighbours without colour. */
export type Pattern = 'solid' | 'stripes' | 'dots' | 'light'

/** What a chart is drawn with, in points from its upper left corner. PDF and SVG each have one. */
export interface Pen {
  line(points: readonly [x: number, y: number][], style: LineStyle): void
  rect(x: number, y: number, width: number, height: number, style: { tone: Tone; pattern: Pattern }): void
  dot(x: number, y: number, radius: number, style: { color: ChartColor; hollow?: boolean }): void
  text(
    x: number,
    y: number,
    text: string,
    style: { align: 'start' | 'middle' | 'end'; color: ChartColor; bold?: boolean },
  ): void
}
export type ChartColor = 'ink' | 'soft' | 'line' | 'accent'
export interface LineStyle {
  color: ChartColor
  width: number
  dashed?: boolean
}

export const CHART_TEXT = 7.5 // points
const LEFT = 26
const RIGHT = 72
const TOP = 8
const BOTTOM = 20

/** Draws it into a box of that size. */
export function drawChart(chart: Chart, pen: Pen, width: number, height: number): void {
  const box = { x: LEFT, y: TOP, width: width - LEFT - RIGHT, height: height - TOP - BOTTOM }
  if (chart.chart === 'line') drawLines(chart, pen, box)
  else drawBars(chart, pen, { ...box, width: width - LEFT - 92 })
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

function drawLines(chart: Extract<Chart, { chart: 'line' }>, pen: Pen, box: Box): void {
  const times = chart.series.flatMap(({ points }) => points.map(({ at }) => at))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const x = (at: number) =>
    last === first ? box.x + box.width / 2 : box.x + ((at - first) / (last - first)) * box.width
  const y = (value: number) => box.y + box.height * (1 - (value - chart.least) / (chart.most - chart.least))
  const across = (value: number, color: ChartColor, dashed = false) =>
    pen.line(
      [
        [box.x, y(value)],
        [box.x + box.width, y(value)],
      ],
      { color, width: 0.5, dashed },
    )
  for (const { value, name } of chart.marks) {
    across(value, 'line')
    pen.text(box.x - 6, y(value) + CHART_TEXT * 0.35, name, { align: 'end', color: 'soft' })
  }
  across(chart.least, 'soft')
  let free = Number.NEGATIVE_INFINITY
  for (const { at, name } of chart.ticks) {
    const half = name.length * CHART_TEXT * 0.25
    const middle = Math.min(Math.max(x(at), box.x + half - 10), box.x + box.width + RIGHT - half)
    if (middle - half < free) continue
    pen.line(
      [
        [x(at), box.y + box.height],
        [x(at), box.y + box.height + 3],
      ],
      { color: 'soft', width: 0.5 },
    )
    pen.text(middle, box.y + box.height + CHART_TEXT + 5, name, { align: 'middle', color: 'soft' })
    free = middle + half + 8
  }
  const ends: number[] = []
  for (const { name, points, dashed } of chart.series) {
    const path = points.map(({ at, value }): [number, number] => [x(at), y(value)])
    if (path.length > 1) pen.line(path, { color: dashed ? 'soft' : 'accent', width: dashed ? 1.1 : 1.8, dashed })
    for (const [px, py] of path)
      pen.dot(px, py, dashed ? 1.6 : 2.2, { color: dashed ? 'soft' : 'accent', hollow: dashed })
    const end = path.at(-1)
    if (!end) continue
    let at = end[1] + CHART_TEXT * 0.35
    while (ends.some((other) => Math.abs(other - at) < CHART_TEXT * 1.1)) at += CHART_TEXT * 1.1
    ends.push(at)
    pen.text(end[0] + 6, at, `${points.at(-1)!.value} ${name}`.trim(), {
      align: 'start',
      color: dashed ? 'soft' : 'ink',
      bold: !dashed,
    })
  }
}

function drawBars({ parts, bars }: Extract<Chart, { chart: 'bars' }>, pen: Pen, box: Box): void {
  const sums = bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0))
  const most = niceTop(Math.max(1, ...sums))
  const y = (value: number) => box.y + box.height * (1 - value / most)
  for (const value of new Set([0, most / 2, most].filter(Number.isInteger))) {
    pen.line(
      [
        [box.x, y(value)],
        [box.x + box.width, y(value)],
      ],
      { color: value === 0 ? 'soft' : 'line', width: 0.5 },
    )
    pen.text(box.x - 6, y(value) + CHART_TEXT * 0.35, String(value), { align: 'end', color: 'soft' })
  }
  const step = box.width / Math.max(1, bars.length)
  const wide = Math.min(34, step * 0.62)
  const each = Math.max(
    1,
    Math.ceil((Math.max(0, ...bars.map(({ name }) => name.length)) * CHART_TEXT * 0.52 + 6) / step),
  )
  bars.forEach(({ name, values }, at) => {
    const left = box.x + step * at + (step - wide) / 2
    let from = 0
    values.forEach((value, part) => {
      if (value > 0) pen.rect(left, y(from + value), wide, y(from) - y(from + value), parts[part]!)
      from += value
    })
    const fromEnd = bars.length - 1 - at
    if (fromEnd % each === 0)
      pen.text(left + wide / 2, box.y + box.height + CHART_TEXT + 5, name, { align: 'middle', color: 'soft' })
  })
  const legend = [...parts].reverse()
  legend.forEach(({ name, tone, pattern }, row) => {
    const top = box.y + row * 14
    pen.rect(box.x + box.width + 14, top, 9, 9, { tone, pattern })
    pen.text(box.x + box.width + 28, top + 7.5, name, { align: 'start', color: 'ink' })
  })
}

/** The next of 1, 2, 4, 5, 8, 10, 20, … */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 4, 5, 8, 10].find((one) => one * power >= value)!
  return step * power
}
