import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import type { Dispatcher as Client } from 'undici'
import { type Receiver, startReceiver } from '../../test/receiver.ts'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'
import { openOutbound } from '../outbound.ts'
import { Dispatcher } from './deliver.ts'
import { GAPS } from './gaps.ts'
import { openSend } from './send.ts'

const LIMIT = 2_000 // milliseconds that an endpoint has here; 15 s in production

let world: TestContext
let api: TestApi
let outbound: Client
let dispatcher: Dispatcher
let organization: TestOrganization
let receiver: Receiver
const receivers: Receiver[] = []

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  outbound = openOutbound({ allowPrivate: true })
  const { database, secrets, log } = world.context
  dispatcher = new Dispatcher({ database, secrets, log, send: openSend(outbound, LIMIT), pollMs: 50 })
  await dispatcher.start()
})
beforeEach(async () => {
  organization = await world.organization('pro')
  receiver = await another()
})
after(async () => {
  await dispatcher.stop()
  await outbound.destroy()
  for (const one of receivers) await one.close()
  await api.close()
  await world.close()
})

async function another(...given: Parameters<typeof startReceiver>): Promise<Receiver> {
  const made = await startReceiver(...given)
  receivers.push(made)
  return made
}

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)
const register = (body: object = {}) =>
  ask('POST', '/v1/webhooks', { url: receiver.url, events: ['website.created'], ...body }, 201)
let sites = 0
const happen = () => ask('POST', '/v1/websites', { url: `https://s${sites++}.example.com` })
const deliveriesOf = async (hook: Json) => (await ask('GET', `/v1/webhooks/${hook.id}/deliveries`)).data
const deliveryOf = async (hook: Json) => {
  const [{ id }] = await deliveriesOf(hook)
  return ask('GET', `/v1/webhooks/${hook.id}/deliveries/${id}`)
}
/** Waits until a delivery has had so many tries, the last of them on record. */
async function tried(hook: Json, times: number): Promise<Json> {
  await until(async () => {
    if ((await deliveriesOf(hook)).length === 0) return false
    return (await deliveryOf(hook)).attempts.length >= times
  }, 20_000)
  // Once more: the delivery may have been read just before that try was recorded, its tries just after.
  return deliveryOf(hook)
}
/** As if its time had come. */
const due = (hook: Json) =>
  world.context.database.system
    .updateTable('deliveries')
    .set({ next_attempt_at: new Date(Date.now() - 1_000) })
    .where('webhook_id', '=', hook.id)
    .where('status', '=', 'pending')
    .execute()
const secondsAhead = (time: string) => (Date.parse(time) - Date.now()) / 1000

test('after a rotation both secrets verify for 24 hours, then the new one alone', async () => {
  const hook = await register()
  const path = `/v1/webhooks/${hook.id}`
  const rotated = await ask('POST', `${path}/rotate-secret`)
  assert.notEqual(rotated.secret, hook.secret)
  const left = new Date(rotated.previous_secret_expires_at).getTime() - Date.now()
  assert.ok(left > 23.9 * 3_600_000 && left <= 24 * 3_600_000, String(left))
  const own = await ask('POST', `${path}/rotate-secret`, { secret: 'my own secret' })
  assert.equal((await ask('POST', `${path}/rotate-secret`, { secret: 'short' }, 400)).code, 'validation_failed')

  const verifies = ({ headers, body }: (typeof receiver.received)[number], secret: string) => {
    const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature']
    const signed = Object.fromEntries(names.map((name) => [name, String(headers[name])]))
    try {
      new Webhook(secret).verify(body, signed)
      return true
    } catch {
      return false
    }
  }
  const next = async () => {
    const before = receiver.received.length
    await happen()
    await until(async () => receiver.received.length > before, 20_000)
    return [own.secret, rotated.secret, hook.secret].map((secret) => verifies(receiver.received.at(-1)!, secret))
  }
  assert.deepEqual(await next(), [true, true, false], 'the new one, the one before, and no older one')
  await world.context.database.system
    .updateTable('webhooks')
    .set({ previous_secret_expires_at: new Date() })
    .where('id', '=', hook.id)
    .execute()
  assert.deepEqual(await next(), [true, false, false])
  assert.equal((await ask('GET', path)).previous_secret_expires_at, null)
})

test('an event arrives signed, as the API gives it, and the official library verifies it', async () => {
  for (const secret of [
    'your_webhook_secret',
    undefined,
    `whsec_${Buffer.from('0123456789abcdef').toString('base64')}`,
  ]) {
    const endpoint = await another()
    const hook = await register({ url: endpoint.url, secret })
    const website = await happen()
    const delivery = await tried(hook, 1)
    assert.equal(delivery.status, 'succeeded')
    assert.equal(endpoint.received.length, 1)
    const [{ headers, body }] = endpoint.received as [Receiver['received'][0]]
    const signed = {
      'webhook-id': String(headers['webhook-id']),
      'webhook-timestamp': String(headers['webhook-timestamp']),
      'webhook-signature': String(headers['webhook-signature']),
    }
    const event = new Webhook(hook.secret).verify(body, signed) as Json
    assert.deepEqual(event, await ask('GET', `/v1/events/${headers['webhook-id']}`))
    assert.deepEqual([event.type, event.data], ['website.created', website])
    assert.throws(() => new Webhook(hook.secret).verify(`${body} `, signed))
    assert.equal(headers['content-type'], 'application/json')
    assert.match(String(headers['user-agent']), /LastHash/)
    assert.ok(Buffer.byteLength(body) < 20_000)
    await ask('PATCH', `/v1/webhooks/${hook.id}`, { enabled: false })
  }
})

test('only what was asked for arrives, and only from one’s own organisation', async () => {
  const hook = await register({ events: ['api_key.created'] })
  const stranger = await world.organization('pro')
  await api.ask(stranger.key, 'POST', '/v1/api-keys', { name: 'Not ours' })
  await happen()
  await ask('POST', '/v1/api-keys', { name: 'Ours' })
  await tried(hook, 1)
  assert.deepEqual(
    receiver.received.map(({ body }) => [JSON.parse(body).type, JSON.parse(body).data.name]),
    [['api_key.created', 'Ours']],
  )
})

test('a failing endpoint is tried again after growing gaps, with the same id, until there are no more', async () => {
  receiver.answer((_, response) => response.writeHead(500).end('out of order'))
  const hook = await register()
  await happen()
  for (const [index, gap] of GAPS.entries()) {
    const { status, attempts, next_attempt_at } = await tried(hook, index + 1)
    assert.deepEqual([status, attempts.length], ['pending', index + 1])
    const wait = secondsAhead(next_attempt_at)
    assert.ok(wait > gap - 15 && wait <= gap * 1.1 + 1, `after try ${index + 1}: ${wait} s`)
    await due(hook)
  }
  const last = await tried(hook, GAPS.length + 1)
  assert.deepEqual([last.status, last.next_attempt_at, last.attempt_count], ['failed', null, 10])
  assert.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1)
  assert.equal(receiver.received.length, 10)
  const [first] = last.attempts
  assert.deepEqual([first.number, first.response.status, first.response.body], [1, 500, 'out of order'])
  assert.equal(first.error, 'The endpoint answered 500.')
  assert.equal(first.request.url, receiver.url)
  assert.equal(first.request.headers['webhook-id'], last.event_id)
  assert.equal(first.request.body, receiver.received[0]!.body)
  assert.equal((await ask('GET', `/v1/webhooks/${hook.id}`)).enabled, true)
})

test('an endpoint that is mended gets what waited, and can be sent it once more', async () => {
  receiver.answer((_, response) => response.writeHead(503).end())
  const hook = await register()
  await happen()
  await tried(hook, 1)
  receiver.answer((_, response) => response.writeHead(200).end('thanks\0'))
  await due(hook)
  const delivery = await tried(hook, 2)
  assert.deepEqual([delivery.status, delivery.attempts[1].error], ['succeeded', null])
  assert.equal(delivery.attempts[1].response.body, 'thanks\uFFFD', 'what the database cannot hold is replaced')
  const again = await api.send(organization.key, 'POST', `/v1/webhooks/${hook.id}/deliveries/${delivery.id}/redeliver`)
  assert.deepEqual([again.status, ((await again.json()) as Json).status], [202, 'pending'])
  assert.equal((await tried(hook, 3)).status, 'succeeded')
  assert.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1)
})

test('Retry-After is honoured where it asks for more', async () => {
  receiver.answer((_, response) => response.writeHead(429, { 'retry-after': '900' }).end())
  const hook = await register()
  await happen()
  const wait = secondsAhead((await tried(hook, 1)).next_attempt_at)
  assert.ok(wait > 880 && wait <= 901, `${wait} s`)
})

test('a redirect is no success and is not followed', async () => {
  const elsewhere = await another()
  receiver.answer((_, response) => response.writeHead(307, { location: elsewhere.url }).end())
  const hook = await register()
  await happen()
  const delivery = await tried(hook, 1)
  assert.deepEqual([delivery.status, delivery.attempts[0].response.status], ['pending', 307])
  assert.equal(elsewhere.received.length, 0)
})

test('an endpoint that is down, or too slow, is on record as that', async () => {
  const down = await another()
  await down.close()
  const hook = await register({ url: down.url })
  const slow = await another(() => {})
  const slowHook = await register({ url: slow.url })
  await happen()
  const [refused] = (await tried(hook, 1)).attempts
  assert.deepEqual([refused.response, refused.error], [null, 'The connection was refused: nothing listens there.'])
  const [late] = (await tried(slowHook, 1)).attempts
  assert.deepEqual([late.response, late.error], [null, 'No answer within 2 s.'])
  assert.ok(late.duration_ms >= LIMIT - 50)
})

test('a slow endpoint delays no other, however much waits for it', async () => {
  const slow = await another(() => {})
  await register({ url: slow.url })
  const hook = await register()
  for (let n = 0; n < 12; n++) await happen()
  await until(async () => (await deliveriesOf(hook)).every((one: Json) => one.status === 'succeeded'), LIMIT * 10)
  // Four at a time, each until its limit: twelve would hold up whoever came behind them for three limits.
  assert.equal(receiver.received.length, 12)
  assert.ok(slow.received.length <= 8, `${slow.received.length}`)
})

test('410 switches an endpoint off at once, gives up what waits, and the organisation is told', async () => {
  const witness = await another()
  await register({ url: witness.url, events: ['webhook.disabled'] })
  receiver.answer((_, response) => response.writeHead(500).end())
  const hook = await register()
  await happen()
  await tried(hook, 1)
  receiver.answer((_, response) => response.writeHead(410).end())
  await happen()
  const path = `/v1/webhooks/${hook.id}`
  await until(async () => (await ask('GET', path)).enabled === false)
  const off = await ask('GET', path)
  assert.equal(off.disabled_reason, 'The endpoint answered 410 Gone.')
  assert.deepEqual([...new Set((await deliveriesOf(hook)).map((one: Json) => one.status))], ['failed'])
  await until(() => witness.received.length === 1)
  assert.deepEqual(JSON.parse(witness.received[0]!.body).data, off)
  await happen()
  assert.equal((await deliveriesOf(hook)).length, 2, 'nothing more is owed to it')
  assert.equal((await ask('POST', `${path}/test`, undefined, 409)).code, 'webhook_disabled')
  const [{ id }] = await deliveriesOf(hook)
  assert.equal((await ask('POST', `${path}/deliveries/${id}/redeliver`, undefined, 409)).code, 'webhook_disabled')
  receiver.answer((_, response) => response.writeHead(204).end())
  const on = await ask('PATCH', path, { enabled: true })
  assert.deepEqual([on.enabled, on.disabled_reason], [true, null])
  await happen()
  await until(async () => (await deliveriesOf(hook))[0].status === 'succeeded')
})

test('five days of nothing but failure switch it off; one success begins anew', async () => {
  receiver.answer((_, response) => response.writeHead(500).end())
  const hook = await register()
  const { system } = world.context.database
  const failingFor = (days: number) =>
    system
      .updateTable('webhooks')
      .set({ failing_since: new Date(Date.now() - days * 86_400_000) })
      .where('id', '=', hook.id)
      .execute()
  const stored = () => system.selectFrom('webhooks').selectAll().where('id', '=', hook.id).executeTakeFirstOrThrow()
  await happen()
  await tried(hook, 1)
  assert.ok((await stored()).failing_since)
  await failingFor(4.9)
  await due(hook)
  await tried(hook, 2)
  assert.equal((await stored()).enabled, true)

  receiver.answer((_, response) => response.writeHead(200).end())
  await due(hook)
  await tried(hook, 3)
  assert.equal((await stored()).failing_since, null)

  receiver.answer((_, response) => response.writeHead(500).end())
  await happen()
  await tried(hook, 1)
  await failingFor(5.1)
  await due(hook)
  await until(async () => !(await stored()).enabled)
  assert.equal((await ask('GET', `/v1/webhooks/${hook.id}`)).disabled_reason, 'Every delivery failed for five days.')
  assert.equal((await ask('GET', '/v1/events?type=webhook.disabled')).data.length, 1)
})

test('one that is switched off by hand is sent nothing more, not even what was on its way', async () => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  receiver.answer((_, response) => {
    arrive()
    answered.then(() => response.writeHead(500).end())
  })
  const hook = await register()
  await happen()
  await arrived
  await ask('PATCH', `/v1/webhooks/${hook.id}`, { enabled: false })
  answer()
  const delivery = await tried(hook, 1)
  assert.deepEqual([delivery.status, delivery.next_attempt_at], ['failed', null])
  assert.equal((await ask('GET', '/v1/events?type=webhook.disabled')).data.length, 0)
})
