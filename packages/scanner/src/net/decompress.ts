import type { Transform } from 'node:stream'
import * as zlib from 'node:zlib'

const MOST_CODINGS = 2 // RFC 9110 allows a list; nobody honest compresses more than twice

/**
 * Undoes the codings that a Content-Encoding field lists, in the order applied. Gives at most `limit` bytes, so that a
 * decompression bomb costs no more. What is broken is read as far as it goes; an unknown coding leaves the bytes as they are.
 */
export async function decompress(
  wire: Buffer,
  contentEncoding: string | undefined,
  limit: number,
): Promise<{ bytes: Buffer; complete: boolean }> {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  let result = { bytes: wire, complete: true }
  if (codings.length > MOST_CODINGS) return { bytes: wire, complete: false }
  for (const coding of codings.reverse()) {
    const decoder = decoderFor(coding, result.bytes)
    if (!decoder) return { bytes: result.bytes, complete: false }
    if (result.bytes.length === 0) break
    const { bytes, complete } = await run(decoder, result.bytes, limit)
    result = { bytes, complete: complete && result.complete }
  }
  return result
}

function decoderFor(coding: string, bytes: Buffer): Transform | null {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip()
    case 'deflate': // some servers leave the zlib header out (RFC 9110 section 8.4.1.2)
      return (bytes[0]! & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw()
    case 'br':
      return zlib.createBrotliDecompress()
    case 'zstd':
      return zlib.createZstdDecompress()
    default:
      return null
  }
}

function run(decoder: Transform, input: Buffer, limit: number): Promise<{ bytes: Buffer; complete: boolean }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const finish = (complete: boolean) => {
      decoder.destroy()
      resolve({ bytes: Buffer.concat(chunks), complete })
    }
    decoder.on('data', (chunk: Buffer) => {
      chunks.push(chunk.subarray(0, Math.max(0, limit - size)))
      size += chunk.length
      if (size > limit) finish(false)
    })
    decoder.on('end', () => finish(true))
    decoder.on('error', () => finish(false))
    decoder.end(input)
  })
}
