import { type Block, linkable, markerBlock, type Span } from './issue.ts'

/** Between a sign and what it would act on: seen by no reader, and no mention, reference or command any more. */
const BREAK = '\u2060'

/** Markdown as GitHub, GitLab and Linear read it, with the marker at its end; at most `most` characters, cut between blocks. */
export function markdown(blocks: readonly Block[], marker: string, most: number): string {
  const end = blockOf(markerBlock(marker))
  const parts: string[] = []
  let room = most - end.length - 2
  for (const block of blocks) {
    const part = blockOf(block)
    if (part.length + 2 > room) {
      parts.push('(shortened)')
      break
    }
    parts.push(part)
    room -= part.length + 2
  }
  return [...parts, end].join('\n\n')
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${escaped(block.text)}`
    case 'paragraph':
      return block.spans.map(spanOf).join('')
    case 'list':
      return block.items.map((spans) => `- ${spans.map(spanOf).join('')}`).join('\n')
    case 'code':
      return fenced(block.text)
  }
}

function spanOf({ text, code, strong, link }: Span): string {
  if (code) return codeSpan(text)
  // A mark that stands beside a space marks nothing (CommonMark 6.2).
  const inner = strong ? `**${escaped(text.trim())}**${/\s$/.test(text) ? ' ' : ''}` : escaped(text)
  const url = linkable(link)
  return url ? `[${inner}](<${url.replaceAll(/[<>]/g, encodeURIComponent)}>)` : inner
}

/** A code span (CommonMark 6.1): its fence is longer than every run of backticks inside. */
function codeSpan(text: string): string {
  const line = visible(text).replaceAll(/\s+/g, ' ').trim()
  if (line === '') return '–'
  const fence = '`'.repeat(longestRun(line) + 1)
  return `${fence}${line.startsWith('`') ? ' ' : ''}${line}${line.endsWith('`') ? ' ' : ''}${fence}`
}

function fenced(text: string): string {
  const body = visible(text)
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1))
  return `${fence}text\n${body.replaceAll(/\r\n?/g, '\n')}\n${fence}`
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}

/**
 * Text that is only text. Backslashes take Markdown's meaning from punctuation (CommonMark 2.4), but mentions, references and
 * bare addresses are looked for afterwards: those are broken apart. A line that begins with a slash is a command in GitLab.
 */
export function escaped(text: string): string {
  return (
    visible(text)
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/[\\`*_{}[\]<>|~&$]/g, '\\$&')
      .replaceAll(/[@#!$%~&](?=[\w\\"'*{[])/g, `$&${BREAK}`)
      // Little pictures, as `:boom:`.
      .replaceAll(/:(?=[a-z+-][\w+-]*:)/g, `:${BREAK}`)
      .replaceAll(/\b(https?|ftp|mailto)(?=:)/gi, `$1${BREAK}`)
      .replaceAll(/\bwww\./gi, `www${BREAK}.`)
      .replaceAll(/\bGH(?=-\d)/gi, `GH${BREAK}`)
      .replace(/^\//, `${BREAK}/`)
      .replace(/^[-+#=]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  )
}

/** Without what turns the direction of writing, and without control characters but for the ends of lines and tabs. */
export function visible(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, '\uFFFD')
  )
}
