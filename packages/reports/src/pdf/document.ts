import { visibleLine } from '@lasthash/scanner/report/escape'
import PDFDocument from 'pdfkit'
import type { Composition } from '../blocks.ts'
import { paletteOf } from '../colors.ts'
import { forget } from './faces.ts'
import { band, bandHeight, cover, type Frame, foot, head } from './frame.ts'
import { layOut, Numbers } from './layout.ts'
import { contentsOf } from './outline.ts'
import { Painter } from './painter.ts'
import { type Page, paginate, type Slice } from './slice.ts'

/** A4 in points, and what is left free. */
export const PAPER = { width: 595.28, height: 841.89, left: 56, right: 56, top: 72, bottom: 66 }
const WIDTH = PAPER.width - PAPER.left - PAPER.right

/** What the frame of pages says, in the report's language. */
export interface PdfWords {
  page(number: number, of: number): string
}

/**
 * A tagged PDF 1.7 with bookmarks, links, and every face embedded. It is laid out as a whole first, since each page says how
 * many there are, and then written page by page.
 */
export async function* pdfReport(composition: Composition, words: PdfWords): AsyncGenerator<Uint8Array> {
  const palette = paletteOf(composition.brand)
  const isCover = composition.cover === 'page'
  const slices = await slicesOf(composition)
  const first = isCover ? PAPER.top : bandHeight(composition, PAPER) + 22
  const pages = paginate(slices, { top: PAPER.top, first, bottom: PAPER.height - PAPER.bottom })
  const before = isCover ? 1 : 0
  const total = pages.length + before
  const title = visibleLine(composition.title)
  const document = new PDFDocument({
    size: [PAPER.width, PAPER.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: composition.language,
    tagged: true,
    displayTitle: true,
    info: {
      Title: title,
      Author: composition.brand.name ?? 'LastHash',
      Subject: `${composition.label}. ${visibleLine(composition.subtitle)}`,
      Creator: 'LastHash',
      Producer: 'LastHash',
      CreationDate: new Date(composition.generatedAt),
      ModDate: new Date(composition.generatedAt),
    },
  })
  numberEntries(pages, before)
  const painter = new Painter(document, palette, anchorsOf(slices))
  slices.length = 0
  const frame: Frame = { composition, painter, paper: PAPER, words, total }
  const bookmarks = bookmarker(document)
  if (isCover) {
    document.addPage()
    cover(frame)
    painter.close()
    yield* written(document)
  }
  for (const [at, page] of pages.entries()) {
    document.addPage()
    if (at === 0 && !isCover) band(frame)
    else head(frame)
    bars(painter, page)
    for (const { slice, y, gap } of page.placed) {
      if (slice.anchor) painter.anchor(slice.anchor, 0, Math.max(0, y - 8))
      if (slice.entry) bookmarks(slice.entry, y)
      slice.paint(painter, PAPER.left, y, gap)
    }
    foot(frame, at + 1 + before)
    painter.close()
    page.placed = []
    yield* written(document)
  }
  document.end()
  forget()
  // Images may still be on their way into the file.
  for await (const bytes of document as AsyncIterable<Uint8Array>) yield bytes
}

/** What is ready, so that of pages that are done nothing stays. */
function* written(document: InstanceType<typeof PDFDocument>): Generator<Uint8Array> {
  for (let bytes = document.read(); bytes !== null; bytes = document.read()) yield bytes as Uint8Array
}

/** The lines beside groups: one for all slices of a group on the page. */
function bars(painter: Painter, { placed }: Page): void {
  for (let from = 0; from < placed.length; ) {
    const { bar } = placed[from]!.slice
    let to = from + 1
    while (to < placed.length && placed[to]!.slice.bar === bar) to++
    const [first, last] = [placed[from]!, placed[to - 1]!]
    if (bar) {
      const height = last.y + last.slice.height - first.y
      painter.artifact(() => painter.rect(PAPER.left, first.y, 2.5, height, painter.palette.tones[bar.tone].ink))
    }
    from = to
  }
}

/** Numbers of pages, by the heading's own number; the contents read them when they are painted. */
const pageOf = new WeakMap<NonNullable<Slice['entry']>, number>()

function numberEntries(pages: readonly Page[], before: number): void {
  pages.forEach(({ placed }, at) => {
    for (const { slice } of placed) if (slice.entry) pageOf.set(slice.entry, at + 1 + before)
  })
}

async function slicesOf({ blocks }: Composition): Promise<Slice[]> {
  const numbers = new Numbers()
  const slices: Slice[] = []
  let contents: { title: string; at: number } | null = null
  for await (const block of blocks) {
    if (block.block === 'contents') contents = { title: block.title, at: slices.length }
    else slices.push(...layOut(block, WIDTH, numbers))
  }
  if (!contents) return slices
  const entries = slices.filter(({ entry }) => entry?.contents)
  const listed = contentsOf(contents.title, entries, WIDTH, (entry) => pageOf.get(entry) ?? 0)
  return slices.toSpliced(contents.at, 0, ...listed)
}

function anchorsOf(slices: readonly Slice[]): Set<string> {
  return new Set(slices.flatMap(({ anchor }) => (anchor === undefined ? [] : [anchor])))
}

interface Bookmark {
  addItem(title: string, options: object): Bookmark
}

/** Bookmarks as deep as headings are; one that skips a level hangs on the last above it. */
function bookmarker(
  document: InstanceType<typeof PDFDocument>,
): (entry: NonNullable<Slice['entry']>, y: number) => void {
  const open: { level: number; item: Bookmark }[] = [{ level: 0, item: document.outline as unknown as Bookmark }]
  return ({ text, level }, y) => {
    while (open.at(-1)!.level >= level) open.pop()
    const place = { top: Math.max(0, y - 8), left: PAPER.width, fit: false, expanded: level === 1 }
    open.push({ level, item: open.at(-1)!.item.addItem(visibleLine(text), place) })
  }
}
