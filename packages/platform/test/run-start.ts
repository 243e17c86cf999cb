import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { join } from 'node:path'
import { until } from './until.ts'

const BIN = join(import.meta.dirname, '../bin/start.cjs')
const DEADLINE = 60_000 // milliseconds to start or to stop: a machine with much else to do may need most of it
const OWN = /^(LASTHASH_|NODE_|npm_|(PORT|HOST|PUBLIC_URL|DATABASE_URL|TRUSTED_PROXIES)$)/

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export interface Running {
  child: ChildProcess
  pid: number
  stdout(): string
  stderr(): string
  /** The address, once it says that it is ready. Throws, with what it said, when it ends before or takes a minute. */
  ready(): Promise<string>
  ended: Promise<Ended>
  /** Sends a signal, SIGTERM by default, and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

export interface StartOptions extends Pick<SpawnOptions, 'uid' | 'gid' | 'detached' | 'cwd'> {
  /** Options of Node.js itself. */
  node?: readonly string[]
  /** Another start script, as in a copy of the checkout. */
  bin?: string
  /** What it is run by, as `['bash', '-c', 'ulimit -f 1; exec "$@"', '-']`. */
  through?: readonly string[]
}

/** Everything that was started and still runs, for `stopAll`. */
const started = new Set<Running>()

/** Runs what `npm start` runs, on a free port, with nothing of our own settings in its environment. */
export function runStart(env: Record<string, string>, options: StartOptions = {}): Running {
  const { node = [], bin = BIN, through = [], ...spawning } = options
  const inherited = Object.entries(process.env).filter(([name]) => !OWN.test(name))
  const command = [...through, process.execPath, ...node, bin]
  const child = spawn(command[0]!, command.slice(1), {
    ...spawning,
    env: { ...Object.fromEntries(inherited), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // What hangs is a failed test, not a hung one.
  const limit = setTimeout(() => child.kill('SIGKILL'), 2 * DEADLINE).unref()
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    // Not 'close': a PostgreSQL that outlives it must not keep us waiting, should it ever hold its output.
    child.on('exit', (code) => {
      clearTimeout(limit)
      setImmediate(() => resolve({ code, stdout, stderr }))
    })
  })
  ended.catch(() => {})
  const running: Running = {
    child,
    pid: child.pid ?? 0,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    async ready() {
      await until(() => /LastHash is ready/.test(stdout) || child.exitCode !== null, DEADLINE)
      const address = /LastHash is ready: (http:\S+)/.exec(stdout)?.[1]
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${stdout}\n${stderr}`)
      return address ?? ''
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      return await ended
    },
  }
  started.add(running)
  void ended.finally(() => started.delete(running)).catch(() => {})
  return running
}

/** For `after`: whatever a failed test left running is stopped in order, so that no PostgreSQL stays behind. */
export async function stopAll(): Promise<void> {
  await Promise.all([...started].map((one) => one.stop()))
}
