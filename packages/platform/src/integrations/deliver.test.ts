// Alerts on their way to every kind of channel, against servers that hold each to what its provider publishes.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { type MailServer, raise, recover, startDeliverer, startMailServer } from '../../test/alerting.ts'
import { takenByPagerDuty, takenBySlack, takenByTeams } from '../../test/provider-contracts.ts'
import { type Receiver, startReceiver } from '../../test/receiver.ts'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'
import { GAPS } from './deliver.ts'
import { claimDue } from './outbox.ts'

const ROUTING_KEY = 'R0UT1NGKEY'.padEnd(32, 'x')

let world: TestContext
let api: TestApi
let mails: MailServer
let other: Receiver
let organization: TestOrganization
let site: { organization_id: string; website_id: string }
let stop: () => Promise<void>
const others: Receiver[] = []

before(async () => {
  mails = await startMailServer()
  world = await createTestContext({
    LASTHASH_SMTP_URL: mails.url,
    LASTHASH_MAIL_FROM: 'LastHash <alerts@lasthash.example>',
  })
  api = await startApi(world.context)
  stop = await startDeliverer(world.context)
})
beforeEach(async () => {
  organization = await world.organization('pro')
  other = await startReceiver()
  others.push(other)
  mails.refuse(null)
  mails.received.length = 0
  const website = await ask('POST', '/v1/websites', { url: 'https://shop.example', name: 'Shop', tags: ['eu'] })
  site = { organization_id: organization.id, website_id: website.id }
})
after(async () => {
  await stop()
  for (const one of others) await one.close()
  await api.close()
  await mails.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)
const channel = (kind: string, settings: object, more: object = {}): Promise<Json> =>
  ask('POST', '/v1/alert-channels', { name: kind, kind, settings, ...more }, 201)
const hook = (more: object = {}) => channel('webhook', { url: other.url }, more)
const now = ({ id }: Json): Promise<Json> => ask('GET', `/v1/alert-channels/${id}`)
const deliveries = async ({ id }: Json): Promise<Json[]> =>
  (await ask('GET', `/v1/alert-channels/${id}/deliveries`)).data
const delivery = ({ id }: Json, { id: one }: Json): Promise<Json> =>
  ask('GET', `/v1/alert-channels/${id}/deliveries/${one}`)
/** Waits until nothing of the channel's is under way any more. */
const settled = async (made: Json, count: number): Promise<Json[]> => {
  await until(async () => {
    const all = await deliveries(made)
    return all.length === count && all.every(({ status }) => status !== 'pending')
  }, 30_000)
  return deliveries(made)
}
const bodies = () => other.received.map(({ body }) => JSON.parse(body))
/** As if the time of whatever waits had come. */
const due = async (made: Json) => {
  const past = new Date(Date.now() - 1_000)
  const { system } = world.context.database
  await system
    .updateTable('channel_deliveries')
    .set({ next_attempt_at: past })
    .where('channel_id', '=', made.id)
    .where('status', '=', 'pending')
    .execute()
  await system
    .updateTable('alert_notices')
    .set({ due_at: past })
    .where('channel_id', '=', made.id)
    .where('due_at', 'is not', null)
    .execute()
}

test('mail: in the name of the organisation, where it has set one', async () => {
  const branding = { name: 'Acme Security', mail_sender: { name: 'Acme <Sec>', address: 'security@acme.example' } }
  await ask('PATCH', `/v1/organizations/${organization.id}`, { branding })
  const made = await channel('mail', { to: ['a@shop.example'] })
  await raise(world.context, site)
  await settled(made, 1)
  const [mail] = mails.received as [Json]
  assert.deepEqual(mail.from.value, [{ name: 'Acme <Sec>', address: 'security@acme.example' }])
  assert.match(mail.text, /Sent by Acme Security\.$/m)
  assert.doesNotMatch(mail.html, /LastHash/)
})

test('mail: opened and resolved, each once, in one thread, as text and as HTML', async () => {
  const made = await channel('mail', { to: ['a@shop.example', 'b@shop.example'] })
  await raise(world.context, site, { summary: 'It says <b>503</b>.\r\nBcc: c@evil.example' })
  await recover(world.context, site)
  await settled(made, 2)
  const [opened, resolved] = mails.received as [Json, Json]
  assert.equal(opened.subject, 'Critical alert opened: Shop')
  assert.equal(opened.from.text, '"LastHash" <alerts@lasthash.example>')
  assert.deepEqual([opened.to.text, opened.cc, opened.bcc], ['a@shop.example, b@shop.example', undefined, undefined])
  assert.match(opened.text, /It says <b>503<\/b>\. Bcc: c@evil\.example/)
  assert.match(opened.html, /It says &lt;b&gt;503&lt;\/b&gt;/)
  assert.equal(opened.headers.get('auto-submitted'), 'auto-generated')
  assert.equal(resolved.subject, 'Critical alert resolved: Shop')
  assert.deepEqual(resolved.references, opened.references)
  const [last] = await deliveries(made)
  assert.equal(opened.messageId.startsWith('<dlv_'), true)
  assert.equal(resolved.messageId, `<${last!.id}@lasthash.example>`)
  const { attempts } = await delivery(made, last!)
  assert.deepEqual([attempts.length, attempts[0].response.status], [1, 250])
  assert.equal(mails.received.length, 2)
})

test('mail: what the server says decides whether it is tried again', async () => {
  const made = await channel('mail', { to: ['a@shop.example'] })
  mails.refuse(() => ({ code: 451, text: 'try later' }))
  await raise(world.context, site)
  await until(async () => (await now(made)).failing_since !== null)
  assert.match((await now(made)).last_error, /451 try later/)
  mails.refuse(null)
  await due(made)
  const [done] = await settled(made, 1)
  assert.deepEqual([done!.status, done!.attempt_count, (await now(made)).last_error], ['succeeded', 2, null])
  mails.refuse(() => ({ code: 550, text: 'nobody of that name' }))
  const tried = await ask('POST', `/v1/alert-channels/${made.id}/test`)
  assert.deepEqual([tried.status, tried.attempts.length], ['failed', 1])
  assert.match(tried.attempts[0].error, /550 nobody of that name/)
})

const PROVIDERS: {
  kind: string
  settings: () => object
  taken: (body: string) => Json
  status: number
  told: string
}[] = [
  {
    kind: 'slack',
    settings: () => ({ url: `${other.url}/T0/verysecret` }),
    taken: takenBySlack,
    status: 200,
    told: 'Critical alert opened: Shop',
  },
  {
    kind: 'teams',
    settings: () => ({ url: `${other.url}?sig=verysecret` }),
    taken: takenByTeams,
    status: 202,
    told: 'Critical alert opened: Shop',
  },
  {
    kind: 'pagerduty',
    settings: () => ({ routing_key: ROUTING_KEY, base_url: other.url.replace('/hook', '') }),
    taken: takenByPagerDuty,
    status: 202,
    told: 'Critical alert opened: Shop: It is down.',
  },
]
for (const { kind, settings, taken, status, told } of PROVIDERS) {
  test(`${kind}: takes what it is sent, nothing secret is shown, and a test says what was answered`, async () => {
    let refused: unknown
    other.answer((_, response) => {
      try {
        taken(other.received.at(-1)!.body)
        response.writeHead(status).end('ok')
      } catch (error) {
        refused = error
        response.writeHead(400).end('invalid_payload')
      }
    })
    const made = await channel(kind, settings())
    await raise(world.context, site)
    await recover(world.context, site)
    const all = await settled(made, 2)
    assert.equal(refused, undefined)
    assert.deepEqual(
      all.map((one) => one.status),
      ['succeeded', 'succeeded'],
    )
    assert.ok(other.received[0]!.body.includes(told))
    if (kind === 'pagerduty') {
      assert.deepEqual(
        bodies().map(({ event_action, dedup_key }) => [event_action, dedup_key]),
        [
          ['trigger', all[0]!.alert_ids[0]],
          ['resolve', all[0]!.alert_ids[0]],
        ],
      )
      assert.equal(other.received[0]!.path, '/v2/enqueue')
    }
    const tried = await ask('POST', `/v1/alert-channels/${made.id}/test`)
    assert.deepEqual(
      [tried.kind, tried.status, tried.attempts[0].response],
      ['test', 'succeeded', { status, body: 'ok' }],
    )
    const shown = JSON.stringify([made, await now(made), await delivery(made, all[0]!), tried])
    assert.doesNotMatch(shown, /verysecret|R0UT1NGKEY/)
    const [audit] = (await ask('GET', '/v1/audit-log?operation=createAlertChannel')).data
    assert.doesNotMatch(JSON.stringify(audit), /verysecret|R0UT1NGKEY/)
  })
}

test('webhook: signed as Standard Webhooks, under the delivery’s id, the same over all tries', async () => {
  const made = await hook()
  assert.match(made.secret, /^whsec_/)
  assert.equal((await now(made)).secret, undefined)
  other.answer((_, response) => response.writeHead(503, { 'retry-after': '7200' }).end())
  await raise(world.context, site)
  await until(async () => (await deliveries(made))[0]?.attempt_count === 1 && (await now(made)).failing_since !== null)
  const [waiting] = await deliveries(made)
  const wait = Date.parse(waiting!.next_attempt_at) - Date.now()
  assert.ok(wait > 7_000_000 && wait <= 7_200_000, `Retry-After is honoured: ${wait}`)
  other.answer((_, response) => response.writeHead(204).end())
  await due(made)
  await settled(made, 1)
  const [first, second] = other.received as [Json, Json]
  assert.equal(first.headers['webhook-id'], waiting!.id)
  assert.equal(second.headers['webhook-id'], waiting!.id)
  const event = new Webhook(made.secret).verify(second.body, second.headers) as Json
  assert.deepEqual([event.type, event.data.alert.cause, event.data.website.name], ['alert.opened', 'down', 'Shop'])
  const { attempts } = await delivery(made, waiting!)
  assert.deepEqual(
    attempts.map(({ error }: Json) => error),
    ['The endpoint answered 503.', null],
  )
})

test('of one alert nothing overtakes what came before; other alerts do not wait for it', async () => {
  const made = await hook()
  other.answer((_, response) => response.writeHead(500).end())
  await raise(world.context, site)
  await until(() => other.received.length === 1)
  other.answer((_, response) => response.writeHead(204).end())
  await recover(world.context, site)
  await raise(world.context, site, { cause: 'slow', severity: 'medium' })
  await until(() => other.received.length === 2)
  assert.deepEqual([bodies()[1].data.alert.cause], ['slow'])
  await due(made)
  await settled(made, 3)
  assert.deepEqual(
    bodies().map(({ type, data }) => `${type} ${data.alert.cause}`),
    ['alert.opened down', 'alert.opened slow', 'alert.opened down', 'alert.resolved down'],
  )
})

test('what is not wanted is not told: nor that it ended', async () => {
  const wanted = await hook({ filter: { min_severity: 'critical', tags: ['eu'] } })
  const unwanted = await hook({ filter: { kinds: ['dns'] } })
  await raise(world.context, site, { cause: 'slow', severity: 'medium' })
  await raise(world.context, site)
  // It has become worse: now it is bad enough.
  await raise(world.context, site, { cause: 'slow', severity: 'critical' })
  await recover(world.context, site, 'slow')
  await settled(wanted, 3)
  assert.deepEqual(
    bodies().map(({ type, data }) => `${type} ${data.alert.cause}`),
    ['alert.opened down', 'alert.worsened slow', 'alert.resolved slow'],
  )
  assert.deepEqual(await deliveries(unwanted), [])
})

test('acknowledging by hand is told', async () => {
  const made = await hook()
  await raise(world.context, site)
  const [alert] = (await ask('GET', '/v1/alerts')).data
  await ask('PATCH', `/v1/alerts/${alert.id}`, { status: 'acknowledged' })
  await settled(made, 2)
  assert.deepEqual(
    bodies().map(({ type }) => type),
    ['alert.opened', 'alert.acknowledged'],
  )
})

test('a digest gathers what is held, and tells each alert as it is by then; critical ones wait for nothing', async () => {
  const made = await hook({ digest: { every: 'daily', at: '08:00', time_zone: 'Europe/Berlin' } })
  await raise(world.context, site, { cause: 'slow', severity: 'medium' })
  await raise(world.context, site, { cause: 'dns_changed', severity: 'high' })
  await recover(world.context, site, 'slow')
  await raise(world.context, site)
  await settled(made, 1)
  assert.deepEqual([bodies().length, bodies()[0].data.alert.cause], [1, 'down'])
  await due(made)
  const [digest] = await settled(made, 2)
  assert.deepEqual([digest!.kind, digest!.alert_ids.length], ['digest', 2])
  assert.deepEqual(
    bodies()[1].data.alerts.map(({ change, alert }: Json) => `${change} ${alert.cause}`),
    ['resolved slow', 'opened dns_changed'],
  )
})

test('PagerDuty after quiet hours: an incident for each alert that is still there, none for what has passed', async () => {
  const clock = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16)
  const quiet = { from: clock(-1), to: clock(2), time_zone: 'UTC' }
  const settings = { routing_key: ROUTING_KEY, base_url: other.url }
  const made = await channel('pagerduty', settings, { quiet_hours: quiet, critical_at_once: false })
  await raise(world.context, site)
  await raise(world.context, site, { cause: 'slow', severity: 'medium' })
  await recover(world.context, site, 'slow')
  assert.deepEqual(await deliveries(made), [])
  await due(made)
  const [told] = await settled(made, 1)
  assert.deepEqual([told!.kind, bodies().map(({ event_action }) => event_action)], ['alert', ['trigger']])
})

test('a channel that is gone is switched off at once, with an event; on again it is told what comes', async () => {
  const made = await channel('slack', { url: other.url })
  other.answer((_, response) => response.writeHead(404).end('no_service'))
  await raise(world.context, site)
  await settled(made, 1)
  const off = await now(made)
  assert.deepEqual([off.enabled, off.disabled_reason], [false, 'The other side answered 404: no_service'])
  const [event] = (await ask('GET', '/v1/events?type=alert_channel.disabled')).data
  assert.deepEqual([event.data.id, event.data.enabled], [made.id, false])
  const refused = await ask('POST', `/v1/alert-channels/${made.id}/test`, undefined, 409)
  assert.equal(refused.code, 'channel_disabled')
  await raise(world.context, site, { cause: 'slow', severity: 'medium' })
  assert.equal((await deliveries(made)).length, 1)
  other.answer((_, response) => response.writeHead(200).end('ok'))
  const on = await ask('PATCH', `/v1/alert-channels/${made.id}`, { enabled: true })
  assert.deepEqual([on.enabled, on.disabled_reason, on.failing_since], [true, null, null])
  assert.equal((await ask('POST', `/v1/alert-channels/${made.id}/test`)).status, 'succeeded')
})

test('after five days of nothing but failure a channel is switched off; what waits is given up', async () => {
  const made = await hook()
  other.answer((_, response) => response.writeHead(500).end())
  await raise(world.context, site)
  await until(async () => (await now(made)).failing_since !== null)
  await world.context.database.system
    .updateTable('alert_channels')
    .set({ failing_since: new Date(Date.now() - 5.1 * 86_400_000) })
    .where('id', '=', made.id)
    .execute()
  await due(made)
  const [given] = await settled(made, 1)
  assert.deepEqual(
    [given!.status, (await now(made)).disabled_reason],
    ['failed', 'Every delivery failed for five days.'],
  )
})

test('tries end after the last gap', async () => {
  const made = await hook()
  other.answer((_, response) => response.writeHead(500).end())
  await raise(world.context, site)
  await until(async () => (await deliveries(made)).length === 1)
  const [one] = await deliveries(made)
  for (let tries = 1; tries <= GAPS.length; tries++) {
    await until(async () => (await delivery(made, one!)).attempts.length === tries)
    await due(made)
  }
  const [given] = await settled(made, 1)
  assert.deepEqual([given!.status, given!.attempt_count], ['failed', GAPS.length + 1])
})

test('what a process had taken when it died is told by another, once, under the same id', async () => {
  await stop()
  const made = await hook()
  await raise(world.context, site)
  const [taken] = await claimDue(world.context.database.system, [], 10)
  stop = await startDeliverer(world.context)
  const tried = await ask('POST', `/v1/alert-channels/${made.id}/test`)
  assert.equal(tried.status, 'succeeded')
  assert.equal((await deliveries(made)).length, 2)
  assert.deepEqual(
    bodies().map(({ type }) => type),
    ['alert.test'],
    'nobody else tells it before its lease is over',
  )
  await due(made)
  const [, told] = await settled(made, 2)
  assert.deepEqual([told!.id, told!.attempt_count], [taken!.id, 2])
  assert.equal(other.received[1]!.headers['webhook-id'], taken!.id)
  assert.equal(other.received.length, 2)
})

test('two processes tell everything once', async () => {
  const second = await startDeliverer(world.context)
  const channels = await Promise.all([1, 2, 3].map(() => hook()))
  for (let n = 0; n < 10; n++) await raise(world.context, site, { cause: `cause_${n}` })
  for (const made of channels) await settled(made, 10)
  await second()
  const ids = other.received.map(({ headers }) => headers['webhook-id'])
  assert.deepEqual([ids.length, new Set(ids).size], [30, 30])
})
