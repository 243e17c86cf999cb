import { type CipherGCMTypes, createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'
import { APPLICATION_DATA } from '../record.ts'
import { u8, u16, vec8, WireError } from '../wire.ts'
import type { Sealer } from './channel.ts'

const TAG = 16 // bytes

/** What a TLS 1.3 suite stands for; `key` in bytes. */
export interface Algorithm {
  hash: 'sha256' | 'sha384'
  cipher: CipherGCMTypes | 'chacha20-poly1305'
  key: 16 | 32
}

/** The key schedule (RFC 8446 section 7.1) without pre-shared keys. */
export class Schedule {
  readonly #hash: Algorithm['hash']
  readonly #size: number
  readonly #handshake: Buffer

  constructor(hash: Algorithm['hash'], shared: Buffer) {
    this.#hash = hash
    this.#size = hash === 'sha256' ? 32 : 48
    const early = this.#extract(Buffer.alloc(this.#size), Buffer.alloc(this.#size))
    this.#handshake = this.#extract(this.#derive(early, 'derived', []), shared)
  }

  handshake(messages: readonly Buffer[]): { client: Buffer; server: Buffer } {
    return {
      client: this.#derive(this.#handshake, 'c hs traffic', messages),
      server: this.#derive(this.#handshake, 's hs traffic', messages),
    }
  }

  application(messages: readonly Buffer[]): { client: Buffer; server: Buffer } {
    const master = this.#extract(this.#derive(this.#handshake, 'derived', []), Buffer.alloc(this.#size))
    return {
      client: this.#derive(master, 'c ap traffic', messages),
      server: this.#derive(master, 's ap traffic', messages),
    }
  }

  finished(traffic: Buffer, messages: readonly Buffer[]): Buffer {
    const key = expandLabel(this.#hash, traffic, 'finished', Buffer.alloc(0), this.#size)
    return createHmac(this.#hash, key).update(this.#digest(messages)).digest()
  }

  #extract(salt: Buffer, secret: Buffer): Buffer {
    return createHmac(this.#hash, salt).update(secret).digest()
  }

  #derive(secret: Buffer, label: string, messages: readonly Buffer[]): Buffer {
    return expandLabel(this.#hash, secret, label, this.#digest(messages), this.#size)
  }

  #digest(messages: readonly Buffer[]): Buffer {
    const hash = createHash(this.#hash)
    for (const message of messages) hash.update(message)
    return hash.digest()
  }
}

function expandLabel(hash: string, secret: Buffer, label: string, context: Buffer, length: number): Buffer {
  const info = Buffer.concat([u16(length), vec8(Buffer.from(`tls13 ${label}`, 'latin1')), vec8(context)])
  return hkdfExpand(hash, secret, info, length)
}

/** HKDF-Expand alone (RFC 5869 section 2.3); Node's `hkdf` always extracts first. */
function hkdfExpand(hash: string, secret: Buffer, info: Buffer, length: number): Buffer {
  const parts: Buffer[] = []
  let last: Buffer = Buffer.alloc(0)
  for (let counter = 1, have = 0; have < length; counter += 1, have += last.length) {
    last = createHmac(hash, secret).update(last).update(info).update(u8(counter)).digest()
    parts.push(last)
  }
  return Buffer.concat(parts).subarray(0, length)
}

/** Record protection of TLS 1.3 (RFC 8446 section 5.2); the type hides inside. */
export class Tls13Sealer implements Sealer {
  readonly outer = APPLICATION_DATA
  readonly #algorithm: Algorithm
  readonly #key: Buffer
  readonly #iv: Buffer
  #sequence = 0n

  constructor(algorithm: Algorithm, traffic: Buffer) {
    this.#algorithm = algorithm
    this.#key = expandLabel(algorithm.hash, traffic, 'key', Buffer.alloc(0), algorithm.key)
    this.#iv = expandLabel(algorithm.hash, traffic, 'iv', Buffer.alloc(0), 12)
  }

  seal(type: number, fragment: Buffer): Buffer {
    const plain = Buffer.concat([fragment, u8(type)])
    const cipher = createCipheriv(this.#algorithm.cipher as CipherGCMTypes, this.#key, this.#nonce(), {
      authTagLength: TAG,
    })
    cipher.setAAD(Buffer.concat([u8(APPLICATION_DATA), u16(0x0303, plain.length + TAG)]))
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  }

  open(_type: number, sealed: Buffer): { type: number; fragment: Buffer } {
    if (sealed.length < TAG) throw new WireError('too short to be sealed')
    const decipher = createDecipheriv(this.#algorithm.cipher as CipherGCMTypes, this.#key, this.#nonce(), {
      authTagLength: TAG,
    })
    decipher.setAAD(Buffer.concat([u8(APPLICATION_DATA), u16(0x0303, sealed.length)]))
    decipher.setAuthTag(sealed.subarray(-TAG))
    return unwrap(opened(() => Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()])))
  }

  #nonce(): Buffer {
    const nonce = Buffer.from(this.#iv)
    nonce.writeBigUInt64BE(nonce.readBigUInt64BE(4) ^ this.#sequence, 4)
    this.#sequence += 1n
    return nonce
  }
}

function opened(decrypt: () => Buffer): Buffer {
  try {
    return decrypt()
  } catch {
    throw new WireError('a bad tag')
  }
}

/** The true type is the last byte that is not zero; zeroes after it are padding (RFC 8446 section 5.4). */
function unwrap(plain: Buffer): { type: number; fragment: Buffer } {
  let end = plain.length - 1
  while (end > 0 && plain[end] === 0) end -= 1
  return { type: plain[end] ?? 0, fragment: plain.subarray(0, Math.max(0, end)) }
}
