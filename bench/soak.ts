/**
 * Mixed requests against two API replicas behind a proxy, while the replicas are restarted in turn; a worker process runs
 * the scans that are asked for among them. Prints how many requests were answered, and how fast; the aim is 99.9% and more,
 * and every accepted scan done.
 *
 *   node bench/soak.ts [--minutes 30] [--connections 16] [--restart-every 30] [--pause 0]
 *
 * The figures stand in README.md.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startTestServer } from '../packages/platform/test/test-database.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    connections: { type: 'string', default: '16' },
    'restart-every': { type: 'string', default: '30' },
    pause: { type: 'string', default: '0' }, // milliseconds of each connection between two requests
  },
})
const duration = Number(values.minutes) * 60_000 // milliseconds
const restartEvery = Number(values['restart-every']) * 1_000 // milliseconds
const key = 'soak-key-of-more-than-twenty-characters'
const NODE_OPTIONS = ['--max-semi-space-size=8'] // as `npm start` has them
const root = join(import.meta.dirname, '..')
const secret = 'soak-secret'
const SCAN_EVERY = 200 // requests of a client between two scans that it asks for

interface Replica {
  port: number
  process: ChildProcess
  ready: boolean
}

const database = await startTestServer()
const folder = mkdtempSync(join(tmpdir(), 'lasthash-soak-'))
const site = createServer((request, response) => {
  response
    .writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html' })
    .end('<title>Soak</title><p>Hello')
}).listen(0, '127.0.0.1')
await new Promise((resolve) => site.once('listening', resolve))
const siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`
const replicas = await Promise.all([startReplica(), startReplica()])
const worker = run({ LASTHASH_ROLE: 'worker' })
// What is measured is whether requests are answered, not how they are refused.
await statement('UPDATE organizations SET requests_per_minute = 100000000')
const keepAlive = new Agent({ keepAlive: true })
const health = setInterval(() => {
  for (const replica of replicas) void probe(replica)
}, 100)
const proxy = createServer(forward).listen(0, '127.0.0.1')
await new Promise((resolve) => proxy.once('listening', resolve))
const base = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`

const tally = { answered: 0, refused: 0, failed: 0, restarts: 0 }
const times: number[] = []
const scans: string[] = []
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
times.sort((a, b) => a - b)
const percentile = (share: number) => `${times[Math.floor(times.length * share)]!.toFixed(1)} ms`
console.log(
  `${Math.round(total / (duration / 1_000))} requests/s; median ${percentile(0.5)}, p99 ${percentile(0.99)}, p99.9 ${percentile(0.999)}; ${tally.refused} refused by the rate limit`,
)
const done = await untilScansEnd()
console.log(`${scans.length} scans accepted, ${done} done`)

const processes = [...replicas.map(({ process }) => process), worker]
for (const process of processes) process.kill('SIGTERM')
await Promise.all(processes.map((process) => process.exitCode ?? new Promise((ended) => process.once('exit', ended))))
for (const server of [proxy, site]) {
  server.closeAllConnections()
  server.close()
}
await database.stop()
rmSync(folder, { recursive: true, force: true })
process.exit(share >= 99.9 && done === scans.length ? 0 : 1)

async function startReplica(): Promise<Replica> {
  const port = await freePort()
  const replica: Replica = { port, process: runReplica(port), ready: false }
  await until(replica)
  return replica
}

function runReplica(port: number): ChildProcess {
  return run({ PORT: String(port), LASTHASH_ROLE: 'api' })
}

function run(settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [...NODE_OPTIONS, join(root, 'packages/platform/bin/start.cjs')], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      LASTHASH_DATA_DIR: folder,
      LASTHASH_SECRET: secret,
      LASTHASH_API_KEY: key,
      LASTHASH_ALLOW_PRIVATE_TARGETS: '1',
      LASTHASH_LOG_LEVEL: 'error',
      ...settings,
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
    replica.process = runReplica(replica.port)
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
    if (n % SCAN_EVERY === 1) {
      const scan = await ask('POST', '/v1/scans', { url: siteUrl, scan_type: 'quick' })
      if (scan?.id) scans.push(scan.id as string)
    } else if (n % SCAN_EVERY === 2 && scans.length > 0) {
      await ask('GET', `/v1/scans/${scans.at(-1)}/vulnerabilities`)
    } else if (kind === 0) {
      const made = await ask('POST', '/v1/websites', { url: `https://soak-${number}-${n}.example.com` })
      if (made?.id) websites.push(made.id as string)
    } else if (kind < 6 && websites.length > 0) await ask('GET', `/v1/websites/${websites[n % websites.length]}`)
    else if (kind === 6) await ask('GET', '/v1/websites?limit=20')
    else if (kind === 7) await ask('GET', '/v1/events?limit=20')
    else if (kind === 8) await ask('GET', '/v1/scans?limit=20')
    else await ask('GET', '/v1/usage')
    await pause(Number(values.pause))
  }
}

async function ask(method: string, path: string, body?: unknown): Promise<Record<string, unknown> | undefined> {
  const began = performance.now()
  try {
    const answer = await fetch(base + path, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(10_000),
    })
    const text = await answer.text()
    times.push(performance.now() - began)
    // A refusal by the rate limit is an answer; a failure of ours is not.
    if (answer.status === 429) tally.refused++
    else if (answer.status >= 500)
      fault(`${method} ${path.split('?')[0]!.replace(/(ws|scan)_\w+/, '{id}')}: ${answer.status}`)
    else tally.answered++
    return answer.ok ? (JSON.parse(text) as Record<string, unknown>) : undefined
  } catch (error) {
    fault(`${method} ${path.split('?')[0]!.replace(/(ws|scan)_\w+/, '{id}')}: ${(error as Error).message}`)
    return undefined
  }
}

/** How many of the accepted scans are done, once none is under way any more. */
async function untilScansEnd(): Promise<number> {
  for (;;) {
    const count = (status: string) => `SELECT count(*)::int AS count FROM scans WHERE status IN (${status})`
    const [waiting] = await statement(count("'queued', 'running'"))
    const [ended] = await statement(count("'done'"))
    if (waiting!.count === 0 || Date.now() > end + 120_000) return ended!.count
    await new Promise((wake) => setTimeout(wake, 500))
  }
}

async function statement(text: string): Promise<{ count: number }[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query<{ count: number }>(text)).rows
  } finally {
    await client.end()
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
