import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { recordEvent } from '../../events/record.ts'

let world: TestContext
let api: TestApi
let organization: TestOrganization

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
})
beforeEach(async () => {
  organization = await world.organization('pro')
})
after(async () => {
  await api.close()
  await world.close()
})

const ask = (path: string, expected?: number): Promise<Json> =>
  api.ask(organization.key, 'GET', path, undefined, expected)

test('what happened is listed newest first, filtered by type, and to be had one by one', async () => {
  const { id } = await api.ask(organization.key, 'POST', '/v1/scans', { url: 'https://example.com' })
  await api.ask(organization.key, 'POST', `/v1/scans/${id}/cancel`)
  const { data } = await ask('/v1/events')
  assert.deepEqual(
    data.map((event: Json) => event.type),
    ['scan.canceled', 'scan.queued', 'website.created'],
  )
  for (const event of data) {
    assert.deepEqual(Object.keys(event).sort(), ['created_at', 'data', 'id', 'type'])
    assert.deepEqual(await ask(`/v1/events/${event.id}`), event)
    assert.deepEqual((await ask(`/v1/events?type=${event.type}`)).data, [event])
  }
  assert.deepEqual(data[0].data, await ask(`/v1/scans/${id}`))
  assert.equal((await ask('/v1/events?type=scan.exploded', 400)).code, 'validation_failed')
})

test('an event stays under 20 kB, however much it tells of, and is told as it will be sent', async () => {
  const data = {
    vulnerability: { id: 'vuln_1', proof: { response: 'ü'.repeat(50_000) } },
    list: Array(500).fill('x'.repeat(100)),
  }
  const { id } = await world.context.database
    .as(organization.id)
    .transaction()
    .execute((trx) => recordEvent(trx, organization.id, 'vulnerability.detected', data))
  const event = await ask(`/v1/events/${id}`)
  assert.ok(Buffer.byteLength(JSON.stringify(event)) < 20_000)
  assert.equal(event.data.vulnerability.id, 'vuln_1')
})

test('what happened to others is not told', async () => {
  const stranger = await world.organization('pro')
  await api.ask(organization.key, 'POST', '/v1/websites', { url: 'https://example.com' })
  const { data } = await ask('/v1/events')
  assert.deepEqual((await api.ask(stranger.key, 'GET', '/v1/events')).data, [])
  await api.ask(stranger.key, 'GET', `/v1/events/${data[0].id}`, undefined, 404)
})

test('what is refused has not happened', async () => {
  await api.ask(organization.key, 'POST', '/v1/scans', { url: 'https://example.com', scan_type: 'active' }, 409)
  await api.ask(organization.key, 'POST', '/v1/websites', { url: 'ftp://example.com' }, 400)
  assert.deepEqual((await ask('/v1/events')).data, [])
})
