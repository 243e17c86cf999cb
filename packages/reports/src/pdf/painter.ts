import type PDFDocument from 'pdfkit'
import type { Run } from '../blocks.ts'
import type { Palette } from '../colors.ts'
import type { Face } from './faces.ts'
import { Lettering } from './lettering.ts'
import type { Line } from './lines.ts'

type Document = InstanceType<typeof PDFDocument>
interface Struct {
  add(child: unknown): Struct
  end(): void
}

/** What a piece of the page is (PDF 32000-1 section 14.8), for those who hear it read. Made when first it is painted. */
export class Tag {
  readonly type: string
  readonly parent: Tag | null
  readonly options: { alt?: string; scope?: string }
  struct: Struct | null = null
  constructor(type: string, parent: Tag | null = null, options: { alt?: string; scope?: string } = {}) {
    this.type = type
    this.parent = parent
    this.options = options
  }
}

const ARTIFACT = new Tag('Artifact')

/** Draws on the pages of a PDF: all that knows pdfkit, but for how a document begins and ends. */
export class Painter {
  readonly palette: Palette
  readonly #document: Document
  readonly #root: Struct
  readonly #lettering: Lettering
  readonly #anchors: ReadonlySet<string>
  #open: Tag | null = null

  /** `anchors`: what can be led to. */
  constructor(document: Document, palette: Palette, anchors: ReadonlySet<string>) {
    this.#document = document
    this.palette = palette
    this.#anchors = anchors
    this.#lettering = new Lettering(document)
    this.#root = document.struct('Document') as unknown as Struct
    document.addStructure(this.#root as never)
  }

  /** What `draw` draws is this; inside, nothing else may be tagged. What follows and is the same goes on in it. */
  tagged(tag: Tag, draw: () => void): void {
    if (this.#open !== tag) {
      this.close()
      const struct = this.#structOf(tag)
      struct.add(this.#document.markStructureContent(tag.type as never))
      this.#open = tag
    }
    draw()
  }

  /** Decoration: nobody reads it out. */
  artifact(draw: () => void): void {
    if (this.#open !== ARTIFACT) {
      this.close()
      this.#document.markContent('Artifact', { type: 'Layout' } as never)
      this.#open = ARTIFACT
    }
    draw()
  }

  /** Ends what is open: at the end of each page. */
  close(): void {
    if (this.#open) this.#document.endMarkedContent()
    this.#open = null
    this.#lettering.forgetColor()
  }

  /** A line of text whose box begins at that point and is `leading` high. Its links can be clicked. */
  line(tag: Tag | null, line: Line, x: number, y: number, leading: number, color?: string): void {
    for (const group of groupsOf(line.pieces)) {
      const { run } = group[0]!
      const leads = this.#leads(run)
      const draw = () => {
        for (const piece of group) {
          const baseline = y + leading / 2 + piece.size * 0.345
          this.#lettering.draw(piece, x + piece.x, baseline, colorOf(run, this.palette, color))
        }
      }
      if (!tag) draw()
      else if (leads) {
        const link = new Tag('Link', tag)
        this.tagged(link, draw)
        const from = x + group[0]!.x
        const width = group.reduce((sum, piece) => sum + piece.width, 0)
        this.#link(run, from, y, width, leading, link)
      } else this.tagged(tag, draw)
    }
  }

  /** Lines of text, one below the other. */
  lines(tag: Tag | null, lines: readonly Line[], x: number, y: number, leading: number, color?: string): void {
    for (const [at, line] of lines.entries()) this.line(tag, line, x, y + at * leading, leading, color)
  }

  rect(x: number, y: number, width: number, height: number, color: string, radius = 0): void {
    this.#lettering.forgetColor()
    if (radius > 0) this.#document.roundedRect(x, y, width, height, radius).fill(color)
    else this.#document.rect(x, y, width, height).fill(color)
  }

  stroke(points: readonly (readonly [number, number])[], color: string, width: number, dash?: number): void {
    this.#lettering.forgetColor()
    const document = this.#document
    document.save().lineWidth(width).lineJoin('round').lineCap('butt').strokeColor(color)
    if (dash) document.dash(dash, { space: dash * 0.8 })
    points.forEach(([x, y], at) => {
      if (at === 0) document.moveTo(x, y)
      else document.lineTo(x, y)
    })
    document.stroke().restore()
  }

  path(data: string, x: number, y: number, scale: number, color: string, width?: number): void {
    this.#lettering.forgetColor()
    const document = this.#document.save().translate(x, y).scale(scale).path(data)
    if (width === undefined) document.fill(color)
    else document.lineWidth(width).lineJoin('round').lineCap('round').stroke(color)
    document.restore()
  }

  circle(x: number, y: number, radius: number, fill: string, stroke?: string): void {
    this.#lettering.forgetColor()
    const circle = this.#document.circle(x, y, radius)
    if (stroke) circle.lineWidth(0.9).fillAndStroke(fill, stroke)
    else circle.fill(fill)
  }

  /** Null where it is no PNG or JPEG that can be read. */
  open(bytes: Buffer): object | null {
    try {
      return (this.#document as unknown as { openImage(bytes: Buffer): object }).openImage(bytes)
    } catch {
      return null
    }
  }

  /** As large as fits. */
  image(opened: object, x: number, y: number, width: number, height: number): void {
    this.#document.image(opened as never, x, y, { fit: [width, height], valign: 'center' } as never)
  }

  anchor(name: string, x: number, y: number): void {
    ;(this.#document as unknown as { addNamedDestination(...parts: unknown[]): void }).addNamedDestination(
      name,
      'XYZ',
      x,
      y,
      null,
    )
  }

  /** Text at a baseline; what surrounds it says what it is. */
  label(face: Face, size: number, text: string, x: number, baseline: number, color: string): void {
    this.#lettering.draw({ face, size, text, reversed: false }, x, baseline, color)
  }

  #structOf(tag: Tag): Struct {
    if (tag.struct) return tag.struct
    tag.struct = this.#document.struct(tag.type as never, tag.options as never) as unknown as Struct
    const parent = tag.parent ? this.#structOf(tag.parent) : this.#root
    parent.add(tag.struct)
    return tag.struct
  }

  #leads({ href, to }: Run): boolean {
    return (href !== undefined && isWeb(href)) || (to !== undefined && this.#anchors.has(to))
  }

  #link({ href, to, text }: Run, x: number, y: number, width: number, height: number, tag: Tag): void {
    const options = { structParent: this.#structOf(tag), Contents: new String(text.slice(0, 200)) } as never
    if (href !== undefined) this.#document.link(x, y, width, height, new URL(href).href, options)
    else this.#document.goTo(x, y, width, height, to!, options)
  }
}

export function isWeb(href: string): boolean {
  return /^https?:$/.test(URL.parse(href)?.protocol ?? '')
}

function colorOf({ href, soft, tone, code }: Run, palette: Palette, color: string | undefined): string {
  if (tone) return palette.tones[tone].ink
  if (href !== undefined && !code && isWeb(href)) return color ?? palette.link
  if (soft && (color === undefined || color === palette.ink)) return palette.soft
  return color ?? palette.ink
}

/** Neighbours that lead to the same place. */
function groupsOf(pieces: Line['pieces']): Line['pieces'][] {
  const groups: Line['pieces'][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last && last[0]!.run === piece.run) last.push(piece)
    else groups.push([piece])
  }
  return groups
}
