import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { StartError } from '../start-error.ts'
import { canReach, closedFolders, databaseUser, type User } from './unprivileged.ts'

/** For what the unprivileged user must reach and cannot reach where it belongs, as below a 0700 /root. */
const SHARED_FOLDER = '/var/lib/lasthash'

export interface DataFolder {
  path: string
  /** PostgreSQL's own data folder, which may not exist yet. */
  cluster: string
  /** The folder that the cluster is in: `path`, or one that the unprivileged user can reach. */
  home: string
  /** Where a copy of the programs may lie, if one is needed. */
  spare: string
  /** Null: PostgreSQL runs as we do. */
  user: User | null
}

/** Makes the folder where it is missing and settles where the database lives. Throws `StartError`. */
export function openDataFolder(folder: string): DataFolder {
  const path = makeFolder(resolve(folder))
  const link = join(path, 'postgres')
  const entry = lstatSync(link, { throwIfNoEntry: false })
  // Moved out of the way at an earlier start: the link is the truth, also after the data folder itself was moved.
  const moved = entry?.isSymbolicLink() ? followLink(link) : null
  if (moved) return place(path, moved)
  const user = databaseUser(link)
  if (!user || canReach(user, link)) return place(path, link)
  if (entry?.isDirectory()) {
    const closed = closedFolders(user, link).join(' ')
    throw new StartError(
      `The database in ${link} belongs to an unprivileged user who cannot reach it there: run chmod o+x ${closed}, or move the data folder to where others may enter.`,
    )
  }
  const home = join(SHARED_FOLDER, createHash('sha256').update(path).digest('hex').slice(0, 16))
  makeOpenFolder(SHARED_FOLDER)
  makeOpenFolder(home)
  const cluster = join(home, 'postgres')
  rmSync(link, { force: true })
  symlinkSync(cluster, link)
  return place(path, cluster)
}

function place(path: string, cluster: string): DataFolder {
  const user = databaseUser(cluster)
  return { path, cluster, home: dirname(cluster), spare: user ? SHARED_FOLDER : path, user }
}

/** Whatever the umask says. */
function makeOpenFolder(folder: string): void {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}

/** The password of the embedded database: made once, mode 0600. */
export function passwordOf({ path }: Pick<DataFolder, 'path'>): string {
  const file = join(path, 'postgres.password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** Where a link leads; null when that is gone, so that it is made anew. */
function followLink(link: string): string | null {
  try {
    return realpathSync(link)
  } catch {
    return null
  }
}

function makeFolder(folder: string): string {
  try {
    makeFolders(folder)
    const probe = join(folder, `.probe-${process.pid}`)
    writeFileSync(probe, 'Can this folder be written to?')
    rmSync(probe)
    return realpathSync(folder)
  } catch (error) {
    throw folderError(folder, error)
  }
}

/**
 * Makes a folder and what of its parents is missing, one by one: `recursive` goes round for ever where the file system
 * refuses to make one by ENOENT, as /proc does (Node.js 24).
 */
export function makeFolders(folder: string): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' })
    return
  }
  if (dirname(folder) !== folder) makeFolders(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o755 })
  } catch (error) {
    // Another process made it at the same moment.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** What a file system's refusal means for the person who starts LastHash. */
export function folderError(folder: string, error: unknown): StartError {
  if (error instanceof StartError) return error
  const { code, message } = error as NodeJS.ErrnoException
  return new StartError(fault(folder, code, message), { cause: error })
}

function fault(folder: string, code: string | undefined, message: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk that holds the data folder ${folder} is full: make room, or set LASTHASH_DATA_DIR to another place.`
    case 'EEXIST':
    case 'ENOTDIR':
      return `The data folder ${folder} is not a folder: set LASTHASH_DATA_DIR to one.`
    case 'ENOENT':
      return `The data folder ${folder} cannot be made there: set LASTHASH_DATA_DIR to another place.`
    case 'EACCES':
    case 'EROFS':
    case 'EPERM':
      return `The data folder ${folder} cannot be written to: mend its permissions, or set LASTHASH_DATA_DIR to another place.`
    default:
      return `The data folder ${folder} cannot be used (${message}): set LASTHASH_DATA_DIR to another place.`
  }
}
