import { createSocket } from 'node:dgram'
import { connect, isIPv6 } from 'node:net'
import { decodeReply, type Encoded, encodeQuestion, type Question, type Reply } from './dns-message.ts'

/** Where a DNS server listens. */
export interface ServerAddress {
  address: string
  port: number
}

interface Limits {
  timeout_ms: number
  signal: AbortSignal
}

const TRIES = 2 // over UDP, where a packet may be lost

/** Why there was no answer: `ETIMEOUT`, `ECONNREFUSED` and the like stand in `code`. */
export class DnsError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** Asks one server: over UDP, and over TCP where the answer is too long for that. Throws `DnsError`. */
export async function askServer(server: ServerAddress, question: Question, limits: Limits): Promise<Reply> {
  const encoded = encodeQuestion(question)
  let reply: Reply | null = null
  for (let tries = 0; reply === null; tries++) {
    try {
      reply = await overUdp(server, encoded, question, limits)
    } catch (error) {
      limits.signal.throwIfAborted()
      if (tries + 1 >= TRIES || (error as DnsError).code !== 'ETIMEOUT') throw error
    }
  }
  return reply.truncated ? overTcp(server, encoded, question, limits) : reply
}

function overUdp(
  server: ServerAddress,
  { id, bytes }: Encoded,
  question: Question,
  { timeout_ms, signal }: Limits,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(isIPv6(server.address) ? 'udp6' : 'udp4')
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      socket.removeAllListeners()
      socket.on('error', ignore)
      socket.close()
      settle()
    }
    const fail = (error: unknown) => finish(() => reject(toDnsError(error, server)))
    const onAbort = () => finish(() => reject(signal.reason))
    const timer = setTimeout(
      () => fail(new DnsError('ETIMEOUT', `${server.address} did not answer in time`)),
      timeout_ms,
    )
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) return onAbort()
    socket.on('error', fail)
    socket.on('message', (message) => {
      const reply = decodeReply(message, id, question)
      if (reply) finish(() => resolve(reply))
    })
    // a connected socket takes answers from that server only
    socket.connect(server.port, server.address, () => {
      socket.send(bytes, (error) => {
        if (error) fail(error)
      })
    })
  })
}

async function overTcp(server: ServerAddress, encoded: Encoded, question: Question, limits: Limits): Promise<Reply> {
  for await (const message of tcpMessages(server, encoded.bytes, limits)) {
    const reply = decodeReply(message, encoded.id, question)
    if (reply) return reply
  }
  throw new DnsError('ECONNRESET', `${server.address} closed the connection without an answer`)
}

/** What a server hands over when it is asked for the whole zone (RFC 5936). */
export interface Transfer {
  /** `open`: it gave records of the zone. `refused`: it gave none. */
  status: 'open' | 'refused'
  /** Names of the zone, as many as were read. */
  names: readonly string[]
  records: number
  rcode: string
}

const MOST_RECORDS = 500 // enough to show that the door is open

/** Asks for a zone transfer and reads its beginning. Throws `DnsError`. */
export async function askTransfer(server: ServerAddress, zone: string, limits: Limits): Promise<Transfer> {
  const question: Question = { name: zone, type: 'AXFR', recursive: false }
  const { id, bytes } = encodeQuestion(question)
  const names = new Set<string>()
  let records = 0
  let rcode = 'NOERROR'
  for await (const message of tcpMessages(server, bytes, limits)) {
    const reply = decodeReply(message, id, question)
    if (!reply) break
    rcode = reply.rcode
    for (const { name, type } of reply.answers) {
      records++
      if (type !== 'SOA') names.add(name)
    }
    const ended = reply.answers.length === 0 || (records > 1 && reply.answers.at(-1)?.type === 'SOA')
    if (rcode !== 'NOERROR' || ended || records >= MOST_RECORDS) break
  }
  return { status: records > 1 && names.size > 0 ? 'open' : 'refused', names: [...names].slice(0, 50), records, rcode }
}

const MOST_BYTES = 1024 * 1024 // of one conversation

async function* tcpMessages(
  server: ServerAddress,
  bytes: Buffer,
  { timeout_ms, signal }: Limits,
): AsyncGenerator<Buffer> {
  signal.throwIfAborted()
  const socket = connect({ host: server.address, port: server.port, noDelay: true })
  const timer = setTimeout(
    () => socket.destroy(new DnsError('ETIMEOUT', `${server.address} did not answer in time`)),
    timeout_ms,
  )
  const onAbort = () => socket.destroy(signal.reason)
  signal.addEventListener('abort', onAbort)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  socket.write(Buffer.concat([length, bytes]))
  let pending: Buffer = Buffer.alloc(0)
  let read = 0
  try {
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      read += chunk.length
      pending = Buffer.concat([pending, chunk])
      while (pending.length >= 2 && pending.length >= 2 + pending.readUInt16BE(0)) {
        const end = 2 + pending.readUInt16BE(0)
        yield pending.subarray(2, end)
        pending = pending.subarray(end)
      }
      if (read > MOST_BYTES) return
    }
  } catch (error) {
    signal.throwIfAborted()
    throw toDnsError(error, server)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
    socket.on('error', ignore)
    socket.destroy()
  }
}

function toDnsError(error: unknown, { address }: ServerAddress): DnsError {
  if (error instanceof DnsError) return error
  const { code = 'EUNKNOWN', message = '' } = error as { code?: string; message?: string }
  return new DnsError(code, `${address}: ${message}`)
}

function ignore(): void {}
