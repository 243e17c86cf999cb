import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

/** How a text is set. */
export type Style = 'regular' | 'bold' | 'mono'

export interface Face {
  /** As pdfkit knows it. */
  id: string
  bytes: Buffer
  font: Font
  /** Whether all its ASCII is equally wide, in thousandths of the size. */
  fixed: number | null
}

/**
 * All of them may be embedded: the SIL Open Font License (Source, Noto) and the Bitstream Vera licence (DejaVu). Source is
 * what reports are set in; DejaVu has Hebrew, Arabic, Armenian, Georgian and signs of all kinds; Noto Emoji draws in lines.
 */
const FILES = {
  'source-sans': '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-bold': '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-code': '@expo-google-fonts/source-code-pro/400Regular/SourceCodePro_400Regular.ttf',
  dejavu: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-bold': 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  emoji: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
} as const
type FaceId = keyof typeof FILES

/** Who is asked for a character, one after the other. */
const CHAINS: Record<Style, readonly FaceId[]> = {
  regular: ['source-sans', 'dejavu', 'emoji'],
  bold: ['source-sans-bold', 'dejavu-bold', 'emoji'],
  mono: ['source-code', 'dejavu', 'emoji'],
}

/** Fonts are read once in a process, when first they are needed. */
const loaded = new Map<FaceId, Face>()
const resolve = createRequire(import.meta.url).resolve

export function faceOf(id: FaceId): Face {
  const known = loaded.get(id)
  if (known) return known
  const bytes = readFileSync(resolve(FILES[id]))
  const font = create(bytes) as Font
  const width = (letter: string) =>
    (font.glyphForCodePoint(letter.codePointAt(0)!).advanceWidth * 1000) / font.unitsPerEm
  const face = { id, bytes, font, fixed: width('i') === width('W') ? width('i') : null }
  loaded.set(id, face)
  return face
}

/** What has no more than this needs no look at faces, breaks inside graphemes, or directions. */
export const PLAIN = /^[\x20-\x7e]*$/

const chosen = new Map<string, Face | null>()

/** The face that has all of a grapheme; null where none has. */
export function faceFor(grapheme: string, style: Style): Face | null {
  const key = `${style} ${grapheme}`
  let face = chosen.get(key)
  if (face === undefined) {
    face = null
    for (const id of CHAINS[style]) {
      const one = faceOf(id)
      if (![...grapheme].every((character) => one.font.hasGlyphForCodePoint(character.codePointAt(0)!))) continue
      face = one
      break
    }
    if (chosen.size > KEPT) chosen.clear()
    chosen.set(key, face)
  }
  return face
}

export function mainFace(style: Style): Face {
  return faceOf(CHAINS[style][0]!)
}

const KEPT = 50_000 // widths and choices that are remembered; what a target sends could be without end
const widths = new Map<string, number>()

/** Of a text in one face, in thousandths of the size. */
export function widthOf(face: Face, text: string): number {
  if (face.fixed !== null && PLAIN.test(text)) return face.fixed * text.length
  const key = `${face.id} ${text}`
  let width = widths.get(key)
  if (width === undefined) {
    width = (face.font.layout(text).advanceWidth * 1000) / face.font.unitsPerEm
    if (widths.size > KEPT) widths.clear()
    widths.set(key, width)
  }
  return width
}
