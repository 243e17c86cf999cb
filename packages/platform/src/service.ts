import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { buildApp } from './app.ts'
import { makeDefaultOrganization, makeFirstKey } from './bootstrap.ts'
import { Brands } from './branding.ts'
import { type Config, defaultUrl } from './config.ts'
import type { Context } from './context.ts'
import { type Database, openDatabase } from './db/client.ts'
import { folderError } from './db/data-folder.ts'
import { type PreparedDatabase, prepareDatabase } from './db/prepare.ts'
import { FileKeeper } from './jobs/file-keeper.ts'
import { ScanQueue } from './jobs/queue.ts'
import { needsOwner } from './people/membership.ts'
import { Renderer } from './reporting/renderer.ts'
import { loadSecret, openSecrets, type Secrets } from './secrets.ts'
import { StartError } from './start-error.ts'
import { Blobs } from './storage/blobs.ts'
import type { ObjectStorage } from './storage/object-storage.ts'
import { openStorage } from './storage/open.ts'
import { startWatch, type Watch } from './watch.ts'
import { welcome } from './welcome.ts'
import { startWorker, type Worker } from './worker.ts'

const CLOSE_LIMIT = 5_000 // milliseconds for statements under way, once nobody waits for their answers any more

export interface ServiceOptions {
  config: Config
  log: Logger
  /** Tells a person one thing. */
  tell: (text: string) => void
}

/** The parts of a running LastHash in the order in which they start; they stop in the opposite one, the database last. */
export class Service {
  readonly #options: ServiceOptions
  readonly #giveUp = new AbortController()
  #starting: Promise<void> | undefined
  #ready = false
  #prepared: PreparedDatabase | undefined
  #database: Database | undefined
  #queue: ScanQueue | undefined
  #renderer: Renderer | undefined
  #watch: Watch | undefined
  #worker: Worker | undefined
  #storage: ObjectStorage | undefined
  #keeper: FileKeeper | undefined
  #app: FastifyInstance | undefined

  constructor(options: ServiceOptions) {
    this.#options = options
  }

  /** Resolves when requests are answered and jobs are taken. Throws `StartError` for what a person can mend. */
  start(): Promise<void> {
    this.#starting = this.#start()
    return this.#starting
  }

  async #start(): Promise<void> {
    const { log, tell } = this.#options
    const config = { ...this.#options.config }
    const { signal } = this.#giveUp
    const onRestart = () => log.warn('the embedded PostgreSQL had died and was started again')
    this.#prepared = await prepareDatabase(config, { tell, onRestart, signal })
    signal.throwIfAborted()
    const database = openDatabase({ url: this.#prepared.url })
    this.#database = database
    const queue = new ScanQueue({ database, log, supervise: config.role !== 'api' })
    this.#queue = queue
    await queue.start()
    const brands = new Brands(config, database)
    const storage = await openStorage(config, database, log)
    this.#storage = storage
    const blobs = new Blobs(database, storage)
    const renderer = new Renderer(log)
    this.#renderer = renderer
    const context: Context = { config, database, queue, secrets: secretsOf(config), brands, blobs, renderer, log }
    const organizationId = await makeDefaultOrganization(context)
    signal.throwIfAborted()
    this.#watch = await startWatch(context)
    if (config.role !== 'api') this.#worker = await startWorker(context)
    if (config.role !== 'api' && storage) this.#keeper = new FileKeeper({ ...context, storage })
    this.#keeper?.start()
    if (config.role === 'worker') {
      tell('LastHash is ready: this worker takes jobs.')
      return
    }
    this.#app = await buildApp(context, { ready: () => this.#ready, lag: this.#watch.lag })
    await listen(this.#app, config)
    settlePort(config, this.#app)
    // Only now: a key that is made before a start fails would never be seen by anyone.
    const newKey = await makeFirstKey(context, organizationId)
    this.#ready = true
    const setupToken = (await needsOwner(context)) ? context.secrets.derive('setup') : null
    tell(welcome({ ...config, newKey, setupToken }))
  }

  /**
   * Stops taking new work, finishes what is under way, and stops the database last. Once `hurry` fires, nothing is waited
   * for any more but the database.
   */
  async stop(hurry: AbortSignal): Promise<void> {
    this.#ready = false
    this.#giveUp.abort()
    await this.#starting?.catch(() => {})
    await unlessHurried(hurry, this.#app?.close())
    await unlessHurried(hurry, this.#worker?.stop())
    await unlessHurried(hurry, this.#keeper?.stop())
    await unlessHurried(hurry, this.#renderer?.close())
    await unlessHurried(hurry, this.#watch?.stop())
    await unlessHurried(hurry, this.#storage?.close())
    await unlessHurried(hurry, this.#queue?.stop())
    await unlessHurried(AbortSignal.any([hurry, AbortSignal.timeout(CLOSE_LIMIT)]), this.#database?.close())
    await this.#prepared?.stop()
  }
}

/** With port 0 the system chose one: the links in answers lead there, unless PUBLIC_URL says where. */
function settlePort(config: Config, { server }: FastifyInstance): void {
  const { port } = server.address() as { port: number }
  if (config.publicUrl === defaultUrl(config.host, config.port)) config.publicUrl = defaultUrl(config.host, port)
  config.port = port
}

function secretsOf(config: Config): Secrets {
  try {
    return openSecrets(loadSecret(config.secret, config.dataFolder))
  } catch (error) {
    throw folderError(config.dataFolder, error)
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  const { level } = app.log
  // Fastify logs each address at "info"; the welcome tells the one that a person types.
  if (level === 'info') app.log.level = 'warn'
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw listenError(host, port, error as NodeJS.ErrnoException)
  } finally {
    app.log.level = level
  }
}

function listenError(host: string, port: number, error: NodeJS.ErrnoException): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} of ${host} is taken: stop what uses it, or set PORT to another.`)
    case 'EACCES':
      return new StartError(`Port ${port} needs rights that this user lacks: set PORT to one above 1023.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(
        `HOST is “${host}”, which is no address of this machine: set it to one, such as 127.0.0.1 or 0.0.0.0.`,
      )
    default:
      return error
  }
}

async function unlessHurried(hurry: AbortSignal, work: PromiseLike<unknown> | undefined): Promise<void> {
  if (!work || hurry.aborted) return
  const hurried = new Promise<void>((resolve) => hurry.addEventListener('abort', () => resolve(), { once: true }))
  await Promise.race([Promise.resolve(work).catch(() => {}), hurried])
}
