import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createServer } from 'node:net'
import pg from 'pg'
import { StartError } from '../start-error.ts'
import type { Binaries } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'
import type { User } from './unprivileged.ts'

const READY_LIMIT = 120_000 // milliseconds; recovery after a crash replays the log first
const STOP_LIMIT = 30_000 // milliseconds for a fast shutdown, which writes a checkpoint
const LOOK_EVERY = 20 // milliseconds

/** A PostgreSQL server process: started by us, or found running. */
export interface Postmaster {
  pid: number
  port: number
  isAlive(): boolean
}

/** It ended before it let anyone in. A second try may go better: a port was taken, or old processes were still leaving. */
export class PostmasterDied extends StartError {}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  password_encryption: 'scram-sha-256',
  log_timezone: 'UTC',
  timezone: 'UTC',
  log_checkpoints: 'off', // a line every five minutes that nobody reads
}

/** Starts the server on a port; it answers once `untilReady` resolves. */
export function launch(binaries: Binaries, folder: DataFolder, port: number, fsync: boolean): Postmaster {
  const settings = { ...SETTINGS, port: String(port), fsync: fsync ? 'on' : 'off' }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openLog(folder)
  // Its own process group: Ctrl-C must reach us first, and it last.
  const child = spawn(binaries.postgres, ['-D', folder.cluster, ...options], {
    ...identity(folder.user),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.on('error', () => {}) // it never lives then, which `untilReady` tells
  child.unref()
  return { pid: child.pid ?? 0, port, isAlive: () => runs(child) }
}

/** A new file for each start, with the last one beside it: the log never grows for ever, and tells of this start only. */
function openLog(folder: DataFolder): number {
  const log = logOf(folder)
  if (existsSync(log)) renameSync(log, `${log}.1`)
  return openSync(log, 'w', 0o600)
}

function runs({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null
}

/** How PostgreSQL's programs are run: as their user, with nothing of our own environment, secrets among it. */
export function identity(user: User | null): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  const { PATH, SystemRoot, TMPDIR } = process.env
  const env = { PATH, SystemRoot, TMPDIR, LC_ALL: 'C', TZ: 'UTC' }
  return user ? { uid: user.uid, gid: user.gid, cwd: '/', env } : { cwd: '/', env }
}

/** The server that runs on this cluster, by its own postmaster.pid (lines: pid, data folder, start, port), or null. */
export function findRunning(cluster: string): Postmaster | null {
  try {
    const [pid, folder, , port] = readFileSync(`${cluster}/postmaster.pid`, 'utf8').split('\n')
    const found = { pid: Number(pid), port: Number(port) }
    const isAlive = () => isPostgresOf(found.pid, cluster)
    const same = realpathSync(folder!) === realpathSync(cluster)
    return same && found.port > 0 && isAlive() ? { ...found, isAlive } : null
  } catch {
    return null
  }
}

/** Guards against a number that some other process has by now, and against one that is dead and not yet buried. */
function isPostgresOf(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0)
    // PostgreSQL works in its data folder. Where there is no /proc, living must do.
    return process.platform !== 'linux' || readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false
  }
}

/**
 * Removes a postmaster.pid whose number belongs to some other process by now: PostgreSQL would take that for a server of
 * its own and refuse to start. Files of processes that are gone it removes itself, after a look at their shared memory.
 */
export function removeForeignPid(cluster: string): void {
  const file = `${cluster}/postmaster.pid`
  if (process.platform !== 'linux' || !existsSync(file)) return
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  if (existsSync(`/proc/${pid}`) && !isPostgresOf(pid, cluster)) rmSync(file, { force: true })
}

/** A port of loopback that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Resolves when the server lets us in. Throws `StartError` when it never will, `PostmasterDied` when it ended. */
export async function untilReady(url: string, folder: DataFolder, server: Postmaster): Promise<void> {
  const deadline = Date.now() + READY_LIMIT
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    client.on('error', () => {}) // the rejection below says it
    try {
      await client.connect()
      return
    } catch (error) {
      if (isWrongPassword(error)) {
        throw new StartError(
          `The password in ${folder.path}/postgres.password is not the database's: restore that file, which was made together with it.`,
        )
      }
      if (!server.isAlive()) throw new PostmasterDied(whyNot(folder, error as Error))
      if (Date.now() > deadline) throw new StartError(whyNot(folder, error as Error))
    } finally {
      await client.end().catch(() => {})
    }
    await pause()
  }
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '28P01'
}

function whyNot(folder: DataFolder, error: Error): string {
  const log = logOf(folder)
  const last = readFileSync(log, 'utf8').trim().split('\n')
  const fatal = last.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? last.at(-1)
  if (/No space left on device/i.test(fatal ?? '')) {
    return `The disk that holds ${folder.cluster} is full: make room and start again.`
  }
  return `The embedded PostgreSQL did not start (${fatal || error.message}): read ${log}, or set DATABASE_URL to a PostgreSQL of your own.`
}

/** Stops it the fast way: sessions end, everything is written. Resolves when it is gone, or after half a minute. */
export async function stopPostmaster(server: Postmaster, binaries: Binaries, cluster: string): Promise<void> {
  const deadline = Date.now() + STOP_LIMIT
  if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast'])
  else if (server.isAlive()) process.kill(server.pid, 'SIGINT')
  while (server.isAlive() && Date.now() < deadline) await pause()
}

export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
}

function logOf({ cluster }: DataFolder): string {
  return `${cluster}.log`
}

/** Hands files to the user who runs PostgreSQL. */
export function giveTo(user: User | null, ...paths: string[]): void {
  if (user) for (const path of paths) chownSync(path, user.uid, user.gid)
}
