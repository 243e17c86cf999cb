import pg from 'pg'
import type { Config } from '../config.ts'
import { StartError } from '../start-error.ts'
import { joinEmbedded, startEmbedded } from './embedded.ts'
import { isUnavailable } from './errors.ts'
import { migrate } from './migrate.ts'

const PATIENCE = 15_000 // milliseconds that a database of one's own gets to come up
const TRY_EVERY = 500 // milliseconds

export interface PreparedDatabase {
  url: string
  /** Does something for the embedded server only, which is ours to stop. */
  stop(): Promise<void>
}

export interface PrepareOptions {
  /** Tells a person what is going on. */
  tell: (sentence: string) => void
  onRestart: () => void
  /** Gives up waiting. */
  signal: AbortSignal
}

/** Finds or starts the database that the settings mean and brings its schema up to date. Throws `StartError`. */
export async function prepareDatabase(config: Config, options: PrepareOptions): Promise<PreparedDatabase> {
  const { tell, onRestart } = options
  if (config.databaseUrl) {
    await migrateWhenUp(config.databaseUrl, options)
    return { url: config.databaseUrl, stop: async () => {} }
  }
  if (config.role === 'worker') {
    const url = await joinEmbedded(config.dataFolder)
    await migrateWhenUp(url, options)
    return { url, stop: async () => {} }
  }
  const { url, movedTo, stop } = await startEmbedded(config.dataFolder, { onRestart })
  if (movedTo) tell(`The database is in ${movedTo}, where its unprivileged user can reach it.`)
  try {
    await migrate(url)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}

async function migrateWhenUp(url: string, { tell, signal }: PrepareOptions): Promise<void> {
  const deadline = Date.now() + PATIENCE
  for (let tries = 1; ; tries++) {
    try {
      return await migrate(url)
    } catch (error) {
      if (!isUnavailable(error)) throw asStartError(url, error)
      if (Date.now() > deadline) throw new StartError(`${away(url, error)}: start it, or mend DATABASE_URL.`)
      if (tries === 1) tell(`${away(url, error)}; waiting up to ${PATIENCE / 1000} s for it.`)
    }
    signal.throwIfAborted()
    await new Promise((resolve) => setTimeout(resolve, TRY_EVERY))
  }
}

function away(url: string, error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException
  return `The database at ${placeOf(url)} cannot be reached (${message || code})`
}

/** Host and port: what may be shown of an address with a password in it. */
function placeOf(url: string): string {
  const { hostname, port, searchParams } = new URL(url)
  return searchParams.get('host') ?? `${hostname || 'localhost'}:${port || 5432}`
}

function asStartError(url: string, error: unknown): unknown {
  if (error instanceof StartError) return error
  const place = placeOf(url)
  const { code, message } = error as NodeJS.ErrnoException
  if (code === '3D000')
    return new StartError(`The database of DATABASE_URL does not exist at ${place}: create it, or mend DATABASE_URL.`)
  if (code?.startsWith('28'))
    return new StartError(
      `The database at ${place} refuses the user or password of DATABASE_URL (${message}): mend DATABASE_URL.`,
    )
  if (error instanceof pg.DatabaseError)
    return new StartError(`The database at ${place} refused (${message}): mend the cause, or DATABASE_URL.`, {
      cause: error,
    })
  return new StartError(`The database at ${place} cannot be used (${message}): mend DATABASE_URL.`, { cause: error })
}
