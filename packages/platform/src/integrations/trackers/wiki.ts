import { type Block, linkable, markerBlock, type Span } from './issue.ts'
import { visible } from './markdown.ts'

const BREAK = '\u2060'

/** Wiki markup, as Jira Data Center renders it (jira.atlassian.com/secure/WikiRendererHelpAction.jspa). */
export function wiki(blocks: readonly Block[], marker: string, most: number): string {
  const end = blockOf(markerBlock(marker))
  const parts: string[] = []
  let room = most - end.length - 2
  for (const block of blocks) {
    const part = blockOf(block)
    room -= part.length + 2
    if (room < 0) {
      parts.push('(shortened)')
      break
    }
    parts.push(part)
  }
  return [...parts, end].join('\n\n')
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `h3. ${escaped(block.text)}`
    case 'paragraph':
      return block.spans.map(spanOf).join('')
    case 'list':
      return block.items.map((spans) => `* ${spans.map(spanOf).join('')}`).join('\n')
    case 'code':
      // Only its own end ends it; inside, nothing else is read.
      return `{noformat}\n${visible(block.text)
        .replaceAll(/\{(?=noformat)/gi, `{${BREAK}`)
        .replaceAll(/\r\n?/g, '\n')}\n{noformat}`
  }
}

function spanOf({ text, code, strong, link }: Span): string {
  if (code) return text.trim() === '' ? '–' : `{{${unmarked(text)}}}`
  const inner = escaped(text)
  const url = linkable(link)
  if (url) return `[${inner}|${url.replaceAll(/[[\]|{}]/g, encodeURIComponent)}]`
  return strong ? `*${inner.trim()}*${/\s$/.test(inner) ? ' ' : ''}` : inner
}

/** Text that is only text: marks, mentions (`[~name]`), macros (`{…}`), links, smileys and issue keys mean nothing in it. */
function escaped(text: string): string {
  return unmarked(text)
    .replaceAll(/\b(https?|ftp|mailto|file)(?=:)/gi, `$1${BREAK}`)
    .replaceAll(/\b([A-Z][A-Z0-9_]+)-(?=\d)/g, (whole, name: string) =>
      /^(CVE|CWE)$/.test(name) ? whole : `${name}${BREAK}-`,
    )
    .replaceAll(/[:;(](?=[)(DPp*yni!?x+-])/g, `$&${BREAK}`)
    .replace(/^(bq|h[1-6])(?=\.)/, `$1${BREAK}`)
}

/** Without marks, mentions and macros; addresses are left whole, so that they can be copied. */
function unmarked(text: string): string {
  return (
    visible(text)
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/[\\*?+^~{}[\]|!#@]/g, '\\$&')
      // Within a word it means nothing, and identifiers are looked for as they are.
      .replaceAll(/(?<!\w)_|_(?!\w)/g, '\\_')
      .replaceAll(/-(?=[-\s]|$)|(?<=\s|^)-/g, '\\-')
  )
}
