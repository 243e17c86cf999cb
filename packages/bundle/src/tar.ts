/** The part of POSIX.1-1988 ustar that a bundle needs: files, in order, with one way only to write each of them. */
export interface TarEntry {
  /** ASCII, at most 100 characters. */
  path: string
  bytes: Uint8Array
}

const BLOCK = 512 // bytes
const LONGEST_PATH = 100
const PATH = /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/
const MOST_ENTRIES = 100_000

/** Everything that tar could leave open (owner, mode, time) is fixed, so that the same entries are the same bytes. */
export function writeTar(entries: readonly TarEntry[]): Buffer {
  const parts: Buffer[] = []
  for (const { path, bytes } of entries) {
    parts.push(headerOf(path, bytes.length), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
    const over = bytes.length % BLOCK
    if (over > 0) parts.push(Buffer.alloc(BLOCK - over))
  }
  parts.push(Buffer.alloc(2 * BLOCK))
  return Buffer.concat(parts)
}

function headerOf(path: string, size: number): Buffer {
  if (!PATH.test(path) || path.length > LONGEST_PATH) throw new Error(`“${path}” is no name of an entry.`)
  const header = Buffer.alloc(BLOCK)
  const put = (text: string, at: number) => header.write(text, at, 'ascii')
  put(path, 0)
  put('0000644\0', 100)
  put('0000000\0', 108)
  put('0000000\0', 116)
  put(`${size.toString(8).padStart(11, '0')}\0`, 124)
  put('00000000000\0', 136)
  put('        ', 148)
  put('0', 156)
  put('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/**
 * The entries as far as they can be read; whether the file is written as we write it is for the caller to compare. Null
 * when it is no such file.
 */
export function readTar(file: Buffer): TarEntry[] | null {
  const entries: TarEntry[] = []
  let at = 0
  while (at + BLOCK <= file.length && entries.length < MOST_ENTRIES) {
    const header = file.subarray(at, at + BLOCK)
    if (header.every((byte) => byte === 0)) break
    if (header.toString('latin1', 257, 262) !== 'ustar') return entries.length > 0 ? entries : null
    const path = textOf(header.subarray(0, LONGEST_PATH))
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8)
    if (!Number.isSafeInteger(size) || size < 0 || at + BLOCK + size > file.length)
      return entries.length > 0 ? entries : null
    entries.push({ path, bytes: file.subarray(at + BLOCK, at + BLOCK + size) })
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return entries.length > 0 ? entries : null
}

function textOf(bytes: Buffer): string {
  const end = bytes.indexOf(0)
  return bytes.toString('latin1', 0, end === -1 ? bytes.length : end)
}
