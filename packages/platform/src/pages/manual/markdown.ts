import { lexer, Parser, Renderer, type Token, type Tokens } from 'marked'
import { escapeHtml } from '../page.ts'

/** What stands below one heading, up to the next. */
export interface Section {
  /** The anchor of the heading, unique on its page. */
  id: string
  /** Without markup. */
  title: string
  /** 1 for the page's title, 2 and 3 for what the table of contents lists. */
  depth: number
  /** What it says, without markup. */
  text: string
}

export interface Rendered {
  title: string
  /** The first sentence below the title, without markup. */
  summary: string
  sections: Section[]
  html: string
}

/** Where a link leads, or null where only a checkout of the repository has what it names: it is then set as text. */
export type LinkResolver = (href: string) => string | null

/** One Markdown file as HTML. Raw HTML in it is shown as text; images are their descriptions: a page asks for nothing else. */
export function renderMarkdown(markdown: string, resolve: LinkResolver): Rendered {
  const ids = new Map<string, number>()
  const parser = new Parser({ renderer: new PageRenderer(resolve) })
  const sections: Section[] = []
  let html = ''
  let opening = ''
  for (const { heading, body } of parted(lexer(markdown))) {
    const inside = parser.parse(body)
    const [paragraph] = body.filter(({ type }) => type === 'paragraph')
    if (heading?.depth === 1 && paragraph) opening = plainText(parser.parse([paragraph]))
    if (heading) {
      const head = parser.parseInline(heading.tokens)
      const title = plainText(head)
      const id = uniqueId(title, ids)
      sections.push({ id, title, depth: heading.depth, text: plainText(inside) })
      html += headingHtml(heading.depth, id, head)
    }
    html += inside
  }
  const [first] = sections
  if (first?.depth !== 1) throw new Error('A page of the documentation begins with its title: # …')
  return { title: first.title, summary: firstSentence(opening), sections, html }
}

interface Part {
  heading: Tokens.Heading | null
  body: Token[]
}

function parted(tokens: readonly Token[]): Part[] {
  const parts: Part[] = [{ heading: null, body: [] }]
  for (const token of tokens) {
    if (token.type === 'heading') parts.push({ heading: token as Tokens.Heading, body: [] })
    else parts.at(-1)!.body.push(token)
  }
  return parts
}

function headingHtml(depth: number, id: string, inside: string): string {
  if (depth === 1) return `<h1 id="${id}">${inside}</h1>\n`
  return `<h${depth} id="${id}">${inside} <a class="anchor" href="#${id}" aria-label="Link to this section">#</a></h${depth}>\n`
}

/** As GitHub makes them, so that `x.md#y` leads to the same place there and here. */
function uniqueId(title: string, taken: Map<string, number>): string {
  const plain = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-')
  const times = taken.get(plain) ?? 0
  taken.set(plain, times + 1)
  return times === 0 ? plain : `${plain}-${times}`
}

class PageRenderer extends Renderer {
  readonly #resolve: LinkResolver

  constructor(resolve: LinkResolver) {
    super()
    this.#resolve = resolve
  }

  override html({ text }: Tokens.HTML | Tokens.Tag): string {
    return escapeHtml(text)
  }

  override image({ text }: Tokens.Image): string {
    return escapeHtml(text)
  }

  override link({ href, tokens }: Tokens.Link): string {
    const inside = this.parser.parseInline(tokens)
    const target = this.#resolve(href)
    if (target === null) return inside
    const rel = /^https?:/.test(target) ? ' rel="noopener"' : ''
    return `<a href="${escapeHtml(target)}"${rel}>${inside}</a>`
  }

  /** What scrolls can be reached by the keyboard. */
  override code({ text, lang }: Tokens.Code): string {
    return `<pre tabindex="0"${lang ? ` data-language="${escapeHtml(lang)}"` : ''}><code>${escapeHtml(text)}\n</code></pre>\n`
  }

  override table(token: Tokens.Table): string {
    return `<div class="scroll" role="region" aria-label="Table" tabindex="0">${super.table(token)}</div>\n`
  }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function plainText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, (tag) => (/^<\/?(?:code|a|strong|em|del)\b/.test(tag) ? '' : ' '))
    .replaceAll(/&(?:#(\d+)|(\w+));/g, (all, number, name) =>
      number ? String.fromCodePoint(Number(number)) : (ENTITIES[name] ?? all),
    )
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function firstSentence(text: string): string {
  const sentence = /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text
  return sentence.replace(/:$/, '.')
}
