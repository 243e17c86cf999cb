/**
 * Mixed requests against two API replicas behind a proxy, while the replicas are restarted in turn. Prints how many were
 * answered; the aim is 99.9% and more.
 *
 *   node bench/soak.ts [--minutes 30] [--connections 16] [--restart-every 30]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startTestServer } from '../packages/platform/test/test-database.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    connections: { type: 'string', default: '16' },
    'restart-every': { type: 'string', default: '30' },
  },
})
const duration = Number(values.minutes) * 60_000 // milliseconds
const restartEvery = Number(values['restart-every']) * 1_000 // milliseconds
const key = 'soak-key-of-more-than-twenty-characters'
const root = join(import.meta.dirname, '..')
const secret = 'soak-secret'

interface Replica {
  port: number
  process: ChildProcess
  ready: boolean
}

const database = await startTestServer()
const folder = mkdtempSync(join(tmpdir(), 'lasthash-soak-'))
const replicas = await Promise.all([startReplica(), startReplica()])
const keepAlive = new Agent({ keepAlive: true })
const health = setInterval(() => {
  for (const replica of replicas) void probe(replica)
}, 100)
const proxy = createServer(forward).listen(0, '127.0.0.1')
await new Promise((resolve) => proxy.once('listening', resolve))
const base = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`

const tally = { answered: 0, refused: 0, failed: 0, restarts: 0 }
const faults = new Map<string, number>()
const end = Date.now() + duration
const restarting = restartInTurn()
await Promise.all(Array.from({ length: Number(values.connections) }, (_, n) => client(n)))
await restarting
clearInterval(health)

const total = tally.answered + tally.refused + tally.failed
const share = (100 * (total - tally.failed)) / total
console.log(
  `${total} requests, ${tally.restarts} restarts, ${tally.failed} not answered: ${share.toFixed(4)}% answered`,
)
for (const [fault, count] of faults) console.log(`  ${count} × ${fault}`)

for (const replica of replicas) replica.process.kill('SIGTERM')
await Promise.all(replicas.map(({ process }) => process.exitCode ?? new Promise((done) => process.once('exit', done))))
proxy.closeAllConnections()
proxy.close()
await database.stop()
rmSync(folder, { recursive: true, force: true })
process.exit(share >= 99.9 ? 0 : 1)

async function startReplica(): Promise<Replica> {
  const port = await freePort()
  const replica: Replica = { port, process: run(port), ready: false }
  await until(replica)
  return replica
}

function run(port: number): ChildProcess {
  return spawn(process.execPath, [join(root, 'packages/platform/bin/start.cjs')], {
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: database.url,
      LASTHASH_DATA_DIR: folder,
      LASTHASH_SECRET: secret,
      LASTHASH_API_KEY: key,
      LASTHASH_ROLE: 'api',
      LASTHASH_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** One at a time: the other one carries the traffic until it is back. */
async function restartInTurn(): Promise<void> {
  for (let turn = 0; Date.now() + restartEvery < end; turn++) {
    await new Promise((wake) => setTimeout(wake, restartEvery))
    const replica = replicas[turn % 2]!
    const ended = new Promise((done) => replica.process.once('exit', done))
    replica.process.kill('SIGTERM')
    await ended
    replica.ready = false
    replica.process = run(replica.port)
    await until(replica)
    tally.restarts++
  }
}

async function until(replica: Replica): Promise<void> {
  const deadline = Date.now() + 30_000
  while (!replica.ready) {
    if (Date.now() > deadline) throw new Error(`The replica on port ${replica.port} did not get ready.`)
    await probe(replica)
    await new Promise((wake) => setTimeout(wake, 50))
  }
}

async function probe(replica: Replica): Promise<void> {
  replica.ready = await fetch(`http://127.0.0.1:${replica.port}/readyz`, { signal: AbortSignal.timeout(1_000) }).then(
    (answer) => answer.ok,
    () => false,
  )
}

/** As any load balancer does: only to replicas that are ready, and once more elsewhere where the connection was not taken. */
function forward(incoming: import('node:http').IncomingMessage, outgoing: import('node:http').ServerResponse): void {
  const chunks: Buffer[] = []
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
  incoming.on('end', () => attempt(Buffer.concat(chunks), new Set()))
  const attempt = (body: Buffer, tried: Set<Replica>) => {
    const candidates = replicas.filter((one) => one.ready && !tried.has(one))
    const replica = candidates[Math.floor(Math.random() * candidates.length)]
    if (!replica) return void outgoing.writeHead(502).end()
    tried.add(replica)
    const onward = send(
      {
        port: replica.port,
        host: '127.0.0.1',
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
        agent: keepAlive,
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(outgoing)
      },
    )
    onward.on('error', (error: NodeJS.ErrnoException) => {
      // A kept connection that the replica closed while we wrote to it carried nothing (RFC 9110 section 9.2.2).
      const untouched = error.code === 'ECONNREFUSED' || (onward.reusedSocket && error.code === 'ECONNRESET')
      if (untouched) attempt(body, tried)
      else if (!outgoing.headersSent) outgoing.writeHead(502).end(error.code)
      else outgoing.destroy()
    })
    onward.end(body)
  }
}

async function client(number: number): Promise<void> {
  const websites: string[] = []
  for (let n = 0; Date.now() < end; n++) {
    const kind = n % 10
    if (kind === 0) {
      const made = await ask('POST', '/v1/websites', { url: `https://soak-${number}-${n}.example.com` })
      if (made?.id) websites.push(made.id as string)
    } else if (kind < 6 && websites.length > 0) await ask('GET', `/v1/websites/${websites[n % websites.length]}`)
    else if (kind === 6) await ask('GET', '/v1/websites?limit=20')
    else if (kind === 7) await ask('GET', '/v1/events?limit=20')
    else if (kind === 8) await ask('GET', '/v1/scans?limit=20')
    else await ask('GET', '/v1/usage')
  }
}

async function ask(method: string, path: string, body?: unknown): Promise<Record<string, unknown> | undefined> {
  try {
    const answer = await fetch(base + path, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(10_000),
    })
    const text = await answer.text()
    // A refusal by the rate limit is an answer; a failure of ours is not.
    if (answer.status === 429) tally.refused++
    else if (answer.status >= 500) fault(`${method} ${path.split('?')[0]!.replace(/ws_\w+/, '{id}')}: ${answer.status}`)
    else tally.answered++
    return answer.ok ? (JSON.parse(text) as Record<string, unknown>) : undefined
  } catch (error) {
    fault(`${method} ${path.split('?')[0]!.replace(/ws_\w+/, '{id}')}: ${(error as Error).message}`)
    return undefined
  }
}

function fault(what: string): void {
  tally.failed++
  faults.set(what, (faults.get(what) ?? 0) + 1)
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}
