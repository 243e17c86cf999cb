import { CliError, type ExitCode } from './cli-error.ts'
import { isKey } from './connection.ts'
import { chosenProfile, profileName, profilesFile, readProfiles, writeProfiles } from './profiles.ts'
import { serverOf } from './scan-arguments.ts'
import { ServerClient } from './server-client.ts'
import { stopSignal } from './stop-signal.ts'
import { asked, askedHidden, fromStdin } from './terminal.ts'

export interface LogInOptions {
  server: string | null
  profile: string | null
  fromStdin: boolean
  /** Whether to ask the server about the key first. */
  check: boolean
  quiet: boolean
}

/** `lasthash login`: asks for server and key, tries the key, and keeps both. */
export async function logIn(options: LogInOptions, environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const file = profilesFile(environment)
  const profiles = readProfiles(file)
  const name = profileName(options.profile ?? (environment.LASTHASH_PROFILE || profiles.current))
  const server = await serverToUse(options, environment)
  const key = await keyToUse(options, server)
  if (options.check) await tryKey(server, key)
  writeProfiles(file, {
    current: name,
    profiles: { ...profiles.profiles, [name]: { server: server.href.replace(/\/$/, ''), api_key: key } },
  })
  if (!options.quiet) process.stderr.write(`Kept in ${file} as profile ${name}.\n`)
  return 0
}

/** `lasthash logout`. */
export async function logOut(
  profile: string | null,
  quiet: boolean,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const file = profilesFile(environment)
  const { current, profiles } = readProfiles(file)
  const chosen = chosenProfile({ current, profiles }, profile, environment)
  if (!chosen) throw new CliError('There is nothing to forget: no profile is kept.')
  delete profiles[chosen.name]
  const next = chosen.name === current ? (Object.keys(profiles)[0] ?? 'default') : current
  writeProfiles(file, { current: next, profiles })
  if (!quiet)
    process.stderr.write(`Profile ${chosen.name} is forgotten. Its key works on: revoke it where it was made.\n`)
  return 0
}

async function serverToUse({ server, fromStdin }: LogInOptions, environment: NodeJS.ProcessEnv): Promise<URL> {
  const given = server ?? (environment.LASTHASH_BASE_URL || null)
  if (given !== null) return serverOf(given)!
  if (fromStdin || !process.stdin.isTTY)
    throw new CliError('Say which server, as in: lasthash login --server https://lasthash.example.com --key-stdin')
  return serverOf(await asked('Address of the LastHash server: '))!
}

async function keyToUse({ fromStdin: piped }: LogInOptions, server: URL): Promise<string> {
  if (!piped && !process.stdin.isTTY)
    throw new CliError('Nobody can be asked for the key here: pipe it in, with --key-stdin.')
  const given = piped
    ? (await fromStdin()).trim()
    : await askedHidden(`API key for ${server.origin} (not shown): `, process.stdin, process.stderr)
  if (given === '') throw new CliError('There is no key.')
  if (!isKey(given)) throw new CliError('That has characters that no API key has.')
  return given
}

/** A key without the scope for this one question (403) is a key all the same. */
async function tryKey(server: URL, key: string): Promise<void> {
  const client = new ServerClient(server, key, stopSignal())
  try {
    await client.call({ method: 'GET', path: '/v1/websites', query: { limit: '1' } })
  } catch (error) {
    if (error instanceof CliError && /refused \(403\)/.test(error.message)) return
    throw error
  }
}
