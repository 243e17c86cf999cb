import type { Content } from './blob-store.ts'

/** Bytes in one row: a few of them are memory that any process has. */
export const CHUNK = 256 * 1024

/** The bytes in pieces of `CHUNK`, the last one shorter; texts as UTF-8. */
export async function* inChunks(content: Content, size = CHUNK): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let bytes = 0
  const whole = typeof content === 'string' || content instanceof Uint8Array
  for await (const piece of whole ? [content] : content) {
    const part =
      typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    waiting.push(part)
    bytes += part.length
    if (bytes < size) continue
    const all = waiting.length === 1 ? part : Buffer.concat(waiting)
    const full = all.length - (all.length % size)
    for (let at = 0; at < full; at += size) yield all.subarray(at, at + size)
    waiting = full < all.length ? [all.subarray(full)] : []
    bytes = all.length - full
  }
  if (bytes > 0) yield Buffer.concat(waiting)
}
