import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface TargetSite {
  /** With a slash at the end. */
  url: string
  /** Requests so far; with an id, those of that scan alone, which says who it is in its User-Agent. */
  requests(scanId?: string): number
  /** The most scans that had a request open at one moment. */
  mostScans(): number
  /** Connections that are open now. */
  connections(): Promise<number>
  /** Changes what is answered from now on. */
  answer(respond: Respond): void
  close(): Promise<void>
}

type Respond = (request: IncomingMessage, response: ServerResponse) => void

/** A website on loopback to be scanned. */
export async function startSite(respond: Respond = faulty): Promise<TargetSite> {
  let requests = 0
  let most = 0
  let current = respond
  const byScan = new Map<string, number>()
  const open = new Map<string, number>()
  const server = createServer((request, response) => {
    requests++
    const scan = /scan_\w+/.exec(request.headers['user-agent'] ?? '')?.[0] ?? ''
    byScan.set(scan, (byScan.get(scan) ?? 0) + 1)
    open.set(scan, (open.get(scan) ?? 0) + 1)
    most = Math.max(most, open.size)
    response.once('close', () => {
      const left = open.get(scan)! - 1
      if (left > 0) open.set(scan, left)
      else open.delete(scan)
    })
    current(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    requests: (scanId) => (scanId === undefined ? requests : (byScan.get(scanId) ?? 0)),
    mostScans: () => most,
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
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
