import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

/** How a text is set. */
export type Style = 'regular' | 'bold' | 'mono'

export interface Glyph {
  /** What it stands for. */
  codePoints: number[]
  /** In thousandths of the size. */
  advance: number
}
/** A text as glyphs of a face, in thousandths of the size: no more than drawing needs, for thousands of words are kept. */
export interface Shaped {
  glyphs: number[]
  width: number
  /** What kerning puts behind each; null where it puts nothing. */
  kerns: number[] | null
  /** Where each stands beside its place, such as an Arabic mark; null where all stand on it. */
  moves: [x: number, y: number][] | null
}

export interface Face {
  /** As pdfkit knows it. */
  id: string
  bytes: Buffer
  font: Font
  /** How wide all its ASCII is where that is equally wide, in thousandths of the size. */
  fixed: number | null
  /** Of the glyphs that were met, by number. */
  glyphs: Map<number, Glyph>
  /** Texts that were shaped. */
  shaped: Map<string, Shaped>
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
  const face = {
    id,
    bytes,
    font,
    fixed: width('i') === width('W') ? width('i') : null,
    glyphs: new Map(),
    shaped: new Map(),
  }
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

const KEPT = 20_000 // texts and choices that are remembered; what a target sends could be without end
let shaped = 0

/** Of a text in one face, in thousandths of the size. */
export function widthOf(face: Face, text: string): number {
  if (face.fixed !== null && PLAIN.test(text)) return face.fixed * text.length
  return shape(face, text).width
}

export function shape(face: Face, text: string): Shaped {
  const known = face.shaped.get(text)
  if (known) return known
  const made = face.fixed !== null && PLAIN.test(text) ? typed(face, text) : laidOut(face, text)
  face.shaped.set(text, made)
  shaped++
  return made
}

function laidOut(face: Face, text: string): Shaped {
  const { glyphs, positions } = face.font.layout(text)
  const scale = 1000 / face.font.unitsPerEm
  const kerns: number[] = []
  const moves: [number, number][] = []
  let width = 0
  for (const [at, glyph] of glyphs.entries()) {
    const { xAdvance, xOffset, yOffset } = positions[at]!
    width += xAdvance * scale
    kerns.push((xAdvance - glyph.advanceWidth) * scale)
    moves.push([xOffset * scale, yOffset * scale])
    if (!face.glyphs.has(glyph.id))
      face.glyphs.set(glyph.id, { codePoints: [...glyph.codePoints], advance: glyph.advanceWidth * scale })
  }
  return {
    glyphs: glyphs.map(({ id }) => id),
    width,
    kerns: kerns.some((kern) => kern !== 0) ? kerns : null,
    moves: moves.some(([x, y]) => x !== 0 || y !== 0) ? moves : null,
  }
}

/** ASCII in a fixed-width face, which neither kerns nor joins it: a glyph for each character. */
function typed(face: Face, text: string): Shaped {
  const glyphs = Array.from(text, (character) => {
    const codePoint = character.codePointAt(0)!
    const { id } = face.font.glyphForCodePoint(codePoint)
    if (!face.glyphs.has(id)) face.glyphs.set(id, { codePoints: [codePoint], advance: face.fixed! })
    return id
  })
  return { glyphs, width: face.fixed! * text.length, kerns: null, moves: null }
}

/** To be called when a document is done: forgets what was shaped when that became much. */
export function forget(): void {
  if (shaped < KEPT) return
  shaped = 0
  for (const face of loaded.values()) face.shaped.clear()
}
