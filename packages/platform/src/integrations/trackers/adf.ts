import { type Block, linkable, markerBlock, type Span } from './issue.ts'
import { visible } from './markdown.ts'

interface Node {
  type: string
  [name: string]: unknown
}

/**
 * Atlassian Document Format (developer.atlassian.com/cloud/jira/platform/apis/document/structure). Its text is only text: no
 * mention and no markup is read in it.
 */
export function adf(blocks: readonly Block[], marker: string, most: number): Node {
  const end = nodeOf(markerBlock(marker))
  const content: Node[] = []
  let room = most - JSON.stringify(end).length
  for (const block of blocks) {
    const node = nodeOf(block)
    room -= JSON.stringify(node).length
    if (room < 0) {
      content.push(paragraph([{ text: '(shortened)' }]))
      break
    }
    content.push(node)
  }
  return { type: 'doc', version: 1, content: [...content, end] }
}

function nodeOf(block: Block): Node {
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', attrs: { level: 3 }, content: [text({ text: block.text })] }
    case 'paragraph':
      return paragraph(block.spans)
    case 'list':
      return {
        type: 'bulletList',
        content: block.items.map((spans) => ({ type: 'listItem', content: [paragraph(spans)] })),
      }
    case 'code':
      return {
        type: 'codeBlock',
        attrs: { language: 'text' },
        // Text without characters is no text (schema of the format).
        ...(block.text === '' ? {} : { content: [{ type: 'text', text: visible(block.text) }] }),
      }
  }
}

function paragraph(spans: readonly Span[]): Node {
  return { type: 'paragraph', content: spans.filter((span) => span.text !== '').map(text) }
}

function text(span: Span): Node {
  const { code, strong, link } = span
  const url = linkable(link)
  const marks = [
    ...(code ? [{ type: 'code' }] : []),
    ...(strong && !code ? [{ type: 'strong' }] : []),
    ...(url ? [{ type: 'link', attrs: { href: url } }] : []),
  ]
  return { type: 'text', text: visible(span.text).replaceAll(/\s+/g, ' '), ...(marks.length > 0 ? { marks } : {}) }
}
