import { type Face, type Shaped, shape } from './faces.ts'
import type { Piece } from './lines.ts'

/** What of pdfkit is not in its types. */
interface Inner {
  _font: {
    id: string
    ref(): object
    subset: { includeGlyph(glyph: number): number }
    widths: number[]
    unicode: number[][]
  }
  page: { fonts: Record<string, object> }
  font(id: string): void
  registerFont(id: string, bytes: Buffer): void
  addContent(content: string): void
}
interface Embedded {
  id: string
  reference: object
  /** Of a glyph, in the file's own numbering. */
  code(glyph: number): string
}

/** Writes text on the pages of a PDF, in faces that are embedded as they are met. */
export class Lettering {
  readonly #document: Inner
  readonly #faces = new Map<string, Embedded>()
  /** Of the last text, while nothing else was filled since. */
  #fill = ''

  constructor(document: object) {
    this.#document = document as Inner
  }

  /** To be called when anything else set a colour, or a page ended. */
  forgetColor(): void {
    this.#fill = ''
  }

  /** As pdfkit's `text` does, which shapes and measures each text anew. The page's y goes down, so letters are turned up. */
  draw(piece: Pick<Piece, 'face' | 'size' | 'text' | 'reversed'>, x: number, baseline: number, color: string): void {
    const { size, reversed, text } = piece
    const document = this.#document
    const face = this.#embedded(piece.face)
    document.page.fonts[face.id] ??= face.reference
    const fill = rgbOf(color)
    const begin = fill === this.#fill ? '' : `${fill} rg `
    this.#fill = fill
    const words = reversed ? [text] : text.split(/(?<= )/)
    const shaped = words.map((word) => shape(piece.face, word))
    const place = (left: number, up = 0) => `1 0 0 -1 ${round(left)} ${round(baseline - up)} Tm`
    let set = ''
    if (shaped.some(({ moves }) => moves !== null)) {
      let left = x
      for (const one of shaped) {
        set += ` ${one.moves ? moved(one, piece.face, face.code, size, left, place) : `${place(left)} [${shown(one, face.code)}] TJ`}`
        left += (one.width * size) / 1000
      }
    } else set = `${place(x)} [${shaped.map((one) => shown(one, face.code)).join('')}] TJ`
    document.addContent(`${begin}BT /${face.id} ${round(size)} Tf ${set} ET`)
  }

  #embedded({ id, bytes, glyphs }: Face): Embedded {
    const known = this.#faces.get(id)
    if (known) return known
    const document = this.#document
    document.registerFont(id, bytes)
    document.font(id)
    const font = document._font
    const codes = new Map<number, string>()
    const code = (glyph: number) => {
      let made = codes.get(glyph)
      if (made === undefined) {
        const number = font.subset.includeGlyph(glyph)
        made = number.toString(16).padStart(4, '0')
        codes.set(glyph, made)
        font.widths[number] ??= glyphs.get(glyph)!.advance
        font.unicode[number] ??= glyphs.get(glyph)!.codePoints
      }
      return made
    }
    const embedded = { id: font.id, reference: font.ref(), code }
    this.#faces.set(id, embedded)
    return embedded
  }
}

type Code = Embedded['code']

/** Glyphs with what kerning puts between them. */
function shown({ glyphs, kerns }: Shaped, code: Code): string {
  return `<${glyphs.map((glyph, at) => code(glyph) + (kerns?.[at] ? `> ${round(-kerns[at])} <` : '')).join('')}>`
}

/** Glyphs that stand beside their places, one by one. */
function moved(
  { glyphs, kerns, moves }: Shaped,
  face: Face,
  code: Code,
  size: number,
  x: number,
  place: (left: number, up: number) => string,
): string {
  let across = 0
  const set = glyphs.map((glyph, at) => {
    const [right, up] = moves![at]!
    const left = x + ((across + right) * size) / 1000
    across += face.glyphs.get(glyph)!.advance + (kerns?.[at] ?? 0)
    return `${place(left, (up * size) / 1000)} [<${code(glyph)}>] TJ`
  })
  return set.join(' ')
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100)
}

const fills = new Map<string, string>()

function rgbOf(color: string): string {
  const known = fills.get(color)
  if (known !== undefined) return known
  const fill = [1, 3, 5].map((at) => (Number.parseInt(color.slice(at, at + 2), 16) / 255).toFixed(3)).join(' ')
  fills.set(color, fill)
  return fill
}
