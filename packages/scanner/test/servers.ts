import { once } from 'node:events'
import { createServer as createHttp, type RequestListener } from 'node:http'
import { createServer as createHttps, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net'

/** A server on 127.0.0.1 that a test started, and everything it needs to ask about it. */
export interface TestServer {
  /** With scheme and port, without a slash at the end; `raw` servers are called `http:`. */
  origin: string
  port: number
  /** `GET /path` of each request so far (connections, for a raw server: nothing is parsed there). */
  seen: string[]
  /** Sockets that are open now. */
  open: () => number
  close(): Promise<void>
}

/** Speaks HTTP. */
export function startHttp(handler: RequestListener): Promise<TestServer> {
  const seen: string[] = []
  return start(createHttp(recorded(handler, seen)), 'http', seen)
}

/** Speaks HTTPS; certificates come from `makeCertificate`. */
export function startHttps(options: ServerOptions, handler: RequestListener): Promise<TestServer> {
  const seen: string[] = []
  return start(createHttps(options, recorded(handler, seen)), 'https', seen)
}

/** Speaks whatever `onConnection` writes: for servers that no HTTP library would let us build. */
export function startRaw(onConnection: (socket: Socket) => void): Promise<TestServer> {
  const seen: string[] = []
  const server = createTcp((socket) => {
    seen.push('connection')
    socket.on('error', () => {})
    onConnection(socket)
    socket.resume() // a socket that nobody reads would not notice its end
  })
  return start(server, 'http', seen)
}

function recorded(handler: RequestListener, seen: string[]): RequestListener {
  return (request, response) => {
    seen.push(`${request.method} ${request.url}`)
    handler(request, response)
  }
}

async function start(server: Server, scheme: 'http' | 'https', seen: string[]): Promise<TestServer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  server.on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `${scheme}://127.0.0.1:${port}`,
    port,
    seen,
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Resolves once `condition` holds; throws, naming `what`, when it does not within `limit` milliseconds. */
export async function until(condition: () => boolean | Promise<boolean>, what: string, limit = 30_000): Promise<void> {
  const deadline = Date.now() + limit
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not within ${limit} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
