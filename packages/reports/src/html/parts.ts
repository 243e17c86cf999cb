import { type Html, html } from '@lasthash/scanner/report/escape'
import { type Block, cellOf, type Inline, type Outline, type Run, runsOf } from '../blocks.ts'
import { gradeTone } from '../colors.ts'
import { chartSvg } from './svg.ts'

/** What a page says around a report, in its language. */
export interface HtmlWords {
  skip: string
  /** Above the table with a chart's numbers. */
  numbers: string
}

/** What is known while a page is made. */
export interface PageState extends HtmlWords {
  outline: Outline
}

/** A block as HTML. Everything in it that is text is escaped. */
export function part(block: Block, words: PageState): Html {
  switch (block.block) {
    case 'heading':
      return heading(block, words)
    case 'paragraph':
      return html`<p${block.size && block.size !== 'body' && html` class="${block.size}"`}>${inline(block.text)}</p>`
    case 'list': {
      const items = block.items.map((item) => html`<li>${inline(item)}</li>`)
      return block.ordered ? html`<ol class="list">${items}</ol>` : html`<ul class="list">${items}</ul>`
    }
    case 'facts':
      return html`<dl class="facts across-${block.columns ?? 2}">${block.items.map(
        ({ name, value }) => html`<div><dt>${name}</dt><dd>${inline(value)}</dd></div>`,
      )}</dl>`
    case 'table':
      return table(block)
    case 'code': {
      const code = html`<pre dir="ltr"><code>${block.text}</code></pre>`
      return block.caption ? html`<figure><figcaption>${block.caption}</figcaption>${code}</figure>` : code
    }
    case 'notice':
      return html`<div class="notice ${block.tone ?? 'info'}">${block.title && html`<p><strong>${block.title}</strong></p>`}<p>${inline(block.text)}</p></div>`
    case 'tiles':
      return html`<ul class="tiles" aria-label="${block.label}">${block.items.map(
        ({ name, value, note, tone }) =>
          html`<li class="${tone ?? 'neutral'}"><b${value.length > 8 && html` class="long"`}>${value}</b> <span>${name}</span>${note && html` <small>${note}</small>`}</li>`,
      )}</ul>`
    case 'score':
      return score(block)
    case 'chart':
      return chart(block, words)
    case 'group':
      return html`<section class="group ${block.tone}"${block.id && html` id="${block.id}"`}>${block.blocks.map((one) => part(one, words))}</section>`
    case 'columns':
      return html`<div class="columns">${block.columns.map(({ blocks }) => html`<div>${blocks.map((one) => part(one, words))}</div>`)}</div>`
    case 'page':
    case 'contents':
      return html``
  }
}

function heading({ level, text, id, tone, aside }: Extract<Block, { block: 'heading' }>, words: PageState): Html {
  const inner = html`${inline(text)}${aside && html` <span class="aside">${aside}</span>`}`
  const attributes = html`${id && html` id="${id}"`}  class="size-${level}${tone && ` ${tone}`}"`
  const depth = words.outline.depthOf(level)
  if (depth === 1) return html`<h2${attributes}>${inner}</h2>`
  return depth === 2 ? html`<h3${attributes}>${inner}</h3>` : html`<h4${attributes}>${inner}</h4>`
}

/** Runs of text. What a target sent is kept from turning its surroundings around. */
export function inline(text: Inline): Html {
  return html`${runsOf(text).map(run)}`
}

function run({ text, bold, code, soft, tone, href, to }: Run): Html {
  if (text === '\n') return html`<br>`
  let made = code ? html`<code dir="ltr">${text}</code>` : html`${text}`
  if (bold) made = html`<strong>${made}</strong>`
  if (tone) made = html`<span class="tone ${tone}">${made}</span>`
  else if (soft) made = html`<span class="soft">${made}</span>`
  if (to !== undefined) return html`<a href="#${to}">${made}</a>`
  const isWeb = href !== undefined && /^https?:$/.test(URL.parse(href)?.protocol ?? '')
  return isWeb ? html`<a href="${href}" rel="noopener noreferrer">${made}</a>` : made
}

function table({ caption, columns, rows }: Extract<Block, { block: 'table' }>): Html {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const align = (at: number) => columns[at]?.align === 'end' && html` class="end"`
  return html`<div class="scroll${columns.length > 2 && ' wide'}" role="region" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption>
<colgroup>${columns.map(({ share }) => html`<col width="${Math.round((share * 100) / shares)}%">`)}</colgroup>
<thead><tr>${columns.map(({ name }, at) => html`<th scope="col"${align(at)}>${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    (cells) =>
      html`<tr>${cells.map((value, at) => {
        const { text, note } = cellOf(value)
        return html`<td${align(at)}>${inline(text)}${note !== undefined && html`<small>${inline(note)}</small>`}</td>`
      })}</tr>`,
  )}</tbody></table></div>`
}

function score(block: Extract<Block, { block: 'score' }>): Html {
  const arc = 'M 41.3 158.7 A 83 83 0 1 1 158.7 158.7'
  return html`<div class="score ${gradeTone(block.grade)}">
<svg viewBox="0 0 200 190" role="img" aria-label="${block.label}"><path class="track" d="${arc}"/><path class="value" d="${arc}" pathLength="100" stroke-dasharray="${block.score} 101"/>
<text class="number" x="100" y="112" text-anchor="middle">${block.score}</text><text class="of" x="100" y="134" text-anchor="middle">${block.of}</text><text class="letter" x="100" y="176" text-anchor="middle">${block.grade}</text></svg>
<div><p class="verdict">${inline(block.text)}</p>${block.note !== undefined && html`<p class="small">${inline(block.note)}</p>`}</div>
</div>`
}

function chart({ chart, caption }: Extract<Block, { block: 'chart' }>, words: PageState): Html {
  const { columns, rows } = chart.numbers
  return html`<figure class="chart">${caption && html`<figcaption>${caption}</figcaption>`}
<div class="scroll" role="region" tabindex="0" aria-label="${caption ?? chart.alt}">${chartSvg(chart)}</div>
<details><summary>${words.numbers}</summary>
<table><thead><tr>${columns.map((name, at) => html`<th scope="col"${at > 0 && html` class="end"`}>${name}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell, at) => html`<td${at > 0 && html` class="end"`}>${cell}</td>`)}</tr>`)}</tbody></table></details></figure>`
}
