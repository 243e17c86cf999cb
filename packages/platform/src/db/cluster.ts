import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'
import type { Binaries } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'
import { giveTo, identity } from './postmaster.ts'

/** The one database user of the embedded PostgreSQL. */
export const LOGIN = 'lasthash'

/** Makes PostgreSQL's own data folder where there is none, and refuses one of another major version. */
export function prepareCluster(binaries: Binaries, folder: DataFolder, password: string, fsync: boolean): void {
  if (!existsSync(folder.cluster)) initialise(binaries, folder, password, fsync)
  const found = readFileSync(join(folder.cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === binaries.major) return
  throw new StartError(
    `The data folder's database is of PostgreSQL ${found} and this LastHash brings ${binaries.major}: export it with the old version (pg_dump) and import it into a new data folder.`,
  )
}

/** Made beside its place and moved there whole: an initdb that was killed leaves nothing that looks like a database. */
function initialise({ initdb }: Binaries, folder: DataFolder, password: string, fsync: boolean): void {
  const half = `${folder.cluster}.new`
  const passwordFile = `${half}.password`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(folder.user, half, passwordFile)
  const options = [
    '--pwfile',
    passwordFile,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ]
  if (!fsync) options.push('--no-sync')
  const made = spawnSync(initdb, ['-D', half, '-U', LOGIN, ...options], { ...identity(folder.user), encoding: 'utf8' })
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true })
    throw new StartError(whyNot(folder, made.error?.message ?? made.stderr))
  }
  renameSync(half, folder.cluster)
}

function whyNot({ cluster }: DataFolder, said: string): string {
  if (/No space left on device/i.test(said)) {
    return `The disk that holds ${cluster} is full: make room, or set LASTHASH_DATA_DIR to another place.`
  }
  const last =
    said
      .trim()
      .split('\n')
      .findLast((line) => /error|fatal|could not/i.test(line)) ?? said.trim()
  return `The embedded PostgreSQL could not make its files in ${cluster} (${last}): set LASTHASH_DATA_DIR to another place, or DATABASE_URL to a PostgreSQL of your own.`
}
