import { CliError } from './cli-error.ts'
import { chosenProfile, profilesFile, readProfiles } from './profiles.ts'
import { serverOf } from './scan-arguments.ts'

/** Which server to speak to, and with which key. */
export interface Connection {
  server: URL
  key: string
}

/**
 * By option, then by the environment, then by the profile. A profile's key goes to the profile's own server and to no other.
 * Throws `CliError` that says how to name what is missing.
 */
export function connectionOf(
  options: { server: URL | null; profile: string | null },
  environment: NodeJS.ProcessEnv,
): Connection {
  const chosen = chosenProfile(readProfiles(profilesFile(environment)), options.profile, environment)
  const stored = serverOf(chosen?.profile.server ?? null, 'The profile')
  const told = serverOf(environment.LASTHASH_BASE_URL || null, 'LASTHASH_BASE_URL')
  const server = options.server ?? (options.profile === null ? (told ?? stored) : stored)
  if (!server) {
    throw new CliError(
      'Say which LastHash server: --server URL, LASTHASH_BASE_URL, or lasthash login, which keeps server and key.',
    )
  }
  const own = stored !== null && baseOf(stored) === baseOf(server) ? chosen!.profile.api_key : null
  const key = environment.LASTHASH_API_KEY || own
  if (!key)
    throw new CliError(
      `${server.origin} needs an API key in LASTHASH_API_KEY, or lasthash login --server ${server.origin}`,
    )
  if (!isKey(key)) throw new CliError('LASTHASH_API_KEY has characters that no API key has.')
  return { server, key }
}

/** Whether it can be sent at all: keys are printable ASCII without spaces. */
export function isKey(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text)
}

function baseOf({ origin, pathname }: URL): string {
  return origin + pathname.replace(/\/$/, '')
}
