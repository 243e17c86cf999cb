import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Json } from '../test-api.ts'
import type { Contract } from './contract.ts'

export interface Asked {
  method: string
  /** Without the query. */
  path: string
  /** As it came, nothing decoded. */
  raw: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  /** Undefined where there is none. */
  body: Json
}

export interface Answered {
  status: number
  headers?: Record<string, string>
  body?: Json
}

/** What happens in place of the usual: another answer, with nothing done; or it is done, and its answer never comes. */
export type Mishap = Answered | 'done, then silence' | 'hang'

export interface TrackerServer {
  url: string
  asked: Asked[]
  /** What was not as the tracker publishes it: a test ends with this empty. */
  faults: string[]
  /** Decides about each request that comes; undefined: as usual. */
  mishap: ((asked: Asked) => Mishap | undefined) | undefined
  close(): Promise<void>
}

/** A tracker on loopback: `handle` does what it does, and each request and answer is held to what is published. */
export async function startTracker(
  contract: Contract | null,
  handle: (asked: Asked) => Answered,
): Promise<TrackerServer> {
  const asked: Asked[] = []
  const faults: string[] = []
  const self: TrackerServer = { url: '', asked, faults, mishap: undefined, close }
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    request.on('end', () => {
      try {
        respond(request, response, text)
      } catch (error) {
        faults.push(String((error as Error).stack))
        response.writeHead(500).end()
      }
    })
  })
  const respond = (request: IncomingMessage, response: ServerResponse, text: string): void => {
    const { pathname, searchParams } = new URL(request.url!, 'http://tracker')
    const one: Asked = {
      method: request.method!,
      path: decodeURI(pathname),
      raw: pathname,
      query: searchParams,
      headers: request.headers,
      body: text === '' ? undefined : JSON.parse(text),
    }
    asked.push(one)
    if (contract) faults.push(...contract.faultsOf(one.method, pathname, searchParams, one.body))
    const mishap = self.mishap?.(one)
    if (mishap === 'hang') return
    const answer = mishap && mishap !== 'done, then silence' ? mishap : handle(one)
    if (mishap === 'done, then silence') {
      request.socket.destroy()
      return
    }
    const ours = mishap === undefined && contract && answer.status < 300 && answer.body !== undefined
    const body = ours ? contract.answer(one.method, pathname, answer.status, answer.body) : answer.body
    response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  self.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return self

  async function close(): Promise<void> {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** One issue as a test looks at it, whatever the tracker. */
export interface SeenIssue {
  id: string
  title: string
  /** As the tracker stores it; of ADF and blocks, their JSON. */
  text: string
  labels: string[]
  assignee: string | null
  closed: boolean
  comments: string[]
}

/** What the tests of all trackers do with any of them. */
export interface FakeTracker extends TrackerServer {
  kind: 'github' | 'gitlab' | 'jira' | 'linear' | 'slack'
  settings: Record<string, string>
  seen(): SeenIssue[]
  /** As a person closes or opens it; `dropped`: as not planned. Gives the webhook that is sent then. */
  setState(
    id: string,
    state: 'open' | 'done' | 'dropped',
    secret: string,
  ): { headers: Record<string, string>; body: string }
  remove(id: string): void
  /** What it answers when too much is asked: wait for two seconds. */
  limited: Answered
  /** What it answers to a token that was revoked. */
  unauthorized: Answered
  /** What it answers when a field that it requires is left out. */
  refused: Answered
}
