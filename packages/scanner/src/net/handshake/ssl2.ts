import { randomBytes } from 'node:crypto'
import { Reader, u8, u16, WireError } from './wire.ts'

/** Cipher kinds of SSL 2.0, three bytes each (draft-hickman-netscape-ssl-00, section "Cipher Kinds"). */
export const SSL2_KINDS: ReadonlyMap<number, string> = new Map([
  [0x010080, 'SSL_CK_RC4_128_WITH_MD5'],
  [0x020080, 'SSL_CK_RC4_128_EXPORT40_WITH_MD5'],
  [0x030080, 'SSL_CK_RC2_128_CBC_WITH_MD5'],
  [0x040080, 'SSL_CK_RC2_128_CBC_EXPORT40_WITH_MD5'],
  [0x050080, 'SSL_CK_IDEA_128_CBC_WITH_MD5'],
  [0x060040, 'SSL_CK_DES_64_CBC_WITH_MD5'],
  [0x0700c0, 'SSL_CK_DES_192_EDE3_CBC_WITH_MD5'],
  [0x080080, 'SSL_CK_RC4_64_WITH_MD5'],
])

/** A CLIENT-HELLO of SSL 2.0 that offers every cipher kind. */
export function ssl2ClientHello(): Buffer {
  const kinds = Buffer.concat([...SSL2_KINDS.keys()].map((kind) => u8(kind >> 16, (kind >> 8) & 0xff, kind & 0xff)))
  const challenge = randomBytes(16)
  const body = Buffer.concat([u8(1), u16(2, kinds.length, 0, challenge.length), kinds, challenge])
  return Buffer.concat([u16(0x8000 | body.length), body])
}

export interface Ssl2ServerHello {
  kinds: string[]
  certificate: Buffer | null
}

/**
 * Reads a SERVER-HELLO of SSL 2.0; null while bytes are missing. Throws `WireError` when it is something else, such as the
 * alert of a server that speaks newer protocols only.
 */
export function readSsl2ServerHello(bytes: Buffer): Ssl2ServerHello | null {
  if (bytes.length < 3) return null
  const first = bytes[0]!
  if ((first & 0x80) === 0) throw new WireError('not a record of SSL 2.0')
  const length = bytes.readUInt16BE() & 0x7fff
  if (bytes[2] !== 4) throw new WireError('not a SERVER-HELLO of SSL 2.0')
  if (bytes.length < 2 + length) return null
  const body = new Reader(bytes.subarray(3, 2 + length))
  body.take(2) // whether the session is known, and the certificate's type
  if (body.u16() !== 2) throw new WireError('not version 2 of SSL')
  const certificateLength = body.u16()
  const kindsLength = body.u16()
  body.u16() // length of the connection's id
  const certificate = body.take(certificateLength)
  const list = new Reader(body.take(kindsLength))
  const kinds: string[] = []
  while (list.left >= 3) {
    const kind = list.u24()
    kinds.push(SSL2_KINDS.get(kind) ?? `0x${kind.toString(16).padStart(6, '0')}`)
  }
  return { kinds, certificate: certificate.length > 0 ? certificate : null }
}
