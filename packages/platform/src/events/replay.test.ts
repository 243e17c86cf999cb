import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { type Receiver, startReceiver } from '../../test/receiver.ts'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'
import { openOutbound } from '../outbound.ts'
import { Dispatcher } from './deliver.ts'
import { ReplayRunner } from './replay.ts'
import { openSend } from './send.ts'

let world: TestContext
let api: TestApi
let organization: TestOrganization
let receiver: Receiver
let dispatcher: Dispatcher
let runner: ReplayRunner
const outbound = openOutbound({ allowPrivate: true })

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  receiver = await startReceiver()
  const { database, secrets, log } = world.context
  dispatcher = new Dispatcher({ database, secrets, log, send: openSend(outbound), pollMs: 100 })
  await dispatcher.start()
  runner = new ReplayRunner(world.context)
  await runner.start()
})
beforeEach(async () => {
  organization = await world.organization('pro')
})
after(async () => {
  await runner.stop()
  await dispatcher.stop()
  await outbound.destroy()
  await receiver.close()
  await api.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)
const register = (body: object = {}) =>
  ask('POST', '/v1/webhooks', { url: receiver.url, events: ['website.created'], ...body }, 201)
let sites = 0
const happen = async (times: number) => {
  for (let n = 0; n < times; n++) await ask('POST', '/v1/websites', { url: `https://r${sites++}.example.com` })
}
const before1h = () => new Date(Date.now() - 3_600_000).toISOString()

async function replayed(hook: Json, body: object): Promise<Json> {
  const { id } = await ask('POST', `/v1/webhooks/${hook.id}/replays`, body, 202)
  const path = `/v1/webhooks/${hook.id}/replays/${id}`
  await until(async () => /done|failed/.test((await ask('GET', path)).status), 30_000)
  return ask('GET', path)
}

test('an endpoint that was not there yet gets what happened, each event once, signed, under its own id', async () => {
  await happen(3)
  const hook = await register()
  const { status, delivery_count, events } = await replayed(hook, { from: before1h() })
  assert.deepEqual([status, delivery_count, events], ['done', 3, ['website.created']])
  const delivered = async () => (await ask('GET', `/v1/webhooks/${hook.id}/deliveries?status=succeeded`)).data
  await until(async () => (await delivered()).length === 3, 30_000)
  const known = (await ask('GET', '/v1/events?type=website.created')).data.map(({ id }: Json) => id)
  const got = receiver.received.filter(({ headers }) => known.includes(headers['webhook-id']))
  assert.deepEqual(got.map(({ headers }) => headers['webhook-id']).sort(), [...known].sort())
  for (const { body, headers } of got) {
    assert.equal(headers['lasthash-version'], 'v1')
    new Webhook(hook.secret).verify(body, headers as Record<string, string>)
  }
})

test('what is on its way already is not sent twice; a replay after that sends it again', async () => {
  const hook = await register({ url: `${receiver.url.replace(/\/$/, '')}` })
  await happen(2)
  const deliveries = async (query = '') => (await ask('GET', `/v1/webhooks/${hook.id}/deliveries${query}`)).data
  await until(async () => (await deliveries('?status=succeeded')).length === 2, 30_000)
  await world.context.database.system
    .updateTable('deliveries')
    .set({ status: 'pending', next_attempt_at: new Date(Date.now() + 3_600_000) })
    .where('webhook_id', '=', hook.id)
    .execute()
  assert.equal((await replayed(hook, { from: before1h() })).delivery_count, 0)
  await world.context.database.system
    .updateTable('deliveries')
    .set({ status: 'succeeded', next_attempt_at: null })
    .where('webhook_id', '=', hook.id)
    .execute()
  const again = await replayed(hook, { from: before1h() })
  assert.equal(again.delivery_count, 2)
  const [one] = await deliveries(`?replay_id=${again.id}`)
  assert.equal(one.replay_id, again.id)
  assert.equal((await deliveries(`?event_id=${one.event_id}`)).length, 2)
  assert.equal((await deliveries('?event_type=scan.completed')).length, 0)
})

test('the span and the kinds bound it, and another organisation’s events never come', async () => {
  await happen(1)
  const stranger = await world.organization('pro')
  await api.ask(stranger.key, 'POST', '/v1/websites', { url: 'https://stranger.example.com' })
  const hook = await register()
  assert.equal((await replayed(hook, { from: before1h(), events: ['scan.failed'] })).delivery_count, 0)
  const past = new Date(Date.now() - 1_800_000).toISOString()
  assert.equal((await replayed(hook, { from: before1h(), to: past })).delivery_count, 0)
  assert.equal((await replayed(hook, { from: before1h() })).delivery_count, 1)
  for (const path of ['', '/rpl_x'])
    assert.equal((await api.send(stranger.key, 'GET', `/v1/webhooks/${hook.id}/replays${path}`)).status, 404)
  const body = { from: before1h() }
  assert.equal((await api.send(stranger.key, 'POST', `/v1/webhooks/${hook.id}/replays`, body)).status, 404)
  const { data } = await ask('GET', `/v1/webhooks/${hook.id}/replays`)
  assert.equal(data.length, 3)
})

test('one at a time, on an endpoint that is on, over a span that makes sense', async () => {
  const hook = await register()
  const path = `/v1/webhooks/${hook.id}/replays`
  for (const [body, pointer] of [
    [{ from: new Date(Date.now() + 60_000).toISOString() }, '/from'],
    [{ from: 'yesterday' }, '/from'],
    [{ from: before1h(), events: ['webhook.test'] }, '/events/0'],
  ] as const) {
    const { code, errors } = await ask('POST', path, body, 400)
    assert.deepEqual([code, errors[0].pointer], ['validation_failed', pointer])
  }
  await runner.stop()
  await ask('POST', path, { from: before1h() }, 202)
  assert.equal((await ask('POST', path, { from: before1h() }, 409)).code, 'replay_under_way')
  // Switched off meanwhile: it ends, and says why.
  await ask('PATCH', `/v1/webhooks/${hook.id}`, { enabled: false })
  runner = new ReplayRunner(world.context)
  await runner.start()
  const [{ id }] = (await ask('GET', path)).data
  await until(async () => (await ask('GET', `${path}/${id}`)).status === 'failed', 30_000)
  assert.match((await ask('GET', `${path}/${id}`)).reason, /switched off/)
  assert.equal((await ask('POST', path, { from: before1h() }, 409)).code, 'webhook_disabled')
})

test('two workers make out a long replay once', async () => {
  const hook = await register()
  await world.context.database.system
    .insertInto('events')
    .values(
      Array.from({ length: 1_200 }, (_, n) => ({
        id: `evt_01k0000000${String(n).padStart(16, '0')}`,
        organization_id: organization.id,
        type: 'website.created',
        data: '{}',
      })),
    )
    .execute()
  const [{ created }] = [{ created: '01k0000000' }]
  const at = [...created].reduce((sum, digit) => sum * 32 + '0123456789abcdefghjkmnpqrstvwxyz'.indexOf(digit), 0)
  await runner.stop()
  await world.context.database.system
    .insertInto('webhook_replays')
    .values({
      ...{ id: 'rpl_long', organization_id: organization.id, webhook_id: hook.id, events: ['website.created'] },
      ...{ since: new Date(at - 1_000), until: new Date(at + 1_000) },
    })
    .execute()
  // Deliveries of an endpoint that waits: none of them is sent while they are counted.
  const runners = [new ReplayRunner(world.context), new ReplayRunner(world.context)]
  for (const one of runners) await one.start()
  await until(async () => (await ask('GET', `/v1/webhooks/${hook.id}/replays/rpl_long`)).status === 'done', 60_000)
  for (const one of runners) await one.stop()
  const { rows } = await world.context.database
    .executeSql('SELECT count(*) AS all, count(DISTINCT event_id) AS distinct FROM deliveries WHERE webhook_id = $1', [
      hook.id,
    ])
    .then((result) => result as { rows: { all: number; distinct: number }[] })
  assert.deepEqual([Number(rows[0]!.all), Number(rows[0]!.distinct)], [1_200, 1_200])
  runner = new ReplayRunner(world.context)
  await runner.start()
})
