import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openContext } from '../test/test-context.ts'
import { makeDefaultOrganization, makeFirstKey } from './bootstrap.ts'
import { openDatabase } from './db/client.ts'
import { type Embedded, startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'

const REPLICAS = 10

let folder: string
let server: Embedded
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lasthash-bootstrap-'))
  chmodSync(folder, 0o755)
  server = await startEmbedded(folder, { fsync: false })
})
after(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What a replica does with its database before it answers requests. Gives the key that it would print. */
async function startReplica(env: Record<string, string>): Promise<{ organizationId: string; key: string | null }> {
  await migrate(server.url)
  const database = openDatabase({ url: server.url, max: 2, systemMax: 2 })
  const context = await openContext(database, env)
  try {
    const organizationId = await makeDefaultOrganization(context)
    return { organizationId, key: await makeFirstKey(context, organizationId) }
  } finally {
    await context.queue.stop()
    await database.close()
  }
}

const replicas = (env: Record<string, string>) =>
  Promise.all(Array.from({ length: REPLICAS }, () => startReplica({ LASTHASH_SECRET: 'one for all', ...env })))

test('ten replicas that start at once on an empty database make one organisation, and one of them prints a key', async () => {
  const first = await replicas({})
  assert.equal(new Set(first.map(({ organizationId }) => organizationId)).size, 1)
  assert.equal(first.filter(({ key }) => key !== null).length, 1)
  const later = await replicas({})
  assert.deepEqual(
    later,
    later.map(() => ({ organizationId: first[0]!.organizationId, key: null })),
  )
})

test('ten replicas with a new LASTHASH_API_KEY at once: it works, and the one before no longer', async () => {
  const database = openDatabase({ url: server.url, max: 2, systemMax: 2 })
  const settingKeys = () =>
    database.system
      .selectFrom('api_keys')
      .select(['last_four', 'revoked_at'])
      .where('name', '=', 'LASTHASH_API_KEY')
      .execute()
  try {
    await replicas({ LASTHASH_API_KEY: 'a-key-of-twenty-characters-1111' })
    assert.deepEqual(await settingKeys(), [{ last_four: '1111', revoked_at: null }])
    await replicas({ LASTHASH_API_KEY: 'a-key-of-twenty-characters-2222' })
    assert.deepEqual(await settingKeys(), [{ last_four: '2222', revoked_at: null }])
  } finally {
    await database.close()
  }
})
