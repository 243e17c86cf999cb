import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startSite } from '../../../test/target-site.ts'
import { type Json, startApi } from '../../../test/test-api.ts'
import { createTestContext, openContext } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { countWire } from '../../../test/wire-counter.ts'
import { openDatabase } from '../../db/client.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'

test('while the database is away the API says so, and what it accepted before is done after', async (t) => {
  const secret = 'the same for both'
  const world = await createTestContext({ LASTHASH_SECRET: secret })
  const { id, key } = await world.organization('starter', { concurrent_scans: 1 })
  await world.context.database.system.updateTable('organizations').set({ plan: 'pro' }).where('id', '=', id).execute()
  const wire = await countWire(world.databaseUrl)
  const context = await openContext(openDatabase({ url: wire.url }), { LASTHASH_SECRET: secret })
  const api = await startApi(context)
  const site = await startSite()
  const worker = new ScanWorker(context, { slots: 2 })
  t.after(async () => {
    await worker.stop(0)
    await api.close()
    await site.close()
    await context.queue.stop()
    await context.database.close()
    await wire.close()
    await world.close()
  })
  const post = () => api.send(key, 'POST', '/v1/scans', { url: site.url, scan_type: 'quick' })

  const accepted: string[] = []
  for (let n = 0; n < 5; n++) accepted.push(((await (await post()).json()) as Json).id)
  await worker.start()
  await wire.goAway()
  const refused = await post()
  const problem = (await refused.json()) as Json
  assert.deepEqual([refused.status, problem.code, problem.retryable], [503, 'database_unavailable', true])
  assert.match(refused.headers.get('retry-after')!, /^\d+$/)
  assert.equal((await api.send(key, 'GET', `/v1/scans/${accepted[0]}`)).status, 503)

  await wire.comeBack()
  await until(async () => {
    const list = await api.send(key, 'GET', '/v1/scans?status=done')
    return list.ok && ((await list.json()) as Json).data.length === 5
  }, 40_000)
  assert.equal((await post()).status, 202)
})
