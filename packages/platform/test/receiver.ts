import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  path: string
  headers: IncomingHttpHeaders
  body: string
  at: number
}

export interface Receiver {
  url: string
  received: Received[]
  /** Changes what is answered from now on. */
  answer(respond: RequestListener): void
  close(): Promise<void>
}

/** A webhook endpoint on loopback that remembers what came. */
export async function startReceiver(
  respond: RequestListener = (_, response) => response.writeHead(204).end(),
): Promise<Receiver> {
  const received: Received[] = []
  let current = respond
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      received.push({ path: request.url!, headers: request.headers, body, at: Date.now() })
      current(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer(next) {
      current = next
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
