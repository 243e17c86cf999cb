export type SerializedKind = 'java' | 'php' | 'dotnet' | 'python' | 'ruby'

/** First bytes of the formats that can hold objects of any class. */
const MAGIC: readonly [kind: SerializedKind, bytes: Buffer][] = [
  ['java', Buffer.from('aced0005', 'hex')], // Java Object Serialization, section 6.4.2: magic and version
  ['dotnet', Buffer.from('0001000000ffffffff01000000', 'hex')], // MS-NRBF section 2.6.1: SerializationHeaderRecord
  ['ruby', Buffer.from('04086f3a', 'hex')], // Marshal 4.8 of an object
]
/** PHP: an object or an array, with its count and brace (php.net/serialize). */
const PHP = /^(?:O:\d+:"[A-Za-z_\\][\w\\]*":\d+:\{|a:\d+:\{(?:[is]:\d+[:;]|\}))/

/** What kind of serialised object the text is: plain, percent-encoded or in Base64; null for anything else. */
export function serializedKind(text: string): SerializedKind | null {
  const plain = percentDecoded(text)
  if (PHP.test(plain)) return 'php'
  if (!/^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(plain)) return null
  const bytes = Buffer.from(plain, 'base64')
  if (PHP.test(bytes.toString('latin1', 0, 200))) return 'php'
  // pickle protocol 2 and later: PROTO opcode first, STOP last
  if (bytes[0] === 0x80 && bytes[1]! >= 2 && bytes[1]! <= 5 && bytes.at(-1) === 0x2e) return 'python'
  return MAGIC.find(([, magic]) => bytes.subarray(0, magic.length).equals(magic))?.[0] ?? null
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
