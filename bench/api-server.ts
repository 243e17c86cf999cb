/** What `bench/api.ts` fires at: our API and the bare route in one process, on one database with fsync. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import { buildApp } from '../packages/platform/src/app.ts'
import { openDatabase } from '../packages/platform/src/db/client.ts'
import { startEmbedded } from '../packages/platform/src/db/embedded.ts'
import { migrate } from '../packages/platform/src/db/migrate.ts'
import { openContext } from '../packages/platform/test/test-context.ts'
import { seedScans } from './seed/scans.ts'

const CONNECTIONS = 10 // as the service has them by default

const folder = mkdtempSync(join(tmpdir(), 'lasthash-bench-'))
chmodSync(folder, 0o755)
const embedded = await startEmbedded(folder)
await migrate(embedded.url)
const database = openDatabase({ url: embedded.url, max: CONNECTIONS, systemMax: CONNECTIONS })
const context = await openContext(database, { LASTHASH_SECRET: randomBytes(16).toString('hex') })
const { key, newest } = await seedScans(context, 1_000)

const app = await buildApp(context)
await app.listen({ host: '127.0.0.1', port: 0 })

const bare = fastify()
bare.get<{ Params: { id: string } }>('/scans/:id', async ({ params }) => {
  // Prepared, as a careful author would have it.
  const { rows } = await database.systemPool.query({
    name: 'bare',
    text: 'SELECT * FROM scans WHERE id = $1',
    values: [params.id],
  })
  return rows[0]
})
await bare.listen({ host: '127.0.0.1', port: 0 })

const portOf = ({ server }: Pick<typeof bare, 'server'>) => (server.address() as AddressInfo).port
process.send!({
  bare: `http://127.0.0.1:${portOf(bare)}/scans/${newest}`,
  ours: `http://127.0.0.1:${portOf(app)}/v1/scans/${newest}`,
  key,
})
process.once('disconnect', async () => {
  await Promise.all([app.close(), bare.close()])
  await context.queue.stop()
  await database.close()
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
})
