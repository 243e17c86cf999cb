/**
 * How fast scans are, and what they need: a quick scan of a local site that answers after 5 ms, from POST to done and from
 * POST to running; 50 queued scans by one worker process; memory idle and with 20 scans at once. On an embedded database
 * with fsync, as `npm start` has it.
 *
 *   node bench/scan.ts
 *
 * The figures stand in README.md.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const LATENCY = 5 // milliseconds
const NODE_OPTIONS = ['--max-semi-space-size=8'] // as `npm start` has them
const root = join(import.meta.dirname, '..')
const key = 'bench-key-of-more-than-twenty-characters'
const page = `<!doctype html><title>Shop</title>${'<p>Some text with a <a href="/more">link</a>.</p>\n'.repeat(300)}`

let slow = false
const site = createServer((request, response) => {
  setTimeout(
    () => {
      const found = request.url === '/'
      response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', server: 'nginx/1.18.0' })
      response.end(found ? page : '<p>Not found')
    },
    slow ? 2_000 : LATENCY,
  )
})
await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`

const folder = mkdtempSync(join(tmpdir(), 'lasthash-bench-'))
const port = await freePort()
const base = `http://127.0.0.1:${port}`
const server = spawn(process.execPath, [...NODE_OPTIONS, join(root, 'packages/platform/bin/start.cjs')], {
  env: {
    ...process.env,
    PORT: String(port),
    LASTHASH_DATA_DIR: folder,
    LASTHASH_API_KEY: key,
    LASTHASH_ALLOW_PRIVATE_TARGETS: '1',
    LASTHASH_WORKER_CONCURRENCY: '20',
    LASTHASH_LOG_LEVEL: 'error',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
})
let failed = false
try {
  await until(async () => (await fetch(`${base}/readyz`).catch(() => null))?.ok, 60_000)
  await pause(3_000) // for what the start allocated to be collected
  report('memory, idle', memory(), 'MB', (value) => value < 250)

  const quick: number[] = []
  const running: number[] = []
  for (let n = 0; n < 10; n++) {
    const began = performance.now()
    const { id } = await ask('POST', '/v1/scans', { url, scan_type: 'quick' })
    await until(async () => (await ask('GET', `/v1/scans/${id}`)).status !== 'queued', 10_000)
    running.push(performance.now() - began)
    await until(async () => (await ask('GET', `/v1/scans/${id}`)).status === 'done', 30_000)
    quick.push(performance.now() - began)
  }
  report('POST to running, median', median(running), 'ms', (value) => value < 300)
  report('quick scan, POST to done, median', median(quick), 'ms', (value) => value < 2_000)

  const began = performance.now()
  const ids = await Promise.all(
    Array.from({ length: 50 }, async () => (await ask('POST', '/v1/scans', { url, scan_type: 'quick' })).id as string),
  )
  await until(async () => (await countDone(ids)) === 50, 60_000)
  report('50 queued scans', 50_000 / (performance.now() - began), 'scans/s', (value) => value >= 10)

  slow = true
  const many = Array.from({ length: 20 }, () => ask('POST', '/v1/scans', { url, scan_type: 'full' }))
  await Promise.all(many)
  let most = 0
  for (let n = 0; n < 50; n++) {
    most = Math.max(most, memory() + enginesMemory())
    await pause(100)
  }
  report('memory, 20 concurrent scans, most', most, 'MB', (value) => value < 600)
} finally {
  server.kill('SIGTERM')
  await new Promise((done) => server.once('exit', done))
  site.closeAllConnections()
  site.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)

function report(what: string, value: number, unit: string, good: (value: number) => boolean): void {
  if (!good(value)) failed = true
  console.log(`${what}: ${value.toFixed(value < 100 ? 1 : 0)} ${unit}${good(value) ? '' : '  <- misses the aim'}`)
}

/** Resident, of the service's process alone, in MB. */
function memory(): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid)], { encoding: 'utf8' })) / 1024
}

/** Of the processes in which scans run, what they do not share with any other (Linux), in MB. */
function enginesMemory(): number {
  const rows = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  const engines = rows.map((row) => row.trim().split(/\s+/)).filter(([, parent]) => parent === String(server.pid))
  return engines
    .filter(([, , ...words]) => words.join(' ').includes('engine/child.ts'))
    .map(([pid]) => readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
    .flatMap((sums) =>
      [...sums.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].map(([, kilobytes]) => Number(kilobytes)),
    )
    .reduce((sum, kilobytes) => sum + kilobytes / 1024, 0)
}

async function countDone(ids: readonly string[]): Promise<number> {
  const { data } = await ask('GET', '/v1/scans?status=done&limit=100')
  const done = new Set((data as { id: string }[]).map(({ id }) => id))
  return ids.filter((id) => done.has(id)).length
}

async function ask(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) }
  const answer = await fetch(base + path, { method, headers, body: body ? JSON.stringify(body) : undefined })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}

async function until(condition: () => Promise<unknown>, limit: number): Promise<void> {
  const deadline = Date.now() + limit
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Still not so after ${limit} ms: ${condition}`)
    await pause(10)
  }
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
