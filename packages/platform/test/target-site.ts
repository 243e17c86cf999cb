import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface TargetSite {
  /** With a slash at the end. */
  url: string
  /** Requests so far. */
  requests(): number
  /** Changes what is answered from now on. */
  answer(respond: Respond): void
  close(): Promise<void>
}

type Respond = (request: IncomingMessage, response: ServerResponse) => void

/** A website on loopback to be scanned. */
export async function startSite(respond: Respond = faulty): Promise<TargetSite> {
  let requests = 0
  let current = respond
  const server = createServer((request, response) => {
    requests++
    current(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    requests: () => requests,
    answer(next) {
      current = next
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A start page with some faults, and nothing else. */
export const faulty: Respond = (request, response) => {
  response.writeHead(request.url === '/' ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    server: 'nginx/1.18.0',
  })
  response.end('<!doctype html><title>Small site</title><p>Hello')
}

/** Takes `milliseconds` for each answer. */
export function slowly(milliseconds: number, respond: Respond = faulty): Respond {
  return (request, response) => {
    setTimeout(() => respond(request, response), milliseconds).unref()
  }
}
