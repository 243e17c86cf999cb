import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import packet, { type Answer, type DecodedPacket, type Packet, type Question, type RecordType } from 'dns-packet'
import { canonicalData } from '../src/net/dns-signed.ts'
import type { ZoneSigner } from './dnssec-zone.ts'

/** What one name holds, by record type, in the shapes of `dns-packet`; A, AAAA, CNAME and NS are plain strings, TXT a string or its parts. */
export interface ZoneName {
  A?: readonly string[]
  AAAA?: readonly string[]
  NS?: readonly string[]
  CNAME?: string
  TXT?: readonly (string | readonly string[])[]
  MX?: readonly { preference: number; exchange: string }[]
  CAA?: readonly { flags?: number; tag: string; value: string }[]
  SOA?: readonly {
    mname: string
    rname: string
    serial: number
    refresh: number
    retry: number
    expire: number
    minimum: number
  }[]
  /** Instead of an answer: this response code, or no answer at all. */
  fault?: 'SERVFAIL' | 'REFUSED' | 'silent'
}
/** By lower-case name without the last dot. A function is asked anew for each query, so that an answer may change. */
export type Zone = Record<string, ZoneName | ((query: Question) => ZoneName)>

export interface DnsServer {
  /** `127.0.0.1:port`, UDP and TCP. */
  address: string
  /** Every question so far, in order. */
  queries: { name: string; type: string; tcp: boolean }[]
  /** May be changed while the server runs. */
  zone: Zone
  /** Sign what lies below their zones, for those who ask for signatures. */
  signers: readonly ZoneSigner[]
  close(): Promise<void>
}

const RCODES = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 } as const
const AUTHORITATIVE_RECURSIVE = packet.AUTHORITATIVE_ANSWER | packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE

/** A DNS server on loopback that knows exactly `zone`: NXDOMAIN for any other name, NODATA for a type that a name lacks. */
export async function startDnsServer(zone: Zone, signers: readonly ZoneSigner[] = []): Promise<DnsServer> {
  const state = { zone, signers, queries: [] as DnsServer['queries'] }
  const { udp, tcp } = await listen()
  const sockets = new Set<import('node:net').Socket>()

  udp.on('message', (message, peer) => {
    const reply = answer(message, state, false)
    if (reply) udp.send(reply, peer.port, peer.address)
  })
  tcp.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    let pending: Buffer = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      pending = Buffer.concat([pending, chunk])
      while (pending.length >= 2 && pending.length >= 2 + pending.readUInt16BE(0)) {
        const end = 2 + pending.readUInt16BE(0)
        const reply = answer(pending.subarray(2, end), state, true)
        pending = pending.subarray(end)
        if (reply) socket.write(Buffer.concat([lengthOf(reply), reply]))
      }
    })
  })
  return Object.assign(state, {
    address: `127.0.0.1:${udp.address().port}`,
    async close() {
      for (const socket of sockets) socket.destroy()
      udp.close()
      tcp.close()
      await Promise.all([once(udp, 'close'), once(tcp, 'close')])
    },
  })
}

/** UDP and TCP need one port: take what TCP is given, and try again where UDP finds it taken. */
async function listen(): Promise<{ udp: Socket; tcp: Server }> {
  for (;;) {
    const tcp = createServer().listen(0, '127.0.0.1')
    await once(tcp, 'listening')
    const udp = createSocket('udp4')
    const { port } = tcp.address() as { port: number }
    const bound = await new Promise<boolean>((resolve) => {
      udp.once('error', () => resolve(false))
      udp.bind(port, '127.0.0.1', () => resolve(true))
    })
    if (bound) return { udp, tcp }
    tcp.close()
  }
}

function lengthOf(reply: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(reply.length)
  return length
}

function answer(message: Buffer, state: Pick<DnsServer, 'zone' | 'queries' | 'signers'>, tcp: boolean): Buffer | null {
  let query: DecodedPacket
  try {
    query = packet.decode(message)
  } catch {
    return null
  }
  const question = query.questions?.[0]
  if (!question) return null
  state.queries.push({ name: question.name, type: question.type, tcp })
  const found = lookUp(question, state.zone, state.signers)
  if (found === 'silent') return null
  const signed = wantsSignatures(query) ? withSignatures(found.answers, question, state.signers) : null

  const reply: Packet = {
    type: 'response',
    id: query.id,
    flags: AUTHORITATIVE_RECURSIVE | RCODES[found.rcode],
    questions: [question],
    answers: signed?.answers ?? found.answers,
    authorities: signed?.authorities ?? [],
  }
  const encoded = packet.encode(reply)
  if (tcp || encoded.length <= udpSize(query)) return encoded
  return packet.encode({ ...reply, answers: [], authorities: [], flags: reply.flags! | packet.TRUNCATED_RESPONSE })
}

/** Bytes that the asker takes over UDP: 512 unless its EDNS record says more (RFC 6891 section 6.2.3). */
function udpSize(query: DecodedPacket): number {
  const edns = query.additionals?.find((record) => record.type === 'OPT')
  return edns && 'udpPayloadSize' in edns ? Math.max(512, edns.udpPayloadSize) : 512
}

function wantsSignatures(query: DecodedPacket): boolean {
  const edns = query.additionals?.find((record) => record.type === 'OPT') as { flag_do?: boolean } | undefined
  return edns?.flag_do === true
}

/** Adds the signature of each set, and to a denial a record that is made up as it goes (RFC 4470). */
function withSignatures(answers: readonly Answer[], { name }: Question, signers: readonly ZoneSigner[]) {
  const now = Math.floor(Date.now() / 1000)
  const sign = (set: readonly Answer[]): Answer[] => {
    const { name: owner, type } = set[0]!
    const signer = signerOf(owner, signers)
    if (!signer || type === 'DS') return []
    const records = set.map((one) => canonicalData(one).toString('base64'))
    const signature = signer.sign({ owner, type, records }, now)
    const data = {
      typeCovered: type,
      algorithm: signature.algorithm,
      labels: signature.labels,
      originalTTL: signature.original_ttl,
      expiration: signature.expiration,
      inception: signature.inception,
      keyTag: signature.key_tag,
      signersName: signature.signer,
      signature: Buffer.from(signature.signature, 'base64'),
    }
    return [{ type: 'RRSIG', name: owner, ttl: 60, data } as Answer]
  }
  const sets = Map.groupBy(answers, (one) => `${one.name} ${one.type}`)
  const authorities: Answer[] =
    answers.length === 0 && signerOf(name, signers)
      ? [{ type: 'NSEC', name, ttl: 60, data: { nextDomain: `\0.${name}`, rrtypes: ['RRSIG', 'NSEC'] } } as Answer]
      : []
  return { answers: [...answers, ...[...sets.values()].flatMap(sign)], authorities }
}

function signerOf(name: string, signers: readonly ZoneSigner[]): ZoneSigner | undefined {
  const bare = name.toLowerCase().replace(/\.$/, '')
  return signers.find(({ zone }) => bare === zone || bare.endsWith(`.${zone}`))
}

function lookUp(
  question: Question,
  zone: Zone,
  signers: readonly ZoneSigner[],
): 'silent' | { rcode: keyof typeof RCODES; answers: Answer[] } {
  const answers: Answer[] = []
  let name = question.name.toLowerCase().replace(/\.$/, '')
  for (let hops = 0; hops < 8; hops += 1) {
    const entry = zone[name]
    const held = typeof entry === 'function' ? entry({ ...question, name }) : entry
    if (!held) {
      const hasChildren = Object.keys(zone).some((other) => other.endsWith(`.${name}`))
      return { rcode: hasChildren ? 'NOERROR' : 'NXDOMAIN', answers }
    }
    const key = signers.find((one) => one.zone === name)
    if (key && (question.type === 'DNSKEY' || question.type === 'DS'))
      return { rcode: 'NOERROR', answers: [keyRecord(key, name, question.type)] }
    if (held.fault === 'silent') return 'silent'
    if (held.fault) return { rcode: held.fault, answers: [] }
    if (held.CNAME && question.type !== 'CNAME') {
      answers.push({ type: 'CNAME', name, ttl: 60, data: held.CNAME })
      name = held.CNAME.toLowerCase()
      continue
    }
    answers.push(...recordsOf(name, question.type, held))
    return { rcode: 'NOERROR', answers }
  }
  return { rcode: 'SERVFAIL', answers: [] }
}

function keyRecord({ dnskey, ds, tag }: ZoneSigner, name: string, type: 'DNSKEY' | 'DS'): Answer {
  const data =
    type === 'DNSKEY'
      ? { flags: dnskey.readUInt16BE(0), algorithm: dnskey[3]!, key: dnskey.subarray(4) }
      : { keyTag: tag, algorithm: ds[2]!, digestType: ds[3]!, digest: ds.subarray(4) }
  return { type, name, ttl: 60, data } as Answer
}

function recordsOf(name: string, type: RecordType, held: ZoneName): Answer[] {
  const values = held[type as keyof ZoneName] as readonly unknown[] | string | undefined
  return [values ?? []].flat().map((data) => ({ type, name, ttl: 60, data: shaped(type, data) }) as Answer)
}

function shaped(type: string, data: unknown): unknown {
  if (type === 'CAA') return { flags: 0, ...(data as object) }
  return data
}
