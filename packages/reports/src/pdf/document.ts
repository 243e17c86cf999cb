import { visibleLine } from '@lasthash/scanner/report/escape'
import PDFDocument from 'pdfkit'
import type { Composition } from '../blocks.ts'
import { paletteOf } from '../colors.ts'
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
  const made: Uint8Array[] = []
  let failed: Error | null = null
  document.on('data', (bytes: Uint8Array) => made.push(bytes))
  document.on('error', (error: Error) => {
    failed = error
  })
  const ended = new Promise<void>((resolve) => document.on('end', resolve))
  numberEntries(pages, before)
  const painter = new Painter(document, palette, anchorsOf(slices))
  const frame: Frame = { composition, painter, paper: PAPER, words, total }
  const bookmarks = bookmarker(document)
  if (isCover) {
    document.addPage()
    cover(frame)
    yield* made.splice(0)
  }
  for (const [at, page] of pages.entries()) {
    document.addPage()
    if (at === 0 && !isCover) band(frame)
    else head(frame)
    for (const { slice, y, gap } of page.placed) {
      if (slice.anchor) painter.anchor(slice.anchor, 0, Math.max(0, y - 8))
      if (slice.entry) bookmarks(slice.entry, y)
      slice.paint(painter, PAPER.left, y, gap)
    }
    foot(frame, at + 1 + before)
    yield* made.splice(0)
    if (failed) throw failed
  }
  document.end()
  await ended
  if (failed) throw failed
  yield* made.splice(0)
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
