import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Database } from '../db/client.ts'
import { type BlobStore, StorageUnavailable } from '../storage/blob-store.ts'
import type { ObjectStorage } from '../storage/object-storage.ts'
import { markEvidence, packEvidence, unpackEvidence } from './move-evidence.ts'
import { findOrphans, moveFiles, sweepObjects } from './move-files.ts'

const EVERY = 2_000 // milliseconds between looks for files that are to move
const PATIENCE = 30_000 // milliseconds
const ORPHANS_EVERY = 3_600_000 // milliseconds

export interface KeeperOptions {
  config: Pick<Config, 'storage'>
  database: Database
  log: Logger
  blobs: BlobStore
  storage: ObjectStorage
  /** Milliseconds until a storage that did not answer is asked again. */
  patience?: number
}

/**
 * Moves files to where the settings want them, and removes from S3-compatible storage what is needed no more. Any number of
 * processes may run one. As long as the storage does not answer, files stay where they are.
 */
export class FileKeeper {
  readonly #options: KeeperOptions
  #timer: NodeJS.Timeout | undefined
  #running: Promise<unknown> | undefined
  readonly #stop = new AbortController()
  #isAway = false
  #orphansAt = 0
  #marked = false

  constructor(options: KeeperOptions) {
    this.#options = options
  }

  start(): void {
    this.#next(0)
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    clearTimeout(this.#timer)
    await this.#running
  }

  /** Everything that there is to do now. Throws `StorageUnavailable`. */
  async run(): Promise<void> {
    const { database, blobs, storage, config } = this.#options
    const { signal } = this.#stop
    if (config.storage === 's3') {
      if (!this.#marked) await markEvidence(database)
      this.#marked = true
      await packEvidence(database, blobs, signal)
    } else {
      await unpackEvidence(database, blobs, signal)
    }
    await moveFiles(database, storage, config.storage, signal)
    if (Date.now() > this.#orphansAt) {
      await findOrphans(database)
      this.#orphansAt = Date.now() + ORPHANS_EVERY
    }
    await sweepObjects(database, storage, signal)
  }

  #next(after: number): void {
    if (this.#stop.signal.aborted) return
    this.#timer = setTimeout(() => {
      this.#running = this.#try().finally(() => this.#next(this.#isAway ? (this.#options.patience ?? PATIENCE) : EVERY))
    }, after)
    this.#timer.unref()
  }

  async #try(): Promise<void> {
    const { log } = this.#options
    try {
      await this.run()
      if (this.#isAway) log.info('the S3 storage answers again')
      this.#isAway = false
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) return log.warn({ err: error }, 'files could not be moved')
      // Told once, not every half a minute.
      if (!this.#isAway) log.warn(`${error.message} Files stay in the database until it can be used.`)
      this.#isAway = true
    }
  }
}
