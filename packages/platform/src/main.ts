import { flushCompileCache } from 'node:module'
import { type Logger, pino, stdTimeFunctions } from 'pino'
import { type Config, readConfig } from './config.ts'
import { Service } from './service.ts'
import { StartError } from './start-error.ts'

const DRAIN_LIMIT = 25_000 // milliseconds for work under way; what starts containers kills them after 30 s
const PARENT_EVERY = 200 // milliseconds between looks whether npm is still there

main()

/** Starts, waits for a signal, stops. What goes wrong is told in one sentence, with exit code 1. */
function main(): void {
  let config: Config
  try {
    config = readConfig(process.env)
  } catch (error) {
    refuse(error, false)
    return
  }
  const log = pino({ level: config.logLevel, base: undefined, timestamp: stdTimeFunctions.isoTime })
  const service = new Service({ config, log, tell: (text) => process.stdout.write(`${text}\n`) })
  const stop = stopper(service, log)
  let told = false
  // SIGHUP: a terminal that was closed.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      told = true
      stop(0)
    })
  }
  whenOrphaned(() => told || stop(0))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a fault of ours: LastHash stops')
    stop(1)
  })
  service
    .start()
    // Until it is written the cache of compiled modules is held in memory: 50 MB at a first start.
    .then(() => flushCompileCache())
    .catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'AbortError')) refuse(error, config.logLevel === 'debug')
      stop(1)
    })
}

/**
 * npm hands a SIGTERM on to the shell between it and us, which dies of it and tells nobody: under `npm start`, to lose
 * one's parent is to be stopped.
 */
function whenOrphaned(act: () => void): void {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    act()
  }, PARENT_EVERY).unref()
}

/** The first call drains; a second one hurries; in both cases the database is stopped in order. */
function stopper(service: Service, log: Logger): (code: number) => void {
  const hurry = new AbortController()
  let stopping = false
  return (code) => {
    process.exitCode ||= code
    if (stopping) return hurry.abort()
    stopping = true
    log.debug('stopping')
    const limit = setTimeout(() => hurry.abort(), DRAIN_LIMIT)
    service
      .stop(hurry.signal)
      .catch((error: unknown) => log.error({ err: error }, 'could not stop in order'))
      .finally(() => {
        clearTimeout(limit)
        process.exit()
      })
  }
}

/** Never a stack trace for what a person can mend; for the rest one when asked for. */
function refuse(error: unknown, debug: boolean): void {
  process.exitCode = 1
  const { message, stack } = error as Error
  if (error instanceof StartError) process.stderr.write(`${message}\n`)
  else if (debug) process.stderr.write(`${stack}\n`)
  else process.stderr.write(`LastHash could not start (${message}): set LASTHASH_LOG_LEVEL=debug to see where.\n`)
}
