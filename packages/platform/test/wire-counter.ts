import { connect, createServer, type Server, type Socket } from 'node:net'

/** A proxy before PostgreSQL that counts round trips, and can be made to go away. */
export interface WireCounter {
  url: string
  /** Batches that the client waited for: ReadyForQuery messages (PostgreSQL documentation, section 54.7) from the server. */
  roundTrips(): number
  /** Cuts all connections and refuses new ones. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  close(): Promise<void>
}

const READY = 'Z'.charCodeAt(0)

/** Starts the proxy before the PostgreSQL that `url` names. */
export async function countWire(url: string): Promise<WireCounter> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let trips = 0
  let server: Server | undefined

  const open = (port: number) =>
    new Promise<Server>((resolve, reject) => {
      const opened = createServer((client) => {
        const upstream = connect(Number(target.port), target.hostname)
        const count = messageCounter(() => trips++)
        upstream.on('data', count)
        client.pipe(upstream).pipe(client)
        for (const socket of [client, upstream]) {
          sockets.add(socket)
          socket.on('error', () => {})
          socket.on('close', () => {
            sockets.delete(socket)
            client.destroy()
            upstream.destroy()
          })
        }
      })
      opened.on('error', reject).listen(port, '127.0.0.1', () => resolve(opened))
    })

  server = await open(0)
  const { port } = server.address() as { port: number }
  const proxied = new URL(url)
  proxied.port = String(port)
  const goAway = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy()
      if (server) server.close(() => resolve())
      else resolve()
      server = undefined
    })
  return {
    url: proxied.href,
    roundTrips: () => trips,
    goAway,
    async comeBack() {
      server = await open(port)
    },
    close: goAway,
  }
}

/** Follows the server's messages (one byte of type, four of length) however they are cut into packets. */
function messageCounter(onReady: () => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0)
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= 5) {
      const length = 1 + rest.readUInt32BE(1)
      if (rest.length < length) return
      if (rest[0] === READY) onReady()
      rest = rest.subarray(length)
    }
  }
}
