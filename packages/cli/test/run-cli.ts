import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

export const BIN = join(import.meta.dirname, '../bin/lasthash.cjs')
/** No file: what the developer has kept is no part of a test. */
const NO_PROFILES = join(import.meta.dirname, 'no-profiles/config.json')
const DEADLINE = 60_000 // milliseconds; what takes longer hangs

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
  /** Milliseconds from start to end. */
  took: number
}

export interface RunOptions {
  env?: Record<string, string>
  /** Options of Node.js itself. */
  node?: readonly string[]
  /** What it reads from stdin; without it there is nothing to read. */
  input?: string
  /** Called with the process once it runs. */
  during?: (child: ChildProcess) => void
}

/** Runs `lasthash` as a user would, with nothing of our own settings in its environment. */
export function runCli(
  args: readonly string[],
  { env = {}, node = [], input, during }: RunOptions = {},
): Promise<Ended> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(LASTHASH_|NO_COLOR|NODE_)/.test(name))
  const began = Date.now()
  const child = spawn(process.execPath, [...node, BIN, ...args], {
    env: { ...Object.fromEntries(inherited), LASTHASH_CONFIG: NO_PROFILES, ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    timeout: DEADLINE,
    killSignal: 'SIGKILL',
  })
  child.stdin?.end(input)
  let stdout = ''
  let stderr = ''
  child.stdout!.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  child.stderr!.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  during?.(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr, took: Date.now() - began }))
  })
}
