import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { u8, u16, WireError } from '../wire.ts'
import type { Sealer } from './channel.ts'

const BLOCK = 16 // bytes of AES
const TAG = 16 // bytes of GCM
const TLS_1_1 = 0x0302

/** The suites that a session can be completed with: AES in CBC or GCM, with which every server of today has one. */
export interface SessionCipher {
  mode: 'CBC' | 'GCM'
  key_bytes: 16 | 32
  mac: 'sha1' | 'sha256' | 'sha384'
}

export interface DirectionKeys {
  mac_key: Buffer
  key: Buffer
  iv: Buffer
}

export function macBytes({ mode, mac }: SessionCipher): number {
  return mode === 'GCM' ? 0 : { sha1: 20, sha256: 32, sha384: 48 }[mac]
}

export function ivBytes({ mode }: SessionCipher, version: number): number {
  return mode === 'GCM' ? 4 : version < TLS_1_1 ? BLOCK : 0
}

/** Protects the records of one direction, for TLS 1.0 to 1.2 (RFC 5246 section 6.2.3, RFC 5288). */
export class Protection implements Sealer {
  readonly #cipher: SessionCipher
  readonly #keys: DirectionKeys
  readonly #version: number
  #sequence = 0n
  #lastBlock: Buffer
  /** Spoils the padding of what is sealed, though not its length: what a careless server does not notice. */
  spoilPadding = false

  constructor(cipher: SessionCipher, keys: DirectionKeys, version: number) {
    this.#cipher = cipher
    this.#keys = keys
    this.#version = version
    this.#lastBlock = keys.iv
  }

  seal(type: number, fragment: Buffer): Buffer {
    return this.#cipher.mode === 'GCM' ? this.#sealGcm(type, fragment) : this.#sealCbc(type, fragment)
  }

  /** Throws `WireError` where the record does not verify. With `lax`, the bytes of the padding are not looked at. */
  open(type: number, sealed: Buffer, { lax = false } = {}): { type: number; fragment: Buffer } {
    const fragment = this.#cipher.mode === 'GCM' ? this.#openGcm(type, sealed) : this.#openCbc(type, sealed, lax)
    return { type, fragment }
  }

  #header(type: number, length: number): Buffer {
    const sequence = Buffer.alloc(8)
    sequence.writeBigUInt64BE(this.#sequence)
    this.#sequence += 1n
    return Buffer.concat([sequence, u8(type), u16(this.#version, length)])
  }

  #sealCbc(type: number, fragment: Buffer): Buffer {
    const { mac_key, key } = this.#keys
    const mac = createHmac(this.#cipher.mac, mac_key)
      .update(this.#header(type, fragment.length))
      .update(fragment)
      .digest()
    const padded = BLOCK - ((fragment.length + mac.length) % BLOCK)
    const padding = Buffer.alloc(padded, padded - 1)
    if (this.spoilPadding) for (let at = 0; at < padded - 1; at += 1) padding[at]! ^= 0x55
    const explicit = this.#version >= TLS_1_1 ? randomBytes(BLOCK) : null
    const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, explicit ?? this.#lastBlock).setAutoPadding(false)
    const sealed = Buffer.concat([cipher.update(Buffer.concat([fragment, mac, padding])), cipher.final()])
    this.#lastBlock = sealed.subarray(-BLOCK)
    return explicit ? Buffer.concat([explicit, sealed]) : sealed
  }

  #openCbc(type: number, sealed: Buffer, lax: boolean): Buffer {
    const { mac_key, key } = this.#keys
    const explicit = this.#version >= TLS_1_1
    const iv = explicit ? sealed.subarray(0, BLOCK) : this.#lastBlock
    const body = explicit ? sealed.subarray(BLOCK) : sealed
    if (body.length === 0 || body.length % BLOCK !== 0) throw new WireError('not whole blocks')
    const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, iv).setAutoPadding(false)
    const plain = Buffer.concat([decipher.update(body), decipher.final()])
    this.#lastBlock = body.subarray(-BLOCK)
    const padding = plain.at(-1)!
    const size = plain.length - padding - 1 - macBytes(this.#cipher)
    if (size < 0) throw new WireError('a bad padding')
    if (!lax && plain.subarray(plain.length - padding - 1).some((byte) => byte !== padding))
      throw new WireError('a bad padding')
    const fragment = plain.subarray(0, size)
    const mac = createHmac(this.#cipher.mac, mac_key).update(this.#header(type, size)).update(fragment).digest()
    if (!mac.equals(plain.subarray(size, size + mac.length))) throw new WireError('a bad MAC')
    return fragment
  }

  #sealGcm(type: number, fragment: Buffer): Buffer {
    const { key, iv } = this.#keys
    const header = this.#header(type, fragment.length)
    const explicit = header.subarray(0, 8)
    const cipher = createCipheriv(gcm(key), key, Buffer.concat([iv, explicit]))
    cipher.setAAD(header)
    const sealed = Buffer.concat([cipher.update(fragment), cipher.final()])
    return Buffer.concat([explicit, sealed, cipher.getAuthTag()])
  }

  #openGcm(type: number, sealed: Buffer): Buffer {
    const { key, iv } = this.#keys
    const size = sealed.length - 8 - TAG
    if (size < 0) throw new WireError('too short to be sealed')
    const decipher = createDecipheriv(gcm(key), key, Buffer.concat([iv, sealed.subarray(0, 8)]))
    decipher.setAAD(this.#header(type, size))
    decipher.setAuthTag(sealed.subarray(-TAG))
    try {
      return Buffer.concat([decipher.update(sealed.subarray(8, 8 + size)), decipher.final()])
    } catch {
      throw new WireError('a bad tag')
    }
  }
}

function gcm(key: Buffer): 'aes-128-gcm' | 'aes-256-gcm' {
  return key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm'
}
