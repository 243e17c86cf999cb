import { createHash } from 'node:crypto'
import { type Html, html, trusted, visibleLine } from '@lasthash/scanner/report/escape'
import { type Block, type Composition, Outline, plain } from '../blocks.ts'
import { paletteOf } from '../colors.ts'
import { type HtmlWords, inline, part } from './parts.ts'
import { styleOf } from './style.ts'

const PRODUCT = 'LastHash'
const MARK = trusted(
  '<svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true"><path d="M12 1.8 3.5 5v6.6c0 5.1 3.5 8.9 8.5 10.6 5-1.7 8.5-5.5 8.5-10.6V5z" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"/><path d="M10.2 7.8 9 16.2M15 7.8l-1.2 8.4M7.8 10.4h8.8M7.4 13.6h8.8" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/></svg>',
)

/** For whoever serves the page: nothing but its own style sheet, and a logo that stands in the page itself. It is in the page, too. */
export function htmlPolicy({ brand }: Pick<Composition, 'brand'>): string {
  const hash = createHash('sha256')
    .update(styleOf(paletteOf(brand), brand.name ?? PRODUCT))
    .digest('base64')
  return `default-src 'none';${brand.logo ? ' img-src data:;' : ''} style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}

/** One self-contained page: no script, nothing loaded from anywhere, for phones, screens, the dark and paper. */
export async function* htmlReport(composition: Composition, words: HtmlWords): AsyncGenerator<string> {
  const { brand, title, label, subtitle, about, language } = composition
  const blocks: Block[] = []
  for await (const block of composition.blocks) blocks.push(block)
  const numbered = numberedOf(blocks)
  const state = { ...words, outline: new Outline() }
  yield html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${htmlPolicy(composition)}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="LastHash">
<title>${visibleLine(title)} – ${label}</title>
<style>${trusted(styleOf(paletteOf(brand), brand.name ?? PRODUCT))}</style>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="band">
<div class="top"><span class="brand">${brand.logo ? html`<img src="${brand.logo}" alt="" height="28">` : !brand.name && MARK}${brand.name ?? PRODUCT}</span><span class="label">${label}</span></div>
<h1><bdi>${visibleLine(title)}</bdi></h1>
<p class="subtitle"><bdi>${visibleLine(subtitle)}</bdi></p>
<dl class="about">${about.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${inline(value)}</dd></div>`)}</dl>
</header>
<main id="main">
`.text
  for (const [at, block] of numbered.entries()) {
    yield block.block === 'contents' ? contents(block.title, numbered.slice(at)).text : part(block, state).text
    yield '\n'
  }
  yield html`</main>
<footer>${brand.footer && html`<p>${brand.footer}</p>`}<p>${brand.name ?? PRODUCT} · <time datetime="${composition.generatedAt}">${composition.generatedAt.slice(0, 10)}</time></p></footer>
</body>
</html>
`.text
}

/** Every heading can be led to. */
function numberedOf(blocks: readonly Block[]): Block[] {
  let number = 0
  return blocks.map((block) => {
    if (block.block === 'heading') return { ...block, id: block.id ?? `heading-${++number}` }
    if (block.block !== 'group') return block
    return {
      ...block,
      blocks: numberedOf(block.blocks).map((inner) => (inner.block === 'heading' ? withId(inner, block.id) : inner)),
    }
  })
}

function withId(heading: Extract<Block, { block: 'heading' }>, group: string | undefined): Block {
  return group === undefined ? heading : { ...heading, id: `${group}-${heading.id}` }
}

function contents(title: string, blocks: readonly Block[]): Html {
  const entries = blocks.flatMap((block) => {
    const headings = block.block === 'group' ? block.blocks : [block]
    return headings.flatMap((one) => (one.block === 'heading' && (one.contents ?? one.level < 3) ? [one] : []))
  })
  return html`<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">${title}</h2><ol>${entries.map(
    (one) => html`<li class="level-${one.level}"><a href="#${one.id}">${visibleLine(plain(one.text))}</a></li>`,
  )}</ol></nav>`
}
