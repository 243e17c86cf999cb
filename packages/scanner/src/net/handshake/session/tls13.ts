import { createHash } from 'node:crypto'
import { EXTENSION, helloMessage, type Offer } from '../client-hello.ts'
import { ALERT, CHANGE_CIPHER_SPEC, HANDSHAKE } from '../record.ts'
import { FlightReader, type ServerHello } from '../server-hello.ts'
import { Reader, u8, u16, vec8, vec24, WireError } from '../wire.ts'
import type { Channel } from './channel.ts'
import { AGREEABLE_GROUPS, type Agreement, agreement } from './key-agreement.ts'
import { type Algorithm, Schedule, Tls13Sealer } from './tls13-keys.ts'

const MOST_TICKETS = 8 // of one handshake; servers send one to four

const ALGORITHMS: ReadonlyMap<number, Algorithm> = new Map([
  [0x1301, { hash: 'sha256', cipher: 'aes-128-gcm', key: 16 }],
  [0x1302, { hash: 'sha384', cipher: 'aes-256-gcm', key: 32 }],
  [0x1303, { hash: 'sha256', cipher: 'chacha20-poly1305', key: 32 }],
])
/** Suites that a TLS 1.3 session can be completed with. */
export const TLS13_SUITES: readonly number[] = [...ALGORITHMS.keys()]

/** What a TLS 1.3 server says under encryption. */
export interface Tls13Session {
  alpn: string | null
  /** DER, as sent. */
  certificates: Buffer[]
  staple: Buffer | null
  timestamps: Buffer | null
  tickets: { lifetime: number; early_data: number }[]
}

/** Completes a TLS 1.3 handshake and reads the tickets that follow. Null where the server refuses. Throws `WireError`. */
export async function completeTls13(channel: Channel, offer: Offer): Promise<Tls13Session | null> {
  const shares = new Map(AGREEABLE_GROUPS.slice(0, 2).map((group) => [group, agreement(group)]))
  const first = await exchangeHellos(channel, offer, shares, [])
  if (!first) return null
  const { hello, messages } = first.hello.is_retry ? ((await retry(channel, offer, first)) ?? first) : first
  const algorithm = ALGORITHMS.get(hello.suite)
  const share = hello.extensions.get(EXTENSION.key_share)
  if (!algorithm || !share || hello.is_retry) return null
  const theirs = new Reader(share)
  const group = theirs.u16()
  const ours = shares.get(group) ?? first.retried
  if (!ours) return null
  const schedule = new Schedule(algorithm.hash, ours.secret(theirs.vec16()))
  const traffic = schedule.handshake(messages)
  channel.version = 0x0303
  channel.read = new Tls13Sealer(algorithm, traffic.server)
  const session = await encryptedFlight(channel, messages)
  if (!session) return null

  const application = schedule.application(messages)
  channel.write = new Tls13Sealer(algorithm, traffic.client)
  const answers: Buffer[] = []
  if (session.asks_for_certificate) answers.push(Buffer.concat([u8(11), vec24(vec8(), u8(0, 0, 0))]))
  const verify = schedule.finished(traffic.client, [...messages, ...answers])
  answers.push(Buffer.concat([u8(20), vec24(verify)]))
  for (const message of answers) channel.send(HANDSHAKE, message)
  channel.read = new Tls13Sealer(algorithm, application.server)
  channel.write = new Tls13Sealer(algorithm, application.client)
  // A goodbye, so that a server without tickets need not be waited for.
  channel.send(ALERT, u8(1, 0))
  return { ...session, tickets: await tickets(channel) }
}

interface Hellos {
  hello: ServerHello
  messages: Buffer[]
  retried?: Agreement
}

async function exchangeHellos(
  channel: Channel,
  offer: Offer,
  shares: ReadonlyMap<number, Agreement>,
  before: readonly Buffer[],
  extensions: ReadonlyMap<number, Buffer | null> = new Map(),
): Promise<Hellos | null> {
  const message = helloMessage({
    ...offer,
    suites: offer.suites.filter((code) => ALGORITHMS.has(code)),
    groups: AGREEABLE_GROUPS,
    key_shares: [...shares].map(([group, { share }]) => ({ group, share })),
    extensions: new Map([
      [EXTENSION.status_request, Buffer.concat([u8(1), u16(0, 0)])],
      [EXTENSION.signed_certificate_timestamp, Buffer.alloc(0)],
      ...(offer.extensions ?? []),
      ...extensions,
    ]),
  })
  channel.send(HANDSHAKE, message)
  const reader = new FlightReader()
  for (;;) {
    const next = await channel.receive()
    if (typeof next === 'string') return null
    if (next.type === CHANGE_CIPHER_SPEC) continue
    const done = reader.push(next)
    if (reader.flight.alert) return null
    if (done && reader.flight.hello) {
      return { hello: reader.flight.hello, messages: [...before, message, ...reader.messages] }
    }
  }
}

/** The second hello, with a share in the group that the server asked for (RFC 8446 section 4.1.4). */
async function retry(channel: Channel, offer: Offer, first: Hellos): Promise<Hellos | null> {
  const wanted = first.hello.extensions.get(EXTENSION.key_share)?.readUInt16BE()
  const hash = ALGORITHMS.get(first.hello.suite)?.hash
  if (wanted === undefined || !hash || !AGREEABLE_GROUPS.includes(wanted)) return null
  const ours = agreement(wanted)
  const [hello, ...rest] = first.messages
  // The first hello counts as its digest (RFC 8446 section 4.4.1).
  const synthetic = Buffer.concat([u8(254), vec24(createHash(hash).update(hello!).digest())])
  const cookie = first.hello.extensions.get(44)
  const again = await exchangeHellos(
    channel,
    offer,
    new Map([[wanted, ours]]),
    [synthetic, ...rest],
    cookie ? new Map([[44, cookie]]) : new Map(),
  )
  if (again) first.retried = ours
  return again
}

type EncryptedFlight = Omit<Tls13Session, 'tickets'> & { asks_for_certificate: boolean }

/** From EncryptedExtensions to Finished; `messages` grows by them. */
async function encryptedFlight(channel: Channel, messages: Buffer[]): Promise<EncryptedFlight | null> {
  const found: EncryptedFlight = {
    alpn: null,
    certificates: [],
    staple: null,
    timestamps: null,
    asks_for_certificate: false,
  }
  let pending = Buffer.alloc(0)
  for (;;) {
    const next = await channel.receive()
    if (typeof next === 'string' || next.type === ALERT) return null
    if (next.type !== HANDSHAKE) continue
    pending = Buffer.concat([pending, next.fragment])
    while (pending.length >= 4) {
      const length = pending.readUIntBE(1, 3)
      if (pending.length < 4 + length) break
      const message = pending.subarray(0, 4 + length)
      pending = pending.subarray(4 + length)
      messages.push(message)
      take(message[0]!, new Reader(message.subarray(4)), found)
      if (message[0] === 20) return found
    }
  }
}

function take(type: number, body: Reader, found: EncryptedFlight): void {
  if (type === 13) found.asks_for_certificate = true
  if (type === 8) {
    const alpn = extensionsIn(body.vec16()).get(EXTENSION.alpn)
    found.alpn = alpn ? alpn.subarray(3).toString('latin1') : null
  }
  if (type !== 11) return
  body.vec8()
  const list = new Reader(body.vec24())
  while (list.left > 0) {
    found.certificates.push(Buffer.from(list.vec24()))
    const extensions = extensionsIn(list.vec16())
    if (found.certificates.length > 1) continue
    const status = extensions.get(EXTENSION.status_request)
    if (status?.[0] === 1) found.staple = new Reader(status.subarray(1)).vec24()
    found.timestamps = extensions.get(EXTENSION.signed_certificate_timestamp) ?? null
  }
}

function extensionsIn(bytes: Buffer): Map<number, Buffer> {
  const list = new Reader(bytes)
  const extensions = new Map<number, Buffer>()
  while (list.left > 0) extensions.set(list.u16(), list.vec16())
  return extensions
}

/** NewSessionTicket messages until the server hangs up (RFC 8446 section 4.6.1). */
async function tickets(channel: Channel): Promise<Tls13Session['tickets']> {
  const found: Tls13Session['tickets'] = []
  try {
    while (found.length < MOST_TICKETS) {
      const next = await channel.receive()
      if (typeof next === 'string' || next.type === ALERT) break
      if (next.type !== HANDSHAKE) continue
      const list = new Reader(next.fragment)
      while (list.left >= 4) {
        const type = list.u8()
        const body = new Reader(list.vec24())
        if (type !== 4) continue
        const lifetime = body.take(4).readUInt32BE()
        body.take(4) // what is added to the ticket's age
        body.vec8()
        body.vec16()
        const early = extensionsIn(body.vec16()).get(42)
        found.push({ lifetime, early_data: early?.length === 4 ? early.readUInt32BE() : 0 })
      }
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
  }
  return found
}
