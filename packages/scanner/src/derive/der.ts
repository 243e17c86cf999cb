/** One element of DER: its tag, its content, and itself whole. */
export interface DerElement {
  tag: number
  content: Buffer
  whole: Buffer
}

/**
 * Cuts DER into elements (X.690 section 8.1), for lists that are too long for a tree of objects. Throws an Error where the bytes
 * end too soon, or a length is not definite.
 */
export function* derElements(bytes: Buffer): Generator<DerElement> {
  let at = 0
  while (at < bytes.length) {
    const tag = bytes[at]!
    let length = bytes[at + 1] ?? -1
    let start = at + 2
    if (length > 0x80) {
      const size = length & 0x7f
      if (size > 4 || start + size > bytes.length) throw new Error('not DER: a length that cannot be')
      length = bytes.readUIntBE(start, size)
      start += size
    } else if (length === 0x80 || length === -1) throw new Error('not DER: a length that is not definite')
    const end = start + length
    if (end > bytes.length) throw new Error('not DER: it ends too soon')
    yield { tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) }
    at = end
  }
}

/** All elements of a constructed one. */
export function derItems(bytes: Buffer): DerElement[] {
  return [...derElements(bytes)]
}

/** Milliseconds since the epoch of a UTCTime or GeneralizedTime (RFC 5280 section 4.1.2.5). NaN where it is neither. */
export function derTime({ tag, content }: DerElement): number {
  const text = content.toString('latin1')
  const full = tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?/.exec(full)
  if (!found) return Number.NaN
  const [year, month, day, hour, minute, second = 0] = found.slice(1).map((part) => Number(part ?? 0))
  return Date.UTC(year!, month! - 1, day, hour, minute, second)
}
