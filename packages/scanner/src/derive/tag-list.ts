/** `name=value; name=value`, as DKIM, DMARC, MTA-STS and TLS-RPT records are written (RFC 6376 section 3.2). */
export interface TagList {
  /** In order, names in lower case, the first of a name counts. */
  tags: ReadonlyMap<string, string>
  /** Pieces that are no tag, and tags that stand twice, as written. */
  errors: readonly string[]
}

/** Parses one record; never throws. */
export function parseTagList(text: string): TagList {
  const tags = new Map<string, string>()
  const errors: string[] = []
  const pieces = text.split(';')
  for (const [index, piece] of pieces.entries()) {
    const trimmed = piece.trim()
    if (trimmed === '' && index === pieces.length - 1) continue
    const parts = /^([a-z][a-z0-9_]*)\s*=\s*(.*)$/is.exec(trimmed)
    const name = parts?.[1]?.toLowerCase()
    if (name === undefined || tags.has(name)) errors.push(trimmed)
    else tags.set(name, parts![2]!)
  }
  return { tags, errors }
}
