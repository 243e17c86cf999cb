import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, openContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'

const EXAMPLE = {
  url: 'https://your-app.com/webhooks/security',
  events: ['scan.completed', 'threat.detected', 'score.degraded'],
  secret: 'your_webhook_secret',
}

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

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)

test('the public example: registered, its secret given once in the standard form, and never again', async () => {
  const answer = await api.send(organization.key, 'POST', '/v1/webhooks', EXAMPLE)
  const { secret, ...made }: Json = await answer.json()
  assert.equal(answer.status, 201)
  assert.equal(answer.headers.get('location'), `/v1/webhooks/${made.id}`)
  assert.equal(secret, `whsec_${Buffer.from('your_webhook_secret').toString('base64')}`)
  assert.deepEqual([made.url, made.events, made.enabled], [EXAMPLE.url, EXAMPLE.events, true])
  assert.deepEqual(await ask('GET', `/v1/webhooks/${made.id}`), made)
  assert.deepEqual((await ask('GET', '/v1/webhooks')).data, [made])
  const [row] = await world.context.database.system
    .selectFrom('webhooks')
    .selectAll()
    .where('id', '=', made.id)
    .execute()
  assert.ok(!row!.secret.toString('latin1').includes('your_webhook_secret'))
  assert.equal(world.context.secrets.open(row!.secret).toString(), 'your_webhook_secret')
})

test('without a secret one of 256 bits is made, another each time', async () => {
  const secrets = await Promise.all(
    [1, 2].map(async () => (await ask('POST', '/v1/webhooks', { ...EXAMPLE, secret: undefined })).secret),
  )
  assert.equal(new Set(secrets).size, 2)
  for (const secret of secrets) assert.equal(Buffer.from(secret.slice('whsec_'.length), 'base64').length, 32)
})

const refusals: [string, object, string, string][] = [
  ['no events', { events: [] }, 'validation_failed', '/events'],
  ['an unknown event', { events: ['scan.exploded'] }, 'validation_failed', '/events/0'],
  ['the test event, which is sent when asked for', { events: ['webhook.test'] }, 'validation_failed', '/events/0'],
  ['an event twice', { events: ['scan.failed', 'scan.failed'] }, 'validation_failed', '/events'],
  ['a short secret', { secret: '1234567' }, 'validation_failed', '/secret'],
  ['a long secret', { secret: 'x'.repeat(257) }, 'validation_failed', '/secret'],
  ['a broken standard secret', { secret: 'whsec_***' }, 'validation_failed', '/secret'],
  ['no scheme', { url: 'your-app.com/hook' }, 'target_refused', '/url'],
  ['another scheme', { url: 'ftp://your-app.com' }, 'target_refused', '/url'],
  ['metadata', { url: 'http://169.254.169.254/' }, 'target_refused', '/url'],
  ['a log-in in the address', { url: 'https://user:pass@your-app.com' }, 'target_refused', '/url'],
]
for (const [what, body, code, pointer] of refusals) {
  test(`refused: ${what}`, async () => {
    const problem = await ask('POST', '/v1/webhooks', { ...EXAMPLE, ...body }, 400)
    assert.deepEqual([problem.code, problem.errors[0].pointer], [code, pointer])
    assert.deepEqual((await ask('GET', '/v1/webhooks')).data, [])
  })
}

test('private addresses are refused unless allowed, in whatever spelling, also by a change', async () => {
  const strict = await openContext(world.context.database, { LASTHASH_ALLOW_PRIVATE_TARGETS: '0' })
  const { id, key } = await world.organization('pro')
  const hash = strict.secrets.hashApiKey(key)
  await world.context.database.system.updateTable('api_keys').set({ hash }).where('organization_id', '=', id).execute()
  const guarded = await startApi(strict)
  try {
    const hook = await guarded.ask(key, 'POST', '/v1/webhooks', EXAMPLE)
    for (const host of [
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f.1',
      '[::1]',
      '[::ffff:10.0.0.1]',
      '10.1.2.3',
      '192.168.0.1',
      'localhost',
    ]) {
      const body = { ...EXAMPLE, url: `http://${host}/hook` }
      assert.equal((await guarded.ask(key, 'POST', '/v1/webhooks', body, 400)).code, 'target_refused', host)
      assert.equal(
        (await guarded.ask(key, 'PATCH', `/v1/webhooks/${hook.id}`, { url: body.url }, 400)).code,
        'target_refused',
      )
    }
    assert.equal((await guarded.ask(key, 'GET', `/v1/webhooks/${hook.id}`)).url, EXAMPLE.url)
  } finally {
    await guarded.close()
    await strict.queue.stop()
  }
  await ask('POST', '/v1/webhooks', { ...EXAMPLE, url: 'http://127.0.0.1:9/hook' }, 201)
})

test('a webhook is changed by merge patch and deleted with its deliveries', async () => {
  const { id } = await ask('POST', '/v1/webhooks', { ...EXAMPLE, description: 'SIEM' })
  const path = `/v1/webhooks/${id}`
  const changed = await ask('PATCH', path, { events: ['scan.failed'], description: null })
  assert.deepEqual([changed.events, changed.description, changed.url], [['scan.failed'], '', EXAMPLE.url])
  await ask('PATCH', path, { secret: 'another_secret' }, 400)
  await ask('POST', `${path}/test`)
  const [delivery] = (await ask('GET', `${path}/deliveries`)).data
  assert.deepEqual([delivery.event_type, delivery.status, delivery.attempt_count], ['webhook.test', 'pending', 0])
  assert.equal((await api.send(organization.key, 'DELETE', path)).status, 204)
  for (const [method, rest] of [
    ['GET', ''],
    ['GET', '/deliveries'],
    ['GET', `/deliveries/${delivery.id}`],
    ['DELETE', ''],
  ] as const)
    assert.equal((await ask(method, path + rest, undefined, 404)).code, 'not_found')
})

test('a test event goes to the endpoint that asks for it, and is an event like any other', async () => {
  const { id } = await ask('POST', '/v1/webhooks', EXAMPLE)
  const other = await ask('POST', '/v1/webhooks', { ...EXAMPLE, url: 'https://other.example.com' })
  const answer = await api.send(organization.key, 'POST', `/v1/webhooks/${id}/test`)
  const { event_id }: Json = await answer.json()
  assert.deepEqual([answer.status, answer.headers.get('location')], [202, `/v1/events/${event_id}`])
  const event = await ask('GET', `/v1/events/${event_id}`)
  assert.deepEqual([event.type, event.data.webhook_id], ['webhook.test', id])
  assert.equal((await ask('GET', `/v1/webhooks/${id}/deliveries?status=pending`)).data.length, 1)
  assert.deepEqual((await ask('GET', `/v1/webhooks/${id}/deliveries?status=failed`)).data, [])
  assert.deepEqual((await ask('GET', `/v1/webhooks/${other.id}/deliveries`)).data, [])
  const [delivery] = (await ask('GET', `/v1/webhooks/${id}/deliveries`)).data
  await ask('GET', `/v1/webhooks/${other.id}/deliveries/${delivery.id}`, undefined, 404)
  await ask('POST', `/v1/webhooks/${other.id}/deliveries/${delivery.id}/redeliver`, undefined, 404)
})
