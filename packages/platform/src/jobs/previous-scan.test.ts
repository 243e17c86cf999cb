import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept, countScans } from '../../test/scans.ts'
import { startSite } from '../../test/target-site.ts'
import { createTestContext } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'
import { ScanWorker } from './scan-worker.ts'

test('a script host that was not there at the last scan is told, and at the first scan none is', async (t) => {
  const world = await createTestContext()
  const site = await startSite()
  const { context } = world
  const worker = new ScanWorker(context, { slots: 1 })
  t.after(async () => {
    await worker.stop(0)
    await site.close()
    await world.close()
  })
  await worker.start()
  const { id } = await world.organization('pro')
  const newHosts = async () => {
    const rows = await context.database
      .as(id)
      .selectFrom('scan_findings')
      .select('detail')
      .where('organization_id', '=', id)
      .execute()
    return rows.flatMap(({ detail }) =>
      detail.check === 'threat/new-script-host' ? [detail.locations[0]!.parameter] : [],
    )
  }
  const scanWith = async (hosts: string[], nth: number) => {
    site.answer((request, response) => {
      response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
      response.end(`<!doctype html>${hosts.map((host) => `<script src="https://${host}/a.js"></script>`).join('')}`)
    })
    await accept(context, id, { url: site.url })
    await until(async () => (await countScans(context, id, 'done')) === nth, 60_000)
  }
  await scanWith(['widgets.example'], 1)
  assert.deepEqual(await newHosts(), [])
  await scanWith(['widgets.example', 'skims.example'], 2)
  assert.deepEqual(await newHosts(), ['skims.example'])
  await scanWith(['widgets.example', 'skims.example'], 3)
  assert.deepEqual(await newHosts(), ['skims.example'])
})
