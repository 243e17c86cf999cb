// The server that every client's runner is tried against. `node clients/conformance/server.ts` prints its address; it then has
//   GET  /vectors          what to do: an array, without what must come of it
//   any  /v/<index>/…      the base address of a vector's client: answers as its script says, and keeps what it saw
//   POST /outcome/<index>  what came of it, as `Outcome`; the answer is `{"name", "differences": […]}`
import { globSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { differences } from './judge.ts'
import type { ScriptedAnswer, Seen, Vector } from './vector.ts'

const FOLDER = join(import.meta.dirname, 'vectors')

/** All vectors, in the order of their files. Throws when two have one name. */
export function vectors(): Vector[] {
  const files = globSync('*.json', { cwd: FOLDER }).sort()
  const all = files.flatMap((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Vector[])
  const names = new Set(all.map(({ name }) => name))
  if (names.size !== all.length) throw new Error('Two vectors have the same name.')
  return all
}

export interface VectorServer {
  address: string
  close(): Promise<void>
}

export async function startVectorServer(all = vectors()): Promise<VectorServer> {
  const seen = all.map((): Seen[] => [])
  const server = createServer(async (request, response) => {
    const [, kind, index, rest = '/'] = /^\/(v|outcome|vectors)(?:\/(\d+))?(\/.*)?$/.exec(request.url!) ?? []
    const vector = all[Number(index)]
    const body = await textOf(request)
    if (kind === 'vectors')
      return send(response, { status: 200, body: all.map(({ expect, answers, ...rest }) => rest) })
    if (!vector) return send(response, { status: 404, body: { detail: 'There is no such vector.' } })
    const own = seen[Number(index)]!
    if (kind === 'outcome') {
      const found = differences(vector, own.splice(0), JSON.parse(body))
      return send(response, { status: 200, body: { name: vector.name, differences: found } })
    }
    own.push(seenOf(request, rest, body))
    const answer = vector.answers?.[own.length - 1]
    send(response, answer ?? { status: 418, body: { code: 'not_scripted', detail: 'No answer is scripted for this.' } })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function seenOf(request: IncomingMessage, rest: string, body: string): Seen {
  const [path = '', query = ''] = rest.split('?', 2)
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  return { method: request.method!, path, query: [...new URLSearchParams(query)], headers, body }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}

function send(response: ServerResponse, answer: ScriptedAnswer): void {
  const { status, headers, body, text, chunks = [], cut = false, stall = false } = answer
  if (status === undefined) {
    if (cut) response.destroy()
    return
  }
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': type }), ...headers })
  const pieces = [
    ...(body === undefined ? [] : [JSON.stringify(body)]),
    ...(text === undefined ? [] : [text]),
    ...chunks,
  ]
  const next = () => {
    const piece = pieces.shift()
    if (piece !== undefined)
      response.write(typeof piece === 'string' ? piece : Buffer.from(piece.base64, 'base64'), () => setImmediate(next))
    else if (cut) response.destroy()
    else if (!stall) response.end()
  }
  if (pieces.length === 0) response.flushHeaders()
  next()
}

if (import.meta.main) {
  const { address } = await startVectorServer()
  process.stdout.write(`${address}\n`)
  // Whoever started it ends it by closing its input.
  process.stdin.resume().on('end', () => process.exit())
}
