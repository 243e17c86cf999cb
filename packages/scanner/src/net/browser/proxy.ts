import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { HeaderList } from '../exchange.ts'
import { proxyContext } from './certificate.ts'

/** A request as the browser sent it, and an answer for it. */
export interface Asked {
  method: string
  url: string
  headers: HeaderList
}
export interface Answer {
  status: number
  headers: HeaderList
  body: Buffer
}
export interface BrowserProxy {
  /** For the browser: `http://127.0.0.1:port`. */
  address: string
  /** A field that each request of our browser carries, so that nobody else on this machine can use the proxy. */
  key: readonly [name: string, value: string]
  close(): Promise<void>
}

const KEY_FIELD = 'x-lasthash-browser'
const TLS_HANDSHAKE = 0x16 // first byte of a TLS record (RFC 8446 section 5.1)
/** Fields that belong to one connection, or to an encoding that has been undone. */
const DROPPED =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|content-length|content-encoding|alt-svc)$/i

/**
 * A proxy for our browser, on loopback. It speaks TLS itself, so that every request is seen, and answers each with what
 * `answer` gives; it opens no connection to anywhere.
 */
export async function startProxy(answer: (asked: Asked) => Promise<Answer>): Promise<BrowserProxy> {
  const key = [KEY_FIELD, randomBytes(16).toString('hex')] as const
  const sockets = new Set<Socket>()
  const origins = new WeakMap<Socket, string>()
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const origin = origins.get(request.socket) ?? ''
    respond(request, response, origin, key[1], answer).catch(() => response.destroy())
  }
  // Requests inside a tunnel are read by this server, which listens nowhere.
  const inner = createServer({ maxHeaderSize: 128 * 1024 }, handle)
  const outer = createServer({ maxHeaderSize: 128 * 1024 }, handle)
  for (const server of [inner, outer]) {
    server.on('upgrade', (_, socket) => socket.destroy()) // a web socket may change anything: it is not opened
    server.on('clientError', (_, socket) => socket.destroy())
  }
  outer.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  outer.on('connect', (request: IncomingMessage, socket: Socket) => tunnel(request, socket, inner, origins))
  outer.listen(0, '127.0.0.1')
  await once(outer, 'listening')
  const { port } = outer.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    key,
    async close() {
      for (const socket of sockets) socket.destroy()
      inner.close()
      await new Promise((resolve) => outer.close(resolve))
    },
  }
}

/** Says that the way is free, and becomes the other end itself. Web sockets without TLS come this way, too. */
function tunnel({ url = '' }: IncomingMessage, socket: Socket, inner: Server, origins: WeakMap<Socket, string>): void {
  socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
  socket.once('data', (first) => {
    socket.pause()
    socket.unshift(first)
    if (first[0] !== TLS_HANDSHAKE) {
      origins.set(socket, `http://${url.replace(/:80$/, '')}`)
      inner.emit('connection', socket)
      socket.resume()
      return
    }
    const secured = new TLSSocket(socket, {
      isServer: true,
      secureContext: proxyContext(),
      ALPNProtocols: ['http/1.1'],
    })
    secured.on('error', () => socket.destroy())
    origins.set(secured, `https://${url.replace(/:443$/, '')}`)
    inner.emit('connection', secured)
  })
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
  key: string,
  answer: (asked: Asked) => Promise<Answer>,
): Promise<void> {
  request.resume() // bodies are never sent on
  if (asksForKeyField(request)) return allowKeyField(request, response)
  if (request.headers[KEY_FIELD] !== key) return void response.writeHead(403).end()
  const url = /^https?:\/\//i.test(request.url ?? '') ? request.url! : origin + request.url
  const headers = pairs(request.rawHeaders).filter(
    ([name]) => !DROPPED.test(name) && !/^(?:host|x-lasthash-browser)$/i.test(name),
  )
  const { status, headers: fields, body } = await answer({ method: request.method ?? 'GET', url, headers })
  for (const [name, value] of fields) {
    if (DROPPED.test(name)) continue
    try {
      response.appendHeader(name, value)
    } catch {
      // a field that HTTP does not allow; browsers ignore it as well
    }
  }
  response.writeHead(status).end(request.method === 'HEAD' || status === 204 || status === 304 ? undefined : body)
}

/**
 * A question that browsers ask because of our own field alone (CORS preflight, Fetch section 4.8), as before a script with
 * `crossorigin`: without us nobody would have asked it, so it is for us to answer. What the site allows, its answer says.
 */
function asksForKeyField({ method, headers }: IncomingMessage): boolean {
  const asked = headers['access-control-request-method']
  return (
    method === 'OPTIONS' &&
    /^(?:GET|HEAD)$/.test(asked ?? '') &&
    headers['access-control-request-headers'] === KEY_FIELD
  )
}

function allowKeyField({ headers }: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(204, {
      'access-control-allow-origin': headers.origin ?? '*',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': KEY_FIELD,
    })
    .end()
}

function pairs(raw: readonly string[]): [string, string][] {
  return Array.from({ length: raw.length / 2 }, (_, index) => [raw[2 * index]!, raw[2 * index + 1]!])
}
