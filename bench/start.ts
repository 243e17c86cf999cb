/**
 * How long a person waits: from `npm start` to an answer of /readyz, the first time (initdb included), later, and after a
 * kill of everything; and what an idle Node.js process needs then. The aims: 20 s, 4 s, 4 s, 250 MB.
 *
 *   node bench/start.ts [--later 5]
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { later: { type: 'string', default: '5' } } })
const IDLE = 10_000 // milliseconds until what the start allocated is collected

const folder = mkdtempSync(join(tmpdir(), 'lasthash-bench-'))
chmodSync(folder, 0o755)
const port = await freePort()
let failed = false
let npm: ChildProcess | undefined
try {
  report('first start', (await start()) / 1000, 's', 20)
  await pause(IDLE)
  report('memory, idle after the first start', memory(), 'MB', 250)
  await stop()
  const later: number[] = []
  for (let n = 0; n < Number(values.later); n++) {
    later.push((await start()) / 1000)
    if (n === 0) {
      await pause(IDLE)
      report('memory, idle', memory(), 'MB', 250)
    }
    await stop()
  }
  report(`later start, slowest of ${later.length}`, Math.max(...later), 's', 4)
  await start()
  const gone = once(npm!, 'exit')
  process.kill(postgresPid(), 'SIGKILL')
  process.kill(nodePid(), 'SIGKILL')
  await gone
  report('start after a kill of everything', (await start()) / 1000, 's', 4)
  await stop()
} finally {
  if (npm && npm.exitCode === null && npm.signalCode === null) await stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)

/** Milliseconds from `npm start` to the first 200 of /readyz. */
async function start(): Promise<number> {
  const from = performance.now()
  npm = spawn('npm', ['start'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, PORT: String(port), LASTHASH_DATA_DIR: join(folder, 'data'), LASTHASH_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!(await isReady())) {
    if (npm.exitCode !== null) throw new Error(`npm start ended with ${npm.exitCode}.`)
    await pause(10)
  }
  return performance.now() - from
}

async function isReady(): Promise<boolean> {
  return await fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function stop(): Promise<void> {
  const ended = once(npm!, 'exit')
  process.kill(nodePid(), 'SIGTERM')
  await ended
}

/** Of the LastHash process itself, below npm. */
function nodePid(): number {
  return (JSON.parse(readFileSync(join(folder, 'data/lasthash.lock'), 'utf8')) as { pid: number }).pid
}

function postgresPid(): number {
  return Number.parseInt(readFileSync(join(folder, 'data/postgres/postmaster.pid'), 'utf8'), 10)
}

/** Resident, of the Node.js process alone, in MB. */
function memory(): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(nodePid())], { encoding: 'utf8' })) / 1024
}

function report(what: string, value: number, unit: string, aim: number): void {
  if (value >= aim) failed = true
  const note = value < aim ? `aim: under ${aim}` : `misses the aim: under ${aim}`
  console.log(`${what}: ${value.toFixed(value < 100 ? 1 : 0)} ${unit} (${note})`)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address() as { port: number }
      probe.close(() => resolve(address.port))
    })
  })
}
