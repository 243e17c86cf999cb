import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { CliError } from './cli-error.ts'
import { nearest } from './nearest.ts'
import { quoted } from './words.ts'

/** A server and a key of it. */
export interface Profile {
  server: string
  api_key: string
}

export interface Profiles {
  /** The one that is used when none is named. */
  current: string
  profiles: Record<string, Profile>
}

const NAME = /^[\w.-]{1,64}$/
const OTHERS = 0o077 // permissions of everybody but the owner

/** Where profiles are kept: `LASTHASH_CONFIG`, or `lasthash/config.json` in the user's folder of settings. */
export function profilesFile(environment: NodeJS.ProcessEnv): string {
  if (environment.LASTHASH_CONFIG) return environment.LASTHASH_CONFIG
  const { XDG_CONFIG_HOME, APPDATA } = environment
  const folder = XDG_CONFIG_HOME || (process.platform === 'win32' && APPDATA) || join(homedir(), '.config')
  return join(folder, 'lasthash', 'config.json')
}

/** What `lasthash login` has kept; nothing where there is no file. Throws `CliError` for a file that is broken, or that others can read. */
export function readProfiles(file: string): Profiles {
  let content: string
  try {
    if (process.platform !== 'win32' && statSync(file).mode & OTHERS)
      throw new CliError(`${file} holds keys and can be read by others: chmod 600 ${file}`)
    content = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof CliError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return { current: 'default', profiles: {} }
    throw new CliError(`${file} cannot be read: ${message}`)
  }
  return parsed(file, content)
}

/** Writes the whole file at once, readable by its owner only. Throws `CliError` when it cannot. */
export function writeProfiles(file: string, profiles: Profiles): void {
  const draft = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(draft, `${JSON.stringify(profiles, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
    chmodSync(draft, 0o600) // whatever the umask
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw new CliError(`The profile cannot be written to ${file}: ${(error as Error).message}`)
  }
}

/** A name that a profile may have. Throws `CliError` for any other. */
export function profileName(name: string): string {
  if (NAME.test(name)) return name
  throw new CliError(`A profile is called by letters, digits, dots and dashes, not ${quoted(name)}.`)
}

/** Which profile is meant, by option, variable or habit; null where it is none. Throws `CliError` for one that was named and is not there. */
export function chosenProfile(
  { current, profiles }: Profiles,
  option: string | null,
  environment: NodeJS.ProcessEnv,
): { name: string; profile: Profile } | null {
  const named = option ?? (environment.LASTHASH_PROFILE || null)
  const name = named ?? current
  if (Object.hasOwn(profiles, name)) return { name, profile: profiles[name]! }
  if (named === null) return null
  const names = Object.keys(profiles)
  const meant = nearest(named, names)
  const known = names.length === 0 ? 'lasthash login makes one.' : `There are: ${names.join(', ')}.`
  throw new CliError(`There is no profile ${quoted(named)}. ${meant ? `Did you mean ${meant}?` : known}`)
}

function parsed(file: string, content: string): Profiles {
  let given: Partial<Profiles> | null
  try {
    given = JSON.parse(content)
  } catch {
    throw new CliError(`${file} is no file of profiles: it is not JSON.`)
  }
  const profiles = Object.entries(given?.profiles ?? {})
  const fits = profiles.every(([, one]) => typeof one?.server === 'string' && typeof one.api_key === 'string')
  if (!fits) throw new CliError(`${file} is no file of profiles: each needs "server" and "api_key".`)
  const current = typeof given?.current === 'string' ? given.current : 'default'
  return { current, profiles: Object.fromEntries(profiles) }
}
