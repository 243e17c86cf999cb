import type { QueryType } from './dns-message.ts'

/** HTTPS, by its number: the codec knows no name for it. */
export const SERVICE_BINDING = 'UNKNOWN_65' as QueryType

/** One HTTPS record (RFC 9460 section 2.2). */
export interface ServiceBinding {
  /** 0: an alias; otherwise the smaller, the sooner. */
  priority: number
  /** Empty: the owner's own name. */
  target: string
  /** Protocols beside HTTP/1.1, such as `h2` and `h3`. */
  alpn: readonly string[]
  /** False where `no-default-alpn` takes HTTP/1.1 away. */
  http1: boolean
  port: number | null
  /** A key for Encrypted Client Hello is there. */
  ech: boolean
}

const KEY = { alpn: 1, noDefaultAlpn: 2, port: 3, ech: 5 }

/** Reads a record's bytes; null where they break the format, which clients must then ignore (section 2.2). */
export function readServiceBinding(data: unknown): ServiceBinding | null {
  if (!Buffer.isBuffer(data)) return null
  try {
    const priority = data.readUInt16BE(0)
    const { name: target, at } = readName(data, 2)
    const parameters = readParameters(data.subarray(at))
    const port = parameters.get(KEY.port)
    if (port !== undefined && port.length !== 2) return null
    return {
      priority,
      target,
      alpn: readProtocols(parameters.get(KEY.alpn) ?? Buffer.alloc(0)),
      http1: !parameters.has(KEY.noDefaultAlpn),
      port: port?.readUInt16BE(0) ?? null,
      ech: (parameters.get(KEY.ech)?.length ?? 0) > 0,
    }
  } catch {
    return null // it ends before its time, or its order is wrong
  }
}

/** Labels without compression, which is not allowed here. */
function readName(data: Buffer, from: number): { name: string; at: number } {
  const labels: string[] = []
  let at = from
  for (let length = data.readUInt8(at); length > 0; length = data.readUInt8(at)) {
    if (length > 63 || at + 1 + length > data.length) throw new RangeError('a label that is too long')
    labels.push(data.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), at: at + 1 }
}

function readParameters(data: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>()
  let last = -1
  for (let at = 0; at < data.length; ) {
    const key = data.readUInt16BE(at)
    const length = data.readUInt16BE(at + 2)
    if (key <= last || at + 4 + length > data.length) throw new RangeError('parameters out of order or cut off')
    last = key
    found.set(key, data.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return found
}

function readProtocols(data: Buffer): string[] {
  const found: string[] = []
  for (let at = 0; at < data.length; ) {
    const length = data.readUInt8(at)
    if (length === 0 || at + 1 + length > data.length) throw new RangeError('a protocol of no length')
    found.push(data.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return found
}
