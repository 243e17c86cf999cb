import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { Brands } from '../src/branding.ts'
import { readConfig } from '../src/config.ts'
import type { Context } from '../src/context.ts'
import type { Plan } from '../src/db/schema.ts'
import { newApiKey } from '../src/http/api-key.ts'
import { ALL_SCOPES } from '../src/http/scopes.ts'
import { newId } from '../src/identifier.ts'
import { ScanQueue } from '../src/jobs/queue.ts'
import { Renderer } from '../src/reporting/renderer.ts'
import { openSecrets } from '../src/secrets.ts'
import { Blobs } from '../src/storage/blobs.ts'
import { createTestDatabase } from './test-database.ts'

export interface TestContext {
  context: Context
  databaseUrl: string
  /** Makes an organisation with a key that has every scope. */
  organization(
    plan: Plan,
    limits?: { requests_per_minute?: number; concurrent_scans?: number },
  ): Promise<TestOrganization>
  close(): Promise<void>
}

export interface TestOrganization {
  id: string
  key: string
}

/** A fresh database and all that a service is made with; scans may reach loopback. */
export async function createTestContext(env: Record<string, string> = {}): Promise<TestContext> {
  const database = await createTestDatabase()
  const context = await openContext(database.database, env)
  return {
    context,
    databaseUrl: database.url,
    async organization(plan, limits = {}) {
      const id = newId('org')
      const key = newApiKey('lh_live_')
      await context.database.system
        .insertInto('organizations')
        .values({ id, name: 'Test', plan, requests_per_minute: 100_000, ...limits })
        .execute()
      await context.database.system
        .insertInto('api_keys')
        .values({
          id: newId('key'),
          organization_id: id,
          name: 'Test',
          hash: context.secrets.hashApiKey(key),
          prefix: 'lh_live_',
          last_four: key.slice(-4),
          scopes: [...ALL_SCOPES],
        })
        .execute()
      return { id, key }
    },
    async close() {
      await context.renderer.close()
      await context.queue.stop()
      await database.close()
    },
  }
}

/** A context on a database that is open already, as each process has one. */
export async function openContext(database: Context['database'], env: Record<string, string> = {}): Promise<Context> {
  const secret = env.LASTHASH_SECRET ?? randomBytes(16).toString('hex')
  const config = readConfig({ LASTHASH_ALLOW_PRIVATE_TARGETS: '1', LASTHASH_SECRET: secret, ...env })
  const log = pino({ level: env.LASTHASH_LOG_LEVEL ?? 'silent' })
  const queue = new ScanQueue({ database, log, supervise: true, superviseSeconds: 1 })
  await queue.start()
  const [brands, blobs] = [new Brands(config, database), new Blobs(database)]
  const renderer = new Renderer(log)
  return { config, database, queue, secrets: openSecrets(secret), brands, blobs, renderer, log }
}
