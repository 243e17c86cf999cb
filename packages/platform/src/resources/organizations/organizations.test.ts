import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../../test/test-context.ts'
import { makeDefaultOrganization, makeFirstKey } from '../../bootstrap.ts'

let world: TestContext
let api: TestApi
let key: string
let id: string

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  id = await makeDefaultOrganization(world.context)
  key = (await makeFirstKey(world.context, id))!
})
after(async () => {
  await api.close()
  await world.close()
})

test('the default organisation is there from the first start, on the enterprise plan', async () => {
  const { data, has_more } = await api.ask(key, 'GET', '/v1/organizations')
  assert.deepEqual([data.length, has_more], [1, false])
  assert.deepEqual([data[0].id, data[0].name, data[0].plan], [id, 'Default', 'enterprise'])
  assert.deepEqual(data[0].limits, { requests_per_minute: 10_000, concurrent_scans: 50 })
  assert.deepEqual(await api.ask(key, 'GET', `/v1/organizations/${id}`), data[0])
  assert.equal(await makeFirstKey(world.context, id), null, 'a key is made once')
})

test('name and origins change; plan and limits do not', async () => {
  const path = `/v1/organizations/${id}`
  const changed = await api.ask(key, 'PATCH', path, { name: 'Acme', allowed_origins: ['https://a.example.com'] })
  assert.deepEqual(
    [changed.name, changed.allowed_origins, changed.plan],
    ['Acme', ['https://a.example.com'], 'enterprise'],
  )
  for (const body of [
    { plan: 'pro' },
    { limits: {} },
    { name: '' },
    { name: null },
    { allowed_origins: ['*'] },
    { allowed_origins: ['https://a.example.com/path'] },
  ])
    assert.equal((await api.ask(key, 'PATCH', path, body, 400)).code, 'validation_failed', JSON.stringify(body))
  assert.deepEqual(await api.ask(key, 'GET', path), changed)
})

test('nobody sees, or changes, another organisation', async () => {
  const stranger = await world.organization('pro')
  assert.deepEqual(
    (await api.ask(stranger.key, 'GET', '/v1/organizations')).data.map((one: { id: string }) => one.id),
    [stranger.id],
  )
  await api.ask(stranger.key, 'GET', `/v1/organizations/${id}`, undefined, 404)
  await api.ask(stranger.key, 'PATCH', `/v1/organizations/${id}`, { name: 'Mine' }, 404)
  assert.equal((await api.ask(key, 'GET', `/v1/organizations/${id}`)).name, 'Acme')
})

test('an organisation’s own limits go before its plan’s', async () => {
  const own = await world.organization('pro', { requests_per_minute: 7, concurrent_scans: 3 })
  const { limits } = await api.ask(own.key, 'GET', `/v1/organizations/${own.id}`)
  assert.deepEqual(limits, { requests_per_minute: 7, concurrent_scans: 3 })
})
