/** A piece of text in a line. What comes from websites is `code`: no dialect reads mentions, links or commands in it. */
export interface Span {
  text: string
  code?: true
  strong?: true
  /** An address of ours, or one that the engine's own texts cite. */
  link?: string
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'list'; items: Span[][] }
  /** Literally, line by line. */
  | { kind: 'code'; text: string }

/** What becomes an issue, for every system alike: adapters only choose the dialect. */
export interface Issue {
  /** Stands in the issue, and nowhere else. */
  marker: string
  title: string
  blocks: Block[]
  labels: string[]
  assignee: string | null
  priority: string | null
  severity: string
}

export interface Comment {
  marker: string
  blocks: Block[]
}

/** By its last line an issue or a comment is known again. */
export function markerBlock(marker: string): Block {
  return { kind: 'paragraph', spans: [{ text: 'Reference: ' }, { text: marker, code: true }] }
}

/** The address as it may be linked to; null for what is no page of the web, as `javascript:`. */
export function linkable(link: string | undefined): string | null {
  const url = link === undefined ? null : URL.parse(link)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}
