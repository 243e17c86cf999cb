import { u8, u16, vec16, WireError } from './wire.ts'

export const CHANGE_CIPHER_SPEC = 20
export const ALERT = 21
export const HANDSHAKE = 22
export const APPLICATION_DATA = 23
export const HEARTBEAT = 24

const HEADER = 5 // bytes: type, version, length
/** Most that a fragment may hold, with what encryption may add (RFC 5246 section 6.2.3). */
const LONGEST = 0x4000 + 2048

export interface TlsRecord {
  type: number
  version: number
  fragment: Buffer
}

/** One record (RFC 5246 section 6.2.1). `version` as on the wire: 0x0303 is TLS 1.2. */
export function record(type: number, version: number, fragment: Buffer): Buffer {
  return Buffer.concat([u8(type), u16(version), vec16(fragment)])
}

/** Cuts what arrives into records. Throws `WireError` as soon as it cannot be TLS. */
export class RecordReader {
  #pending: Buffer = Buffer.alloc(0)

  push(chunk: Buffer): TlsRecord[] {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk])
    const records: TlsRecord[] = []
    while (this.#pending.length >= HEADER) {
      const [type = 0, major] = this.#pending
      if (type < CHANGE_CIPHER_SPEC || type > HEARTBEAT || major !== 3) throw new WireError('what came is not TLS')
      const length = this.#pending.readUInt16BE(3)
      if (length > LONGEST) throw new WireError(`a record of ${length} bytes`)
      if (this.#pending.length < HEADER + length) break
      records.push({
        type,
        version: this.#pending.readUInt16BE(1),
        fragment: this.#pending.subarray(HEADER, HEADER + length),
      })
      this.#pending = this.#pending.subarray(HEADER + length)
    }
    return records
  }
}
