import { constants, createDiffieHellman, privateDecrypt, randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import { EXTENSION, FALLBACK } from '../src/net/handshake/client-hello.ts'
import { ALERT, CHANGE_CIPHER_SPEC, HANDSHAKE, HEARTBEAT, RecordReader, record } from '../src/net/handshake/record.ts'
import { prf, transcriptHash } from '../src/net/handshake/session/prf.ts'
import { Protection, type SessionCipher } from '../src/net/handshake/session/protection.ts'
import { Reader, u8, u16, u24, vec8, vec16, vec24, WireError } from '../src/net/handshake/wire.ts'
import { type Certificate, makeCertificate } from './certificates.ts'
import { startRaw, type TestServer } from './servers.ts'

/** What is wrong with a server; nothing, unless told. */
export interface Faults {
  /** Newest first; default TLS 1.2 only. */
  versions?: readonly number[]
  /** Cipher kinds that it answers to in SSL 2.0. */
  ssl2?: readonly number[]
  heartbeat?: 'bleeding' | 'sound'
  early_ccs?: boolean
  /** `strong` tells every kind of wrong padding, `weak` only whether all was right. */
  oracle?: 'strong' | 'weak'
  lax_padding?: boolean
  ticketbleed?: boolean
  no_renegotiation_info?: boolean
  compression?: boolean
  ignores_fallback?: boolean
  /** Diffie-Hellman in this group instead of RSA; `reused`: one key for all connections. */
  dh?: { prime: Buffer; generator: Buffer; reused?: boolean }
  /** Hellos for which this is true are met with a closed connection. */
  chokes?: (hello: Hello) => boolean
  npn?: readonly string[]
  staple?: Buffer
  timestamps?: Buffer
  certificate?: Certificate
}

export interface Hello {
  version: number
  bytes: number
  suites: number[]
  extensions: Map<number, Buffer>
  random: Buffer
  session_id: Buffer
  compression: Buffer
}

const RSA_SUITE = 0x002f // TLS_RSA_WITH_AES_128_CBC_SHA
const DHE_SUITE = 0x0033 // TLS_DHE_RSA_WITH_AES_128_CBC_SHA
const CIPHER: SessionCipher = { mode: 'CBC', key_bytes: 16, mac: 'sha1' }
const TLS12 = 0x0303
const own = makeCertificate({ names: ['localhost'], key: { rsa: 2048 } })

/** Speaks TLS 1.0 to 1.2 just well enough for one suite, with whatever flaws a test asks for. */
export function startFaultyTls(faults: Faults = {}): Promise<TestServer> {
  const fixed = faults.dh ? dhKey(faults.dh) : null
  return startRaw((socket) => new Connection(socket, faults, fixed))
}

function dhKey({ prime, generator }: NonNullable<Faults['dh']>) {
  const dh = createDiffieHellman(prime, generator)
  dh.generateKeys()
  return dh
}

class Connection {
  readonly #socket: Socket
  readonly #faults: Faults
  readonly #fixed: ReturnType<typeof dhKey> | null
  readonly #records = new RecordReader()
  readonly #transcript: Buffer[] = []
  readonly #random = randomBytes(32)
  #version = TLS12
  #hello: Hello | null = null
  #secret: Buffer | null = null
  #read: Protection | null = null
  #write: Protection | null = null
  #early = false

  constructor(socket: Socket, faults: Faults, fixed: ReturnType<typeof dhKey> | null) {
    this.#socket = socket
    this.#faults = faults
    this.#fixed = fixed
    socket.on('data', (chunk: Buffer) => {
      try {
        if (this.#hello === null && (chunk[0]! & 0x80) !== 0) this.#ssl2()
        else for (const one of this.#records.push(chunk)) this.#take(one.type, one.fragment)
      } catch (error) {
        if (error instanceof WireError) this.#alert(20)
        else socket.destroy()
      }
    })
  }

  #send(type: number, fragment: Buffer): void {
    if (this.#socket.writable) this.#socket.write(record(type, this.#version, fragment))
  }

  #say(type: number, body: Buffer): void {
    const message = Buffer.concat([u8(type), vec24(body)])
    this.#transcript.push(message)
    this.#send(HANDSHAKE, this.#write ? this.#write.seal(HANDSHAKE, message) : message)
  }

  #alert(description: number): void {
    const fragment = u8(2, description)
    this.#send(ALERT, this.#write ? this.#write.seal(ALERT, fragment) : fragment)
    this.#socket.end()
  }

  #ssl2(): void {
    const { ssl2 } = this.#faults
    if (!ssl2) {
      this.#socket.end()
      return
    }
    const { der } = own
    const kinds = Buffer.concat(ssl2.map((kind) => u24(kind)))
    const body = Buffer.concat([u8(4, 0, 1), u16(2, der.length, kinds.length, 16), der, kinds, randomBytes(16)])
    this.#socket.write(Buffer.concat([u16(0x8000 | body.length), body]))
  }

  #take(type: number, fragment: Buffer): unknown {
    if (this.#early) return this.#alert(20)
    if (type === CHANGE_CIPHER_SPEC) return this.#change()
    if (type === HEARTBEAT) return this.#beat(fragment)
    if (type === ALERT) {
      this.#socket.end()
      return
    }
    if (type !== HANDSHAKE) return
    const plain = this.#read
      ? this.#read.open(type, fragment, { lax: this.#faults.lax_padding === true }).fragment
      : fragment
    if (plain[0] === 1 && this.#hello) return this.#alert(100)
    if (plain[0] === 1) return this.#greet(plain)
    if (plain[0] === 16) return this.#agree(plain)
    if (plain[0] === 20 && this.#read) return this.#finish(plain)
    this.#alert(10)
  }

  #greet(message: Buffer): unknown {
    const { faults, hello } = { faults: this.#faults, hello: readHello(message) }
    this.#hello = hello
    if (faults.chokes?.(hello)) {
      this.#socket.destroy()
      return
    }
    const versions = faults.versions ?? [TLS12]
    const version = versions.find((one) => one <= hello.version)
    if (!version) return this.#alert(70)
    this.#version = version
    if (hello.suites.includes(FALLBACK) && version < versions[0]! && !faults.ignores_fallback) return this.#alert(86)
    const suite = faults.dh ? DHE_SUITE : RSA_SUITE
    if (!hello.suites.includes(suite)) return this.#alert(40)
    this.#transcript.push(message)

    const ticket = hello.extensions.get(EXTENSION.session_ticket)
    const resumes = ticket !== undefined && ticket.length > 0
    this.#say(2, this.#serverHello(hello, suite, resumes))
    if (resumes) return this.#send(CHANGE_CIPHER_SPEC, u8(1))
    this.#say(11, vec24(vec24((faults.certificate ?? own).der)))
    if (faults.staple && hello.extensions.has(EXTENSION.status_request))
      this.#say(22, Buffer.concat([u8(1), vec24(faults.staple)]))
    if (faults.dh) this.#say(12, this.#groupOf(faults.dh))
    this.#say(14, Buffer.alloc(0))
  }

  #serverHello(hello: Hello, suite: number, resumes: boolean): Buffer {
    const { faults } = { faults: this.#faults }
    const offered = (number: number) => hello.extensions.has(number)
    const extensions: Buffer[] = []
    const add = (number: number, body: Buffer) => extensions.push(Buffer.concat([u16(number), vec16(body)]))
    if (!faults.no_renegotiation_info) add(EXTENSION.renegotiation_info, vec8())
    if (offered(EXTENSION.session_ticket)) add(EXTENSION.session_ticket, Buffer.alloc(0))
    if (faults.heartbeat && offered(EXTENSION.heartbeat)) add(EXTENSION.heartbeat, u8(1))
    if (faults.npn && offered(EXTENSION.npn))
      add(EXTENSION.npn, Buffer.concat(faults.npn.map((name) => vec8(Buffer.from(name)))))
    if (faults.timestamps && offered(EXTENSION.signed_certificate_timestamp))
      add(EXTENSION.signed_certificate_timestamp, faults.timestamps)
    const echoed = resumes ? hello.session_id : Buffer.alloc(0)
    const bled = resumes && faults.ticketbleed ? Buffer.concat([echoed, randomBytes(32)]).subarray(0, 32) : echoed
    const compression = faults.compression && hello.compression.includes(1) ? 1 : 0
    return Buffer.concat([
      u16(this.#version),
      this.#random,
      vec8(bled),
      u16(suite),
      u8(compression),
      vec16(...extensions),
    ])
  }

  /** The signature is noise: nobody here verifies it. */
  #groupOf(dh: NonNullable<Faults['dh']>): Buffer {
    const key = dh.reused ? this.#fixed! : dhKey(dh)
    return Buffer.concat([
      vec16(dh.prime),
      vec16(dh.generator),
      vec16(key.getPublicKey()),
      u16(0x0401),
      vec16(randomBytes(64)),
    ])
  }

  #beat(fragment: Buffer): void {
    const body = new Reader(fragment)
    const type = body.u8()
    const claimed = body.u16()
    if (type !== 1 || !this.#faults.heartbeat) return
    if (this.#faults.heartbeat === 'sound' && claimed + 16 > body.left) return
    this.#send(HEARTBEAT, Buffer.concat([u8(2), u16(claimed), randomBytes(claimed + 16)]))
  }

  #agree(message: Buffer): unknown {
    this.#transcript.push(message)
    const encrypted = new Reader(message.subarray(4)).vec16()
    const key = (this.#faults.certificate ?? own).private_key
    const block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, encrypted)
    const start = block.length - 48
    const starts = block[0] === 0 && block[1] === 2
    const zero = block.indexOf(0, 2)
    const right = starts && zero === start - 1 && block.readUInt16BE(start) === this.#hello!.version
    const { oracle } = this.#faults
    if (oracle === 'weak' && !right && !(starts && zero === start - 1)) return this.#alert(51)
    if (oracle === 'strong' && !starts) return this.#alert(51)
    if (oracle === 'strong' && zero !== start - 1) return this.#alert(47)
    // RFC 5246 section 7.4.7.1: whatever is wrong, go on with a secret that nobody knows.
    this.#secret = right ? Buffer.from(block.subarray(start)) : randomBytes(48)
  }

  #change(): unknown {
    if (!this.#secret && this.#faults.early_ccs) {
      this.#early = true
      return
    }
    if (!this.#secret || !this.#hello) return this.#alert(10)
    const [ours, theirs] = this.#keys()
    this.#read = theirs!
    this.#write = null
    this.#pendingWrite = ours!
  }

  #pendingWrite: Protection | null = null

  #finish(message: Buffer): void {
    this.#transcript.push(message)
    if (this.#hello!.extensions.has(EXTENSION.session_ticket)) {
      this.#say(4, Buffer.concat([u16(0, 3_600), vec16(randomBytes(64))]))
    }
    this.#send(CHANGE_CIPHER_SPEC, u8(1))
    this.#write = this.#pendingWrite
    const digest = this.#version < TLS12 ? 'md5-sha1' : 'sha256'
    this.#say(20, prf(digest, this.#master(), 'server finished', transcriptHash(digest, this.#transcript), 12))
  }

  #master(): Buffer {
    const digest = this.#version < TLS12 ? 'md5-sha1' : 'sha256'
    return prf(digest, this.#secret!, 'master secret', Buffer.concat([this.#hello!.random, this.#random]), 48)
  }

  #keys(): [Protection, Protection] {
    const digest = this.#version < TLS12 ? 'md5-sha1' : 'sha256'
    const iv = this.#version < 0x0302 ? 16 : 0
    const seed = Buffer.concat([this.#random, this.#hello!.random])
    const block = new Reader(prf(digest, this.#master(), 'key expansion', seed, 2 * (20 + 16 + iv)))
    const [mac1, mac2, key1, key2, iv1, iv2] = [20, 20, 16, 16, iv, iv].map((size) => block.take(size))
    const protect = (mac_key: Buffer, key: Buffer, vector: Buffer) =>
      new Protection(CIPHER, { mac_key, key, iv: vector }, this.#version)
    return [protect(mac2!, key2!, iv2!), protect(mac1!, key1!, iv1!)]
  }
}

function readHello(message: Buffer): Hello {
  const body = new Reader(message.subarray(4))
  const version = body.u16()
  const random = body.take(32)
  const session_id = body.vec8()
  const list = new Reader(body.vec16())
  const suites: number[] = []
  while (list.left > 0) suites.push(list.u16())
  const compression = body.vec8()
  const extensions = new Map<number, Buffer>()
  if (body.left > 0) {
    const all = new Reader(body.vec16())
    while (all.left > 0) extensions.set(all.u16(), all.vec16())
  }
  // As servers of TLS 1.2 do, `supported_versions` is passed over.
  return { version, bytes: message.length, suites, extensions, random, session_id, compression }
}
