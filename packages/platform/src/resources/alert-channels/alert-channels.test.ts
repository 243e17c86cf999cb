import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'

const KEY = 'k'.repeat(32)
const SLACK = { name: 'Chat', kind: 'slack', settings: { url: 'https://hooks.slack.com/services/T0/B0/abcdef' } }

let world: TestContext
let api: TestApi
let own: TestOrganization
let other: TestOrganization

before(async () => {
  world = await createTestContext({ LASTHASH_ALLOW_PRIVATE_TARGETS: '0' })
  api = await startApi(world.context)
  own = await world.organization('pro')
  other = await world.organization('pro')
})
after(async () => {
  await api.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(own.key, method, path, body, expected)

test('made, read, listed, changed and deleted; by its own organisation alone', async () => {
  const made = await ask('POST', '/v1/alert-channels', SLACK, 201)
  assert.deepEqual(
    [made.settings, made.filter, made.quiet_hours, made.digest, made.critical_at_once, made.enabled],
    [{ url: 'https://hooks.slack.com/…' }, {}, null, { every: 'immediately' }, true, true],
  )
  const path = `/v1/alert-channels/${made.id}`
  assert.deepEqual(await ask('GET', path), made)
  const mine = {
    name: 'Ours',
    kind: 'webhook',
    settings: { url: 'https://alerts.example/hook', secret: 'my own secret' },
  }
  const webhook = await ask('POST', '/v1/alert-channels', mine, 201)
  assert.equal(webhook.secret, `whsec_${Buffer.from('my own secret').toString('base64')}`)
  const { data } = await ask('GET', '/v1/alert-channels?kind=webhook')
  assert.deepEqual(
    data.map(({ id, secret }: Json) => [id, secret]),
    [[webhook.id, undefined]],
  )
  const quiet_hours = { from: '20:00', to: '08:00', time_zone: 'Asia/Tokyo' }
  const changed = await ask('PATCH', path, { name: 'Night', quiet_hours, filter: { tags: ['shop'] } })
  assert.deepEqual([changed.name, changed.quiet_hours, changed.filter], ['Night', quiet_hours, { tags: ['shop'] }])
  const back = await ask('PATCH', path, { quiet_hours: null, filter: null })
  assert.deepEqual([back.name, back.quiet_hours, back.filter], ['Night', null, {}])
  const moved = await ask('PATCH', path, { settings: { url: 'https://hooks.slack-gov.com/services/x' } })
  assert.deepEqual(moved.settings, { url: 'https://hooks.slack-gov.com/…' })

  for (const [method, body] of [['GET'], ['PATCH', { name: 'x' }], ['DELETE']] as const)
    await api.ask(other.key, method, path, body, 404)
  assert.deepEqual((await api.ask(other.key, 'GET', '/v1/alert-channels')).data, [])
  await ask('DELETE', path, undefined, 204)
  await ask('GET', path, undefined, 404)
})

test('secrets are sealed in the database', async () => {
  const made = await ask('POST', '/v1/alert-channels', {
    name: 'Pager',
    kind: 'pagerduty',
    settings: { routing_key: KEY },
  })
  assert.deepEqual(made.settings, { region: 'us', routing_key_last_four: 'kkkk' })
  const row = await world.context.database
    .as(own.id)
    .selectFrom('alert_channels')
    .selectAll()
    .where('organization_id', '=', own.id)
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow()
  assert.ok(!JSON.stringify(row).includes(KEY) && !row.secrets.toString('latin1').includes(KEY))
  assert.deepEqual(JSON.parse(world.context.secrets.open(row.secrets).toString()), { routing_key: KEY })
})

const REFUSED: [string, object, string, string?][] = [
  ['no settings', { kind: 'slack', settings: {} }, '/settings/url'],
  ['settings of another kind', { kind: 'slack', settings: { ...SLACK.settings, to: ['a@b.example'] } }, '/settings/to'],
  ['no routing key', { kind: 'pagerduty', settings: {} }, '/settings/routing_key'],
  ['half a routing key', { kind: 'pagerduty', settings: { routing_key: 'abc' } }, '/settings/routing_key'],
  [
    'a digest for PagerDuty',
    { kind: 'pagerduty', settings: { routing_key: KEY }, digest: { every: 'daily' } },
    '/digest/every',
  ],
  [
    'no time zone of that name',
    { quiet_hours: { from: '22:00', to: '07:00', time_zone: 'Mars/Olympus' } },
    '/quiet_hours/time_zone',
  ],
  ['an offset', { digest: { every: 'daily', time_zone: '+02:00' } }, '/digest/time_zone'],
  ['no time at all', { quiet_hours: { from: '25:00', to: '07:00', time_zone: 'UTC' } }, '/quiet_hours/from'],
  ['quiet hours of a day', { quiet_hours: { from: '07:00', to: '07:00', time_zone: 'UTC' } }, '/quiet_hours/to'],
  ['a time for hourly', { digest: { every: 'hourly', at: '08:00' } }, '/digest/at'],
  [
    'a secret too short',
    { kind: 'webhook', settings: { url: 'https://a.example', secret: 'short' } },
    '/settings/secret',
  ],
  ['a private address', { settings: { url: 'http://127.0.0.1/hook' } }, '/settings/url', 'target_refused'],
  ['a metadata address', { settings: { url: 'http://169.254.169.254/' } }, '/settings/url', 'target_refused'],
  ['another scheme', { settings: { url: 'file:///etc/passwd' } }, '/settings/url', 'target_refused'],
]
for (const [what, given, pointer, code = 'validation_failed'] of REFUSED) {
  test(`refused: ${what}`, async () => {
    const problem = await ask('POST', '/v1/alert-channels', { ...SLACK, ...given }, 400)
    assert.equal(problem.code, code)
    assert.ok(problem.errors[0].pointer.startsWith(pointer), JSON.stringify(problem.errors))
  })
}

test('mail without a mail server is refused with the remedy; a bad address in any case', async () => {
  const mail = { name: 'Mail', kind: 'mail', settings: { to: ['a@b.example'] } }
  assert.equal((await ask('POST', '/v1/alert-channels', mail, 409)).code, 'mail_not_configured')
  for (const to of [['a'], ['a@b.example\r\nBcc: c@d.example'], ['a@b.example, c@d.example'], ['<a@b.example>'], []]) {
    const problem = await ask('POST', '/v1/alert-channels', { ...mail, settings: { to } }, 400)
    assert.equal(problem.code, 'validation_failed')
  }
})
