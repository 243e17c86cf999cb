import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PdfText {
  text: string
  /** Points from the upper left corner of the page: the box of the text. */
  left: number
  right: number
  top: number
  bottom: number
}
export interface PdfPage {
  width: number
  height: number
  texts: PdfText[]
  /** All of its text, a line a text. */
  text: string
  links: { url: string | null; dest: unknown }[]
}
export interface PdfRead {
  pages: PdfPage[]
  text: string
  info: Record<string, unknown>
  outline: string[]
  /** Kinds of the parts of the structure tree, in order. */
  structure: string[]
  /** Texts that stand for figures. */
  alternatives: string[]
  language: string | null
}

/** Reads a PDF as its readers do. */
export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const read: PdfRead = { pages: [], text: '', info: {}, outline: [], structure: [], alternatives: [], language: null }
  const metadata = await document.getMetadata()
  read.info = metadata.info as Record<string, unknown>
  read.language = (read.info.Language as string | undefined) ?? null
  const walk = (items: { title: string; items: unknown[] }[]) => {
    for (const { title, items: inner } of items) {
      read.outline.push(title)
      walk(inner as { title: string; items: unknown[] }[])
    }
  }
  walk((await document.getOutline()) ?? [])
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const [, , width, height] = page.view as [number, number, number, number]
    const { items } = await page.getTextContent()
    const texts = items.flatMap((item): PdfText[] => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number]
      const size = Math.hypot(a, b)
      return [
        {
          text: item.str,
          left: x,
          right: x + item.width,
          top: height - y - size * 0.75,
          bottom: height - y + size * 0.25,
        },
      ]
    })
    const annotations = await page.getAnnotations()
    const links = annotations.map(({ url, unsafeUrl, dest }) => ({ url: url ?? unsafeUrl ?? null, dest: dest ?? null }))
    read.pages.push({ width, height, texts, text: texts.map(({ text }) => text).join('\n'), links })
    walkStructure(await page.getStructTree(), read)
  }
  read.text = read.pages.map(({ text }) => text).join('\n')
  await task.destroy()
  return read
}

function walkStructure(node: unknown, read: PdfRead): void {
  if (!node || typeof node !== 'object') return
  const { role, alt, children } = node as { role?: string; alt?: string; children?: unknown[] }
  if (role) read.structure.push(role)
  if (alt) read.alternatives.push(alt)
  for (const child of children ?? []) walkStructure(child, read)
}
