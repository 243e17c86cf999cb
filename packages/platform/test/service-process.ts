import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../src/main.ts')
const READY_LIMIT = 90_000 // milliseconds: a start takes one or two seconds, on a machine that has nothing else to do

/** LastHash in a process of its own, as `npm start` runs it. */
export interface ServiceProcess {
  pid: number
  /** As `kill -9`: the process has no say. Resolves when it is gone. */
  kill(): Promise<void>
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>
}

/** Starts a service with these settings; resolves when it says that it is ready. */
export async function startService(settings: Record<string, string>): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, LASTHASH_LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  await ready(child)
  child.stdout!.resume()
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await exited
  }
  return { pid: child.pid!, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`The service did not get ready within ${READY_LIMIT} ms.`))
    }, READY_LIMIT)
    let said = ''
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk
      if (!/ready/i.test(said)) return
      clearTimeout(limit)
      resolve()
    })
    child.once('exit', (code) => {
      clearTimeout(limit)
      reject(new Error(`The service ended with ${code} before it was ready: ${said}`))
    })
  })
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
