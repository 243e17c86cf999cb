import { createHash } from 'node:crypto'
import { suiteName, traitsOf } from '../../cipher-suite.ts'
import { EXTENSION } from './client-hello.ts'
import { ALERT, HANDSHAKE, type TlsRecord } from './record.ts'
import { Reader, WireError } from './wire.ts'

const SERVER_HELLO = 2
const NEW_SESSION_TICKET = 4
const CERTIFICATE = 11
const SERVER_KEY_EXCHANGE = 12
const CERTIFICATE_REQUEST = 13
const SERVER_HELLO_DONE = 14
const CERTIFICATE_STATUS = 22
/** The random value that makes a ServerHello a HelloRetryRequest (RFC 8446 section 4.1.3). */
const RETRY = createHash('sha256').update('HelloRetryRequest').digest()
const LONGEST_FLIGHT = 256 * 1024 // bytes of handshake messages; chains of a dozen certificates take a tenth

export interface ServerHello {
  /** What was chosen, as a number on the wire: with TLS 1.3 from its extension. */
  version: number
  random: Buffer
  session_id: Buffer
  suite: number
  compression: number
  extensions: ReadonlyMap<number, Buffer>
  is_retry: boolean
}

export type KeyExchange =
  | { kind: 'ecdhe'; group: number | 'explicit'; public: Buffer }
  | { kind: 'dhe'; prime: Buffer; generator: Buffer; public: Buffer }
  | { kind: 'rsa'; bits: number }
  | { kind: 'other' }

/** Everything that a server says in the clear before it waits for the client. */
export interface Flight {
  hello: ServerHello | null
  /** DER, as sent. */
  certificates: Buffer[]
  /** DER of the stapled OCSP response. */
  staple: Buffer | null
  key_exchange: KeyExchange | null
  asks_for_certificate: boolean
  done: boolean
  alert: { level: number; description: number } | null
}

/** Puts handshake messages together from records, and reads them. */
export class FlightReader {
  readonly flight: Flight = {
    hello: null,
    certificates: [],
    staple: null,
    key_exchange: null,
    asks_for_certificate: false,
    done: false,
    alert: null,
  }
  /** The messages as they came: what both sides' Finished are computed over. */
  readonly messages: Buffer[] = []
  #pending: Buffer = Buffer.alloc(0)
  #read = 0

  /** Takes in one record. True when the server has said all that it says in the clear. Throws `WireError`. */
  push({ type, fragment }: TlsRecord): boolean {
    if (type === ALERT) {
      const [level = 0, description = 0] = fragment
      // Warnings, such as unrecognized_name, do not end a handshake (RFC 6066 section 3).
      if (level !== 1 || description === 0) this.flight.alert = { level, description }
      return this.flight.alert !== null
    }
    if (type !== HANDSHAKE) return this.flight.done
    this.#read += fragment.length
    if (this.#read > LONGEST_FLIGHT) throw new WireError('more handshake messages than any honest server sends')
    this.#pending = Buffer.concat([this.#pending, fragment])
    while (this.#pending.length >= 4 && !this.flight.done) {
      const length = this.#pending.readUIntBE(1, 3)
      if (length > LONGEST_FLIGHT) throw new WireError(`a handshake message of ${length} bytes`)
      if (this.#pending.length < 4 + length) break
      this.messages.push(this.#pending.subarray(0, 4 + length))
      this.#message(this.#pending[0]!, new Reader(this.#pending.subarray(4, 4 + length)))
      this.#pending = this.#pending.subarray(4 + length)
    }
    return this.flight.done
  }

  #message(type: number, body: Reader): void {
    const { flight } = this
    switch (type) {
      case SERVER_HELLO:
        flight.hello = readHello(body)
        // With TLS 1.3 all else is encrypted, or waits for a second hello.
        flight.done = flight.hello.version >= 0x0304
        return
      case CERTIFICATE:
        flight.certificates = readList(new Reader(body.vec24()))
        return
      case CERTIFICATE_STATUS:
        if (body.u8() === 1) flight.staple = body.vec24()
        return
      case SERVER_KEY_EXCHANGE:
        flight.key_exchange = flight.hello ? readKeyExchange(suiteName(flight.hello.suite), body) : null
        return
      case CERTIFICATE_REQUEST:
        flight.asks_for_certificate = true
        return
      case SERVER_HELLO_DONE:
        flight.done = true
        return
      case NEW_SESSION_TICKET:
        // Follows a ServerHello at once only where a session is resumed.
        flight.done = true
    }
  }
}

function readHello(body: Reader): ServerHello {
  const legacy = body.u16()
  const random = body.take(32)
  const session_id = body.vec8()
  const suite = body.u16()
  const compression = body.u8()
  const extensions = new Map<number, Buffer>()
  if (body.left > 0) {
    const list = new Reader(body.vec16())
    while (list.left > 0) extensions.set(list.u16(), list.vec16())
  }
  const chosen = extensions.get(EXTENSION.supported_versions)
  const version = chosen?.length === 2 ? chosen.readUInt16BE() : legacy
  return { version, random, session_id, suite, compression, extensions, is_retry: random.equals(RETRY) }
}

function readList(list: Reader): Buffer[] {
  const items: Buffer[] = []
  while (list.left > 0) items.push(list.vec24())
  return items
}

/** RFC 5246 section 7.4.3, RFC 8422 section 5.4, RFC 4279 section 2; export RSA as in SSL 3.0. */
function readKeyExchange(suite: string, body: Reader): KeyExchange {
  const { key_exchange, authentication, export: isExport } = traitsOf(suite)
  if (authentication === 'PSK') body.vec16() // a hint which key is meant
  if (key_exchange === 'ECDHE' || key_exchange === 'ECDH') {
    const type = body.u8()
    if (type !== 3) return { kind: 'ecdhe', group: 'explicit', public: Buffer.alloc(0) }
    return { kind: 'ecdhe', group: body.u16(), public: body.vec8() }
  }
  if (key_exchange === 'DHE' || key_exchange === 'DH') {
    return { kind: 'dhe', prime: body.vec16(), generator: body.vec16(), public: body.vec16() }
  }
  if (key_exchange === 'RSA' && isExport) return { kind: 'rsa', bits: bitLength(body.vec16()) }
  return { kind: 'other' }
}

/** Bits of a number in big-endian bytes, leading zeroes left out. */
export function bitLength(bytes: Buffer): number {
  const first = bytes.findIndex((byte) => byte !== 0)
  return first === -1 ? 0 : (bytes.length - first) * 8 - Math.clz32(bytes[first]!) + 24
}
