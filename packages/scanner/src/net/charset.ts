import { type HeaderList, headerValue } from './exchange.ts'

const PRESCAN = 1024 // bytes in which a page's own declaration must stand (HTML standard, section 13.2.3.2)

/**
 * Turns a body into text: by its byte order mark, the charset of its Content-Type, the `meta` element of a page, or else
 * as UTF-8, and where it is not that, as Windows-1252 like browsers do. Never throws: bytes that fit nothing become U+FFFD.
 */
export function decodeText(bytes: Buffer, headers: HeaderList, isCutOff = false): string {
  const label = markOf(bytes) ?? headerCharset(headers) ?? metaCharset(bytes)
  const declared = label ? decoder(label) : null
  if (declared) return declared.decode(bytes)
  try {
    // A body that was cut off may end inside a character: `stream` lets that pass.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCutOff })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function markOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return null
}

function headerCharset(headers: HeaderList): string | null {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(headerValue(headers, 'content-type') ?? '')?.[1] ?? null
}

function metaCharset(bytes: Buffer): string | null {
  const start = bytes.subarray(0, PRESCAN).toString('latin1')
  const label = /<meta[^>]{0,200}?\bcharset\s*=\s*["']?([^\s"'/>;]+)/i.exec(start)?.[1]
  // What can be read as ASCII to find this is no UTF-16 (HTML standard, section 13.2.3.2).
  return label && /^utf-?16/i.test(label) ? 'utf-8' : (label ?? null)
}

function decoder(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}
