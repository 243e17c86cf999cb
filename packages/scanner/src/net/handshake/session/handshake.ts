import { randomBytes } from 'node:crypto'
import { suiteName, traitsOf } from '../../../cipher-suite.ts'
import { EXTENSION, helloMessage, type Offer } from '../client-hello.ts'
import { ALERT, CHANGE_CIPHER_SPEC, HANDSHAKE } from '../record.ts'
import { FlightReader, type ServerHello } from '../server-hello.ts'
import { CODES } from '../versions.ts'
import { Reader, u8, vec8, vec24 } from '../wire.ts'
import type { Channel } from './channel.ts'
import { AGREEABLE_GROUPS, clientKeyExchange } from './key-agreement.ts'
import { type PrfDigest, prf, transcriptHash } from './prf.ts'
import { type DirectionKeys, ivBytes, macBytes, Protection, type SessionCipher } from './protection.ts'

const VERIFY_BYTES = 12 // of Finished (RFC 5246 section 7.4.9)
const MASTER_BYTES = 48

/** What became of a whole handshake with TLS 1.0 to 1.2. */
export interface Completed {
  end: 'complete' | 'refused' | 'closed' | 'silent'
  /** Of the alert that refused it. */
  alert: number | null
  session_id: Buffer
  ticket: Buffer | null
  /** Seconds, as the server says. */
  ticket_lifetime: number | null
  /** What our Finished said: the next handshake on the same line has to repeat it (RFC 5746 section 3.5). */
  client_verify: Buffer
}

/** How a suite is completed; null where we cannot. */
export function sessionCipher(code: number): SessionCipher | null {
  const name = suiteName(code)
  const found = /^TLS_(RSA|DHE_RSA|ECDHE_RSA|ECDHE_ECDSA)_WITH_AES_(128|256)_(CBC|GCM)_SHA(256|384)?$/.exec(name)
  if (!found) return null
  const mac = found[4] === undefined ? 'sha1' : found[4] === '256' ? 'sha256' : 'sha384'
  return { mode: found[3] as 'CBC' | 'GCM', key_bytes: found[2] === '128' ? 16 : 32, mac }
}

/** Runs a whole handshake, the first or a further one on the channel. Throws `WireError` where the server breaks the rules. */
export async function completeHandshake(
  channel: Channel,
  offer: Offer,
  { renewing = null, spoilPadding = false }: { renewing?: Buffer | null; spoilPadding?: boolean } = {},
): Promise<Completed> {
  const random = randomBytes(32)
  const version = CODES[offer.version]
  const hello = helloMessage({
    ...offer,
    random,
    groups: AGREEABLE_GROUPS,
    extensions: new Map<number, Buffer | null>([
      ...(offer.extensions ?? []),
      ...(renewing ? [[EXTENSION.renegotiation_info, vec8(renewing)] as const] : []),
    ]),
  })
  const nothing = { session_id: Buffer.alloc(0), ticket: null, ticket_lifetime: null, client_verify: Buffer.alloc(0) }
  const stopped = (end: Completed['end'], alert: number | null = null): Completed => ({ end, alert, ...nothing })

  channel.send(HANDSHAKE, hello)
  const reader = new FlightReader()
  for (let done = false; !done; ) {
    const next = await channel.receive()
    if (typeof next === 'string') return stopped(next)
    // `no_renegotiation` is a warning only (RFC 5246 section 7.2.2), but it is the whole answer.
    if (next.type === ALERT) return stopped('refused', next.fragment[1] ?? null)
    done = reader.push(next)
  }
  const { flight, messages } = reader
  const cipher = flight.hello ? sessionCipher(flight.hello.suite) : null
  if (!flight.hello || !cipher || flight.hello.version !== version) return stopped('refused')
  channel.version = version

  const digest: PrfDigest = version < CODES['TLSv1.2'] ? 'md5-sha1' : cipher.mac === 'sha384' ? 'sha384' : 'sha256'
  const exchange = clientKeyExchange(flight.key_exchange, flight.certificates[0], version)
  const seed = Buffer.concat([random, flight.hello.random])

  const sent = [hello, ...messages]
  const say = (type: number, body: Buffer) => {
    const message = Buffer.concat([u8(type), vec24(body)])
    sent.push(message)
    channel.send(HANDSHAKE, message)
  }
  if (flight.asks_for_certificate) say(11, vec24())
  say(16, exchange.body)
  // Bound to all that was said so far where both can (RFC 7627 section 4), else to the random values only.
  const master = flight.hello.extensions.has(EXTENSION.extended_master_secret)
    ? prf(digest, exchange.secret, 'extended master secret', transcriptHash(digest, sent), MASTER_BYTES)
    : prf(digest, exchange.secret, 'master secret', seed, MASTER_BYTES)
  const { ours, theirs } = keysFor(digest, master, random, flight.hello, cipher, version)
  channel.send(CHANGE_CIPHER_SPEC, u8(1))
  const protection = new Protection(cipher, ours, version)
  protection.spoilPadding = spoilPadding
  channel.write = protection
  const client_verify = prf(digest, master, 'client finished', transcriptHash(digest, sent), VERIFY_BYTES)
  say(20, client_verify)
  protection.spoilPadding = false

  let ticket: Buffer | null = null
  let ticket_lifetime: number | null = null
  for (let finished = false; !finished; ) {
    const next = await channel.receive()
    if (typeof next === 'string') return stopped(next)
    if (next.type === ALERT) return stopped('refused', next.fragment[1] ?? null)
    if (next.type === CHANGE_CIPHER_SPEC) channel.read = new Protection(cipher, theirs, version)
    if (next.type !== HANDSHAKE) continue
    finished = next.fragment[0] === 20
    if (next.fragment[0] === 4) {
      const body = new Reader(next.fragment.subarray(4))
      ticket_lifetime = body.take(4).readUInt32BE()
      ticket = Buffer.from(body.vec16())
      // Finished may share the record.
    }
  }
  return { end: 'complete', alert: null, session_id: flight.hello.session_id, ticket, ticket_lifetime, client_verify }
}

function keysFor(
  digest: PrfDigest,
  master: Buffer,
  random: Buffer,
  hello: ServerHello,
  cipher: SessionCipher,
  version: number,
): { ours: DirectionKeys; theirs: DirectionKeys } {
  const sizes = [macBytes(cipher), cipher.key_bytes, ivBytes(cipher, version)] as const
  const total = 2 * (sizes[0] + sizes[1] + sizes[2])
  const block = new Reader(prf(digest, master, 'key expansion', Buffer.concat([hello.random, random]), total))
  const [mac1, mac2, key1, key2, iv1, iv2] = [...sizes.flatMap((size) => [block.take(size), block.take(size)])]
  return {
    ours: { mac_key: mac1!, key: key1!, iv: iv1! },
    theirs: { mac_key: mac2!, key: key2!, iv: iv2! },
  }
}

/** Suites of `accepted` that a session can be completed with, in their order. */
export function completable(accepted: readonly number[], keep: (name: string) => boolean = () => true): number[] {
  return accepted.filter((code) => sessionCipher(code) !== null && keep(suiteName(code)))
}

export function isCbc(name: string): boolean {
  return traitsOf(name).mode === 'CBC'
}
