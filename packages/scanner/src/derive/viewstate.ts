/**
 * ASP.NET's ViewState: an ObjectStateFormatter stream in Base64, then a keyed hash (MAC) over it unless that is switched
 * off. The token numbers are those of System.Web.UI.ObjectStateFormatter (public reference source of .NET Framework 4.8).
 */
export interface ViewState {
  /** False when the stream cannot be read, as it should be for pages that keep anything in it. */
  readable: boolean
  /** Bytes after the end of the stream: 20 to 64 are a MAC, none means that there is none. Null when not readable. */
  trailing: number | null
}

const MAX_DEPTH = 200

/** Reads the value of `__VIEWSTATE`; null when it is no Base64 at all. */
export function readViewState(value: string): ViewState | null {
  if (!/^[A-Za-z0-9+/]{4,}={0,2}$/.test(value) || value.length % 4 !== 0) return null
  const bytes = Buffer.from(value, 'base64')
  if (bytes[0] !== 0xff || bytes[1] !== 0x01) return { readable: false, trailing: null }
  const stream = new Stream(bytes, 2)
  try {
    readValue(stream, 0)
    return { readable: true, trailing: bytes.length - stream.at }
  } catch (error) {
    if (error instanceof RangeError) return { readable: true, trailing: null }
    throw error
  }
}

class Stream {
  readonly bytes: Buffer
  at: number

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes
    this.at = at
  }

  skip(count: number): void {
    this.at += count
    if (this.at > this.bytes.length) throw new RangeError('the stream ends early')
  }

  byte(): number {
    this.skip(1)
    return this.bytes[this.at - 1]!
  }

  /** A number in groups of seven bits, the lowest first (BinaryReader.Read7BitEncodedInt). */
  number(): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte()
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    throw new RangeError('a number is too long')
  }

  text(): void {
    this.skip(this.number())
  }
}

/** Bytes after a token whose value has a fixed length. */
const FIXED: Record<number, number> = {
  1: 2, // Int16
  3: 1, // Byte
  4: 2, // Char
  6: 8, // DateTime
  7: 8, // Double
  8: 4, // Single
  9: 4, // Color
  12: 0, // Color.Empty
  27: 12, // Unit
  28: 0, // Unit.Empty
  31: 1, // a string of the table
  100: 0, // null
  101: 0, // ""
  102: 0, // 0
  103: 0, // true
  104: 0, // false
}

type Read = (stream: Stream, depth: number) => void

const many = (count: (stream: Stream) => number, read: Read): Read => {
  return (stream, depth) => {
    for (let left = count(stream); left > 0; left--) read(stream, depth)
  }
}
const values = (count: (stream: Stream) => number) => many(count, readValue)
const inTurn = (...reads: Read[]): Read => {
  return (stream, depth) => {
    for (const read of reads) read(stream, depth)
  }
}
const number: Read = (stream) => void stream.number()
const text: Read = (stream) => stream.text()
const counted = (stream: Stream) => stream.number()

/** Tokens whose value has parts of its own. */
const READERS: Record<number, Read> = {
  2: number, // Int32
  5: text, // String
  10: number, // KnownColor
  11: inTurn(readType, number), // Enum
  15: values(() => 2), // Pair
  16: values(() => 3), // Triplet
  20: inTurn(readType, values(counted)), // typed array
  21: many(counted, text), // string array
  22: values(counted), // ArrayList
  23: values((stream) => 2 * stream.number()), // Hashtable
  24: values((stream) => 2 * stream.number()), // HybridDictionary
  25: readType, // Type
  30: text, // String for the table
  40: inTurn(readType, text), // by a type converter
  50: (stream) => stream.skip(stream.number()), // BinaryFormatter
  60: inTurn(readType, number, many(counted, inTurn(number, readValue))), // sparse array: length, then index and value
}

function readValue(stream: Stream, depth: number): void {
  if (depth > MAX_DEPTH) throw new RangeError('nested too deep')
  const token = stream.byte()
  if (Object.hasOwn(FIXED, token)) stream.skip(FIXED[token]!)
  else if (Object.hasOwn(READERS, token)) READERS[token]!(stream, depth + 1)
  else throw new RangeError(`token ${token} is unknown`)
}

function readType(stream: Stream): void {
  const token = stream.byte()
  if (token === 41 || token === 42) stream.text()
  else if (token === 43) stream.number()
  else throw new RangeError(`type token ${token} is unknown`)
}
