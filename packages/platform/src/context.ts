import type { Logger } from 'pino'
import type { Brands } from './branding.ts'
import type { Config } from './config.ts'
import type { Database } from './db/client.ts'
import type { ScanQueue } from './jobs/queue.ts'
import type { Renderer } from './reporting/renderer.ts'
import type { Secrets } from './secrets.ts'
import type { BlobStore } from './storage/blob-store.ts'

/** What the service is made with: passed on, never reached for. */
export interface Context {
  config: Config
  database: Database
  queue: ScanQueue
  secrets: Secrets
  brands: Brands
  blobs: BlobStore
  renderer: Renderer
  log: Logger
}
