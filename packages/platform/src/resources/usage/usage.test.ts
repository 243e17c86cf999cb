import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'

let world: TestContext
let api: TestApi

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
})
after(async () => {
  await api.close()
  await world.close()
})

test('usage counts scans at once and requests soon, for this month, against the plan', async () => {
  const { key } = await world.organization('business', { concurrent_scans: 2 })
  const stranger = await world.organization('pro')
  for (let n = 0; n < 3; n++) await api.ask(key, 'POST', '/v1/scans', { url: `https://s${n}.example.com` })
  await api.ask(key, 'POST', '/v1/scans', { url: 'ftp://nowhere' }, 400)
  const usage = await api.ask(key, 'GET', '/v1/usage')
  assert.deepEqual([usage.plan, usage.scans, usage.queued_scans, usage.running_scans], ['business', 3, 3, 0])
  assert.equal(usage.month, new Date().toISOString().slice(0, 7))
  assert.equal(usage.limits.concurrent_scans, 2)
  let asked = 5
  await until(async () => {
    asked++
    return (await api.ask(key, 'GET', '/v1/usage')).api_requests >= 5
  })
  const { api_requests } = await api.ask(key, 'GET', '/v1/usage')
  assert.ok(api_requests >= 5 && api_requests <= asked + 1, `${api_requests} of ${asked}`)
  const other = await api.ask(stranger.key, 'GET', '/v1/usage')
  assert.deepEqual([other.scans, other.queued_scans, other.api_requests], [0, 0, 0])
})

test('a canceled scan was used and waits no more', async () => {
  const { key } = await world.organization('pro')
  const { id } = await api.ask(key, 'POST', '/v1/scans', { url: 'https://example.com' })
  await api.ask(key, 'POST', `/v1/scans/${id}/cancel`)
  const usage = await api.ask(key, 'GET', '/v1/usage')
  assert.deepEqual([usage.scans, usage.queued_scans], [1, 0])
})
