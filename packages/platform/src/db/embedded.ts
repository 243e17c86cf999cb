import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { StartError } from '../start-error.ts'
import { type Binaries, findBinaries, SHARED_FOLDER } from './binaries.ts'
import { holderOf, lockDataFolder } from './lock.ts'
import { canReach, databaseUser, type User } from './unprivileged.ts'

const READY_LIMIT = 60_000 // milliseconds; recovery after a crash replays the log first
const STOP_LIMIT = 20_000 // milliseconds for a fast shutdown
const LOGIN = 'lasthash'

export interface Embedded {
  url: string
  /** Where the files really are, when that is not inside the data folder. */
  movedTo: string | null
  /** Stops PostgreSQL (fast shutdown) and lets the data folder go. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Off only for tests, which lose nothing that matters. */
  fsync?: boolean
}

/**
 * Starts the PostgreSQL of a data folder, or takes over the one that a killed LastHash left behind. Listens on loopback
 * only, with a password. Throws `StartError`.
 */
export async function startEmbedded(dataFolder: string, { fsync = true }: EmbeddedOptions = {}): Promise<Embedded> {
  const folder = resolve(dataFolder)
  makeFolder(folder)
  const unlock = lockDataFolder(folder)
  try {
    const user = databaseUser()
    const { cluster, movedTo } = placeCluster(folder, user)
    const binaries = findBinaries(user)
    const password = passwordOf(folder)
    if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(binaries, cluster, password, user)
    refuseOtherMajor(cluster, binaries)
    const running = runningServer(cluster)
    const server = running ?? (await launch(binaries, cluster, user, fsync))
    const url = urlOf(server.port, password)
    await untilReady(url, cluster, server.pid)
    return {
      url,
      movedTo,
      async stop() {
        await stopServer(server.pid)
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** The address of the PostgreSQL that another LastHash process runs on this data folder. Throws `StartError` when none does. */
export function joinEmbedded(dataFolder: string): string {
  const folder = resolve(dataFolder)
  const cluster = join(folder, 'postgres')
  const server = holderOf(folder) === null ? null : runningServer(cluster)
  if (!server) {
    throw new StartError(
      `No LastHash is running on the data folder ${folder}: start one there first, or set DATABASE_URL to the database that it uses.`,
    )
  }
  return urlOf(server.port, passwordOf(folder))
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    const probe = join(folder, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new StartError(folderFault(folder, error as NodeJS.ErrnoException), { cause: error })
  }
}

function folderFault(folder: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOSPC')
    return `The disk that holds the data folder ${folder} is full: make room, or set LASTHASH_DATA_DIR to another place.`
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return `The data folder ${folder} is not a folder: set LASTHASH_DATA_DIR to one.`
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return `The data folder ${folder} cannot be written to: mend its permissions, or set LASTHASH_DATA_DIR to another place.`
  return `The data folder ${folder} cannot be used (${message}): set LASTHASH_DATA_DIR to another place.`
}

/** Where the database's files live: in the data folder, or where the unprivileged user can reach them, with a link. */
function placeCluster(folder: string, user: User | null): { cluster: string; movedTo: string | null } {
  const cluster = join(folder, 'postgres')
  if (!user || canReach(user, cluster)) return { cluster, movedTo: null }
  const home = join(SHARED_FOLDER, createHash('sha256').update(folder).digest('hex').slice(0, 16))
  mkdirSync(home, { recursive: true })
  for (const reachable of [SHARED_FOLDER, home]) chmodSync(reachable, 0o755)
  const moved = join(home, 'postgres')
  if (!existsSync(cluster)) {
    rmSync(cluster, { force: true })
    symlinkSync(moved, cluster)
  }
  return { cluster: moved, movedTo: moved }
}

function passwordOf(folder: string): string {
  const file = join(folder, 'postgres.password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

function urlOf(port: number, password: string): string {
  return `postgres://${LOGIN}:${password}@127.0.0.1:${port}/postgres`
}

function initialise({ initdb }: Binaries, cluster: string, password: string, user: User | null): void {
  rmSync(cluster, { recursive: true, force: true }) // what an initdb that was killed left
  mkdirSync(cluster, { recursive: true, mode: 0o700 })
  const passwordFile = `${cluster}.initial-password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) for (const path of [cluster, passwordFile]) chownSync(path, user.uid, user.gid)
  const made = spawnSync(
    initdb,
    [
      '-D',
      cluster,
      '-U',
      LOGIN,
      '--pwfile',
      passwordFile,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-instructions',
    ],
    { ...identity(user), encoding: 'utf8', cwd: '/' },
  )
  rmSync(passwordFile, { force: true })
  if (made.status === 0) return
  rmSync(cluster, { recursive: true, force: true })
  const said = made.error?.message ?? made.stderr.trim().split('\n').at(-1)
  const full = /No space left/i.test(made.stderr ?? '')
  throw new StartError(
    full
      ? `The disk that holds ${cluster} is full: make room, or set LASTHASH_DATA_DIR to another place.`
      : `The embedded PostgreSQL could not make its files in ${cluster} (${said}): set DATABASE_URL to a PostgreSQL of your own, or LASTHASH_DATA_DIR to another place.`,
  )
}

function refuseOtherMajor(cluster: string, { major }: Binaries): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === major) return
  throw new StartError(
    `The data folder's database is of PostgreSQL ${found} and this LastHash brings ${major}: export it with the old version (pg_dump) and import it into a new data folder.`,
  )
}

interface Server {
  pid: number
  port: number
}

/** The server that runs on this cluster by its own postmaster.pid (line 1: pid, line 2: data folder, line 4: port), or null. */
function runningServer(cluster: string): Server | null {
  try {
    const [pid, folder, , port] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const server = { pid: Number(pid), port: Number(port) }
    if (!server.port || resolve(folder!) !== resolve(cluster) || !isPostgres(server.pid)) return null
    return server
  } catch {
    return null
  }
}

/** Guards against a number that some other program has by now. Where there is no /proc, living must do. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
  } catch {
    return false
  }
}

async function launch({ postgres }: Binaries, cluster: string, user: User | null, fsync: boolean): Promise<Server> {
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '64MB',
    fsync: fsync ? 'on' : 'off',
    password_encryption: 'scram-sha-256',
    log_timezone: 'UTC',
    timezone: 'UTC',
  }
  const log = openSync(`${cluster}.log`, 'a', 0o600)
  const child = spawn(
    postgres,
    ['-D', cluster, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    {
      ...identity(user),
      cwd: '/',
      // Its own process group: Ctrl-C must reach us first, and it last.
      detached: true,
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  child.on('error', () => {}) // told by `untilReady`, with the log
  child.unref()
  return { pid: child.pid ?? 0, port }
}

function identity(user: User | null): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
  return user ? { uid: user.uid, gid: user.gid, env } : { env }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}

async function untilReady(url: string, cluster: string, pid: number): Promise<void> {
  const deadline = Date.now() + READY_LIMIT
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    try {
      await client.connect()
      return
    } catch (error) {
      if (!isPostgres(pid) || Date.now() > deadline)
        throw new StartError(notReady(cluster, error as Error), { cause: error })
    } finally {
      await client.end().catch(() => {})
    }
    await new Promise((wake) => setTimeout(wake, 40))
  }
}

function notReady(cluster: string, error: Error): string {
  const log = `${cluster}.log`
  const last = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').at(-1) : ''
  if (/No space left/i.test(last ?? '')) return `The disk that holds ${cluster} is full: make room and start again.`
  return `The embedded PostgreSQL did not start (${last || error.message}): its log is ${log}.`
}

/** SIGINT is PostgreSQL's fast shutdown: sessions end, everything is written. */
async function stopServer(pid: number): Promise<void> {
  const deadline = Date.now() + STOP_LIMIT
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return // it is gone already
  }
  while (isPostgres(pid) && Date.now() < deadline) await new Promise((wake) => setTimeout(wake, 20))
}
