import { visibleLine } from '@lasthash/scanner/report/escape'
import type { Composition } from '../blocks.ts'
import type { PdfWords } from './document.ts'
import { type Line, linesOf } from './lines.ts'
import { type Painter, Tag } from './painter.ts'

export interface Paper {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}
/** What stands around what a report says: its cover, and the head and foot of pages. */
export interface Frame {
  composition: Composition
  painter: Painter
  paper: Paper
  words: PdfWords
  total: number
}

const PRODUCT = 'LastHash'
const MARK = [
  { data: 'M12 1.8 3.5 5v6.6c0 5.1 3.5 8.9 8.5 10.6 5-1.7 8.5-5.5 8.5-10.6V5z', width: 1.8 },
  { data: 'M10.2 7.8 9 16.2M15 7.8l-1.2 8.4M7.8 10.4h8.8M7.4 13.6h8.8', width: 1.5 },
]
const COVER_HEIGHT = 400

/** A page for the title alone. */
export function cover({ composition, painter, paper }: Frame): void {
  const { palette } = painter
  const width = paper.width - paper.left - paper.right
  painter.artifact(() => painter.rect(0, 0, paper.width, COVER_HEIGHT, palette.band))
  signature(painter, composition, paper.left, 54, 22, palette.onBand)
  const label = linesOf({ text: composition.label, bold: true }, { size: 12 }, width, 1)
  const title = linesOf({ text: visibleLine(composition.title), bold: true }, { size: 34 }, width, 4)
  const subtitle = linesOf(visibleLine(composition.subtitle), { size: 13 }, width, 2)
  const height = 26 + title.length * 40 + 8 + subtitle.length * 18
  let y = COVER_HEIGHT - 48 - height
  paragraph(painter, 'P', label, paper.left, y, 18, palette.softOnBand)
  y += 26
  paragraph(painter, 'Title', title, paper.left, y, 40, palette.onBand)
  y += title.length * 40 + 8
  paragraph(painter, 'P', subtitle, paper.left, y, 18, palette.softOnBand)
  about(painter, composition, paper, COVER_HEIGHT + 40, 2)
  const foot = footOf(composition, width - 10, 4)
  paragraph(painter, 'P', foot, paper.left, paper.height - 60 - foot.length * 11, 11, palette.soft)
}

/** How high the band at the top of a first page is that has no cover. */
export function bandHeight({ title }: Composition, paper: Paper): number {
  return 62 + bandTitle(title, paper).length * 27 + 34
}

function bandTitle(title: string, paper: Paper): Line[] {
  return linesOf({ text: visibleLine(title), bold: true }, { size: 22 }, paper.width - paper.left - paper.right, 2)
}

/** The band at the top of the first page. */
export function band({ composition, painter, paper }: Frame): void {
  const { palette } = painter
  const width = paper.width - paper.left - paper.right
  painter.artifact(() => painter.rect(0, 0, paper.width, bandHeight(composition, paper), palette.band))
  signature(painter, composition, paper.left, 24, 17, palette.onBand)
  const [label] = linesOf(composition.label, { size: 9.4 }, width / 2, 1)
  painter.line(new Tag('P'), label!, paper.left + width - label!.width, 25, 15, palette.softOnBand)
  const title = bandTitle(composition.title, paper)
  paragraph(painter, 'Title', title, paper.left, 58, 27, palette.onBand)
  const subtitle = linesOf(visibleLine(composition.subtitle), { size: 9.8 }, width, 1)
  paragraph(painter, 'P', subtitle, paper.left, 60 + title.length * 27, 14, palette.softOnBand)
}

/** At the top of the pages that follow. */
export function head({ composition, painter, paper }: Frame): void {
  const { palette } = painter
  const right = paper.width - paper.right
  const [name] = linesOf({ text: composition.brand.name ?? PRODUCT, bold: true }, { size: 8.4 }, 200, 1)
  const [title] = linesOf(
    `${composition.label} · ${visibleLine(composition.title)}`,
    { size: 8.4 },
    right - paper.left - 220,
    1,
  )
  painter.artifact(() => {
    painter.line(null, name!, paper.left, 32, 12, palette.ink)
    painter.line(null, title!, right - title!.width, 32, 12, palette.soft)
    painter.stroke(
      [
        [paper.left, 49],
        [right, 49],
      ],
      palette.line,
      0.5,
    )
  })
}

export function foot({ composition, painter, paper, words, total }: Frame, number: number): void {
  const { palette } = painter
  const right = paper.width - paper.right
  const y = paper.height - 42
  const [page] = linesOf(words.page(number, total), { size: 8.4 }, 120, 1)
  const [left] = footOf(composition, right - paper.left - page!.width - 30, 1)
  painter.artifact(() => {
    if (left) painter.line(null, left, paper.left, y, 12, palette.soft)
    painter.line(null, page!, right - page!.width, y, 12, palette.soft)
  })
}

function footOf({ brand, generatedAt }: Composition, width: number, most: number): Line[] {
  const text = brand.footer ?? `${brand.name ?? PRODUCT} · ${generatedAt.slice(0, 10)}`
  return linesOf(most === 1 ? visibleLine(text) : text, { size: 8.4 }, width, most)
}

/** The brand's logo and name, or ours. */
function signature(painter: Painter, { brand }: Composition, x: number, y: number, size: number, color: string): void {
  const [name] = linesOf({ text: brand.name ?? PRODUCT, bold: true }, { size: size * 0.68 }, 300, 1)
  let left = x
  const bytes = imageOf(brand.logo)
  const logo = bytes && painter.open(bytes)
  if (logo) {
    painter.artifact(() => painter.rect(x - 4, y - 4, size * 2.6 + 8, size + 8, '#ffffff', 3))
    painter.tagged(new Tag('Figure', null, { alt: brand.name ?? PRODUCT }), () =>
      painter.image(logo, x, y, size * 2.6, size),
    )
    left += size * 2.6 + 14
  } else if (!brand.name) {
    painter.artifact(() => {
      for (const { data, width } of MARK) painter.path(data, x - 3, y, size / 22, color, width)
    })
    left += size + 4
  }
  painter.line(new Tag('P'), name!, left, y + (size - 16) / 2, 16, color)
}

/** The bytes of a `data:` address of a PNG or JPEG; null where it is none. */
function imageOf(address: string | null | undefined): Buffer | null {
  const match = /^data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/=]+)$/.exec(address ?? '')
  return match ? Buffer.from(match[1]!, 'base64') : null
}

function about(painter: Painter, { about }: Composition, paper: Paper, top: number, columns: number): void {
  const each = (paper.width - paper.left - paper.right - 24 * (columns - 1)) / columns
  const list = new Tag('L')
  let y = top
  for (let from = 0; from < about.length; from += columns) {
    const row = about.slice(from, from + columns).map(({ name, value }) => {
      const entry = new Tag('LI', list)
      return { entry, name: linesOf(name, { size: 8.4 }, each, 1), lines: linesOf(value, { size: 11 }, each, 5) }
    })
    row.forEach(({ entry, name, lines }, at) => {
      const left = paper.left + (each + 24) * at
      for (const line of name) painter.line(new Tag('Lbl', entry), line, left, y, 12, painter.palette.soft)
      const body = new Tag('LBody', entry)
      painter.lines(body, lines, left, y + 12, 15, painter.palette.ink)
    })
    y += 12 + 15 * Math.max(1, ...row.map(({ lines }) => lines.length)) + 14
  }
}

function paragraph(
  painter: Painter,
  type: string,
  lines: readonly Line[],
  x: number,
  y: number,
  leading: number,
  color: string,
): void {
  painter.lines(new Tag(type), lines, x, y, leading, color)
}
