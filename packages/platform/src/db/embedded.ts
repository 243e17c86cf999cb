import { resolve } from 'node:path'
import { StartError } from '../start-error.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { LOGIN, prepareCluster } from './cluster.ts'
import { type DataFolder, folderError, openDataFolder, passwordOf } from './data-folder.ts'
import { holderOf, lockFolder } from './lock.ts'
import {
  findRunning,
  freePort,
  launch,
  type Postmaster,
  PostmasterDied,
  pause,
  removeForeignPid,
  stopPostmaster,
  untilReady,
} from './postmaster.ts'

const MOST_TRIES = 3
const JOIN_LIMIT = 30_000 // milliseconds
const WATCH_EVERY = 500 // milliseconds between looks whether the server still lives

export interface Embedded {
  url: string
  /** Where the database really is, when that is not inside the data folder. */
  movedTo: string | null
  /** Stops PostgreSQL (fast shutdown) and lets the data folder go. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Off only for tests, which lose nothing that matters. */
  fsync?: boolean
  /** Told when the server had died, of an empty memory for example, and was started again. */
  onRestart?: () => void
}

/**
 * Starts the PostgreSQL of a data folder, or takes over the one that a killed LastHash left behind, and starts it again
 * should it die. It listens on loopback only, with a password. Throws `StartError`.
 */
export async function startEmbedded(
  dataFolder: string,
  { fsync = true, onRestart }: EmbeddedOptions = {},
): Promise<Embedded> {
  const folder = openDataFolder(dataFolder)
  const unlock = lock(folder)
  try {
    const binaries = findBinaries(folder.user, folder.spare)
    const password = passwordOf(folder)
    prepareCluster(binaries, folder, password, fsync)
    let server = findRunning(folder.cluster) ?? (await start(binaries, folder, password, fsync))
    const { port } = server
    const url = urlOf(port, password)
    await untilReady(url, folder, server)
    const watch = setInterval(() => {
      if (server.isAlive()) return
      server = launch(binaries, folder, port, fsync)
      onRestart?.()
    }, WATCH_EVERY).unref()
    return {
      url,
      movedTo: folder.home === folder.path ? null : folder.cluster,
      async stop() {
        clearInterval(watch)
        await stopPostmaster(server, binaries, folder.cluster)
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw folderError(folder.path, error)
  }
}

async function start(binaries: Binaries, folder: DataFolder, password: string, fsync: boolean): Promise<Postmaster> {
  removeForeignPid(folder.cluster)
  for (let tries = 1; ; tries++) {
    const server = launch(binaries, folder, await freePort(), fsync)
    try {
      await untilReady(urlOf(server.port, password), folder, server)
      return server
    } catch (error) {
      await stopPostmaster(server, binaries, folder.cluster)
      if (!(error instanceof PostmasterDied) || tries === MOST_TRIES) throw error
    }
  }
}

/** The address of the PostgreSQL that another LastHash process runs on this data folder. Throws `StartError` when none does. */
export async function joinEmbedded(dataFolder: string): Promise<string> {
  const path = resolve(dataFolder)
  const deadline = Date.now() + JOIN_LIMIT
  // One that was started at the same moment needs some seconds for its first database.
  while (holderOf(path) !== null && Date.now() < deadline) {
    const server = findRunning(`${path}/postgres`)
    if (server) return urlOf(server.port, readPassword(path))
    await pause()
  }
  throw new StartError(
    `No LastHash is running on the data folder ${path}: start one there first, or set DATABASE_URL to the database that it uses.`,
  )
}

function readPassword(path: string): string {
  try {
    return passwordOf({ path })
  } catch (error) {
    throw folderError(path, error)
  }
}

/** Both folders, where the database lies elsewhere: a copy of the data folder leads to the same one. */
function lock({ path, home }: DataFolder): () => void {
  const unlocks: (() => void)[] = []
  try {
    for (const folder of new Set([path, home])) unlocks.push(lockFolder(folder))
  } catch (error) {
    for (const unlock of unlocks) unlock()
    throw folderError(path, error)
  }
  return () => {
    for (const unlock of unlocks) unlock()
  }
}

function urlOf(port: number, password: string): string {
  return `postgres://${LOGIN}:${password}@127.0.0.1:${port}/postgres`
}
