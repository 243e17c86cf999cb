/** Bytes that do not follow the grammar of TLS. */
export class WireError extends Error {}

export function u8(...values: number[]): Buffer {
  return Buffer.from(values)
}

export function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, index * 2)
  return bytes
}

export function u24(value: number): Buffer {
  return Buffer.from([value >> 16, (value >> 8) & 0xff, value & 0xff])
}

/** A vector with its length before it, in one, two or three bytes (RFC 8446 section 3.4). */
export function vec8(...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([u8(content.length), content])
}

export function vec16(...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([u16(content.length), content])
}

export function vec24(...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([u24(content.length), content])
}

/** Reads the same grammar. Throws `WireError` where the bytes end too soon. */
export class Reader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  take(count: number): Buffer {
    if (count > this.left) throw new WireError(`${count} bytes announced, ${this.left} there`)
    const bytes = this.#bytes.subarray(this.#at, this.#at + count)
    this.#at += count
    return bytes
  }

  u8(): number {
    return this.take(1)[0]!
  }

  u16(): number {
    return this.take(2).readUInt16BE()
  }

  u24(): number {
    return this.take(3).readUIntBE(0, 3)
  }

  vec8(): Buffer {
    return this.take(this.u8())
  }

  vec16(): Buffer {
    return this.take(this.u16())
  }

  vec24(): Buffer {
    return this.take(this.u24())
  }

  rest(): Buffer {
    return this.take(this.left)
  }
}
