import { type Html, html } from '@lasthash/scanner/report/escape'
import type { Tone } from '../blocks.ts'
import { type Chart, drawChart, type Pattern, type Pen } from '../chart.ts'

const WIDTH = 520
const HEIGHT = 150

/** A chart as a drawing in the page. Colours are those of the style sheet's classes, so that it suits the dark, too. */
export function chartSvg(chart: Chart): Html {
  const parts: Html[] = []
  const patterns = new Map<string, { tone: Tone; pattern: Pattern }>()
  const n = (value: number) => value.toFixed(1)
  const pen: Pen = {
    line: (points, { color, width, dashed }) =>
      parts.push(
        html`<polyline class="${color}" points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" stroke-width="${width}"${dashed && html` stroke-dasharray="3 2.4"`}/>`,
      ),
    rect(x, y, width, height, { tone, pattern }) {
      const id = `${pattern}-${tone}`
      if (pattern !== 'solid') patterns.set(id, { tone, pattern })
      const fill = pattern === 'solid' ? html` class="fill ${tone}"` : html` class="edge ${tone}" fill="url(#${id})"`
      parts.push(html`<rect${fill} x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"/>`)
    },
    dot: (x, y, radius, { color, hollow }) =>
      parts.push(html`<circle class="${color}${hollow && ' hollow'}" cx="${n(x)}" cy="${n(y)}" r="${radius}"/>`),
    text: (x, y, text, { align, color, bold }) =>
      parts.push(
        html`<text class="${color}${bold && ' bold'}" x="${n(x)}" y="${n(y)}" text-anchor="${align}">${text}</text>`,
      ),
  }
  drawChart(chart, pen, WIDTH, HEIGHT)
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${chart.alt}">${
    patterns.size > 0 &&
    html`<defs>${[...patterns].map(([id, { tone, pattern }]) => patternOf(id, tone, pattern))}</defs>`
  }${parts}</svg>`
}

function patternOf(id: string, tone: Tone, pattern: Pattern): Html {
  const ground = html`<rect class="tint ${tone}" width="4" height="4"/>`
  const mark =
    pattern === 'stripes'
      ? html`<path class="edge ${tone}" d="M -1 1 L 1 -1 M 0 4 L 4 0 M 3 5 L 5 3"/>`
      : pattern === 'dots' && html`<circle class="fill ${tone}" cx="2" cy="2" r=".9"/>`
  return html`<pattern id="${id}" width="4" height="4" patternUnits="userSpaceOnUse">${ground}${mark}</pattern>`
}
