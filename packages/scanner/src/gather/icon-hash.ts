/** The hash by which Shodan and others know icons: MurmurHash3 (32 bits, x86, seed 0, signed) of the bytes in base64 with a line end after each 76 characters and at the end. */
export function iconHash(bytes: Buffer): number {
  const lines = bytes.toString('base64').match(/.{1,76}/g) ?? []
  return murmur3(Buffer.from(lines.map((line) => `${line}\n`).join(''), 'latin1'))
}

const C1 = 0xcc9e2d51
const C2 = 0x1b873593

/** Austin Appleby's MurmurHash3_x86_32 with seed 0, as a signed number. */
export function murmur3(data: Buffer): number {
  let hash = 0
  const whole = data.length - (data.length % 4)
  for (let at = 0; at < whole; at += 4) {
    hash ^= mixed(data.readUInt32LE(at))
    hash = Math.imul(rotated(hash, 13), 5) + 0xe6546b64
  }
  let tail = 0
  for (let at = data.length - 1; at >= whole; at--) tail = (tail << 8) | data[at]!
  if (data.length > whole) hash ^= mixed(tail)
  hash ^= data.length
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}

function mixed(word: number): number {
  return Math.imul(rotated(Math.imul(word, C1), 15), C2)
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}
