// The end of an organisation: suspended at once, exported, restored or gone after its days of grace.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeOneOfEach } from '../../../test/one-of-each.ts'
import { makePerson } from '../../../test/people.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { removeDeletedOrganizations } from '../../jobs/remove-organizations.ts'
import { exportedTables } from './export.ts'
import { GRACE } from './grace.ts'

const DAY = 86_400_000 // milliseconds

let world: TestContext
let api: TestApi
let parent: TestOrganization

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  parent = await world.organization('enterprise')
})
after(async () => {
  await api.close()
  await world.close()
})

async function newChild(): Promise<TestOrganization> {
  const limits = { requests_per_minute: 100_000 }
  const { id } = await api.ask(parent.key, 'POST', '/v1/organizations', { name: 'Customer', plan: 'pro', limits })
  const header = { 'lasthash-organization': id }
  const answer = await api.send(parent.key, 'POST', '/v1/api-keys', { name: 'Theirs' }, header)
  return { id, key: ((await answer.json()) as Json).key }
}

const rowsOf = async (id: string) => {
  const counts = await Promise.all(
    (await exportedTables(world.context.database.system)).map(async ({ name }) => {
      const { rows } = await world.context.database.systemPool.query(
        `SELECT count(*)::int AS count FROM "${name}" WHERE organization_id = $1`,
        [id],
      )
      return [name, rows[0].count] as const
    }),
  )
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

test('a deleted organisation is suspended, restored as it was, and gone with all it had after its days of grace', async () => {
  const child = await newChild()
  const stays = await newChild()
  await makeOneOfEach(world, api, child.key)
  await api.ask(stays.key, 'POST', '/v1/websites', { url: 'https://stays.example' }, 201)
  await api.ask(child.key, 'POST', '/v1/api-keys', { name: 'Test', mode: 'test' }, 201)
  const path = `/v1/organizations/${child.id}`
  const deleted = await api.ask(parent.key, 'DELETE', path)
  assert.equal(Date.parse(deleted.deletion.delete_after) - Date.parse(deleted.deletion.requested_at), GRACE * DAY)
  assert.equal(deleted.suspended_at, deleted.deletion.requested_at)
  // Told to every server by a notification, which may come a moment after the answer.
  const codeSeen = async () => ((await (await api.send(child.key, 'GET', '/v1/websites')).json()) as Json).code
  await until(async () => (await codeSeen()) === 'organization_suspended', 10_000)
  assert.deepEqual((await api.ask(parent.key, 'DELETE', path)).deletion, deleted.deletion, 'its days stay')

  const restored = await api.ask(parent.key, 'POST', `${path}/restore`)
  assert.deepEqual([restored.deletion, restored.suspended_at], [null, null])
  await until(async () => (await codeSeen()) === undefined, 10_000)
  assert.deepEqual((await api.ask(parent.key, 'POST', `${path}/restore`)).deletion, null, 'twice is no harm')

  await api.ask(parent.key, 'DELETE', path)
  await removeDeletedOrganizations(world.context, new Date(Date.now() + (GRACE - 1) * DAY))
  assert.notDeepEqual(await rowsOf(child.id), {})
  await removeDeletedOrganizations(world.context, new Date(Date.now() + (GRACE + 1) * DAY))
  assert.deepEqual(await rowsOf(child.id), {})
  await api.ask(parent.key, 'GET', path, undefined, 404)
  assert.equal((await api.ask(stays.key, 'GET', '/v1/websites')).data.length, 1)
  const { data: log } = await api.ask(parent.key, 'GET', `/v1/audit-log?object_id=${child.id}`)
  assert.deepEqual(
    log.map(({ operation }: Json) => operation),
    [
      'deleteOrganization',
      'restoreOrganization',
      'restoreOrganization',
      'deleteOrganization',
      'deleteOrganization',
      'createOrganization',
    ],
  )
})

test('one that was suspended before its deletion stays suspended when it is restored', async () => {
  const child = await newChild()
  const path = `/v1/organizations/${child.id}`
  const { suspended_at } = await api.ask(parent.key, 'PATCH', path, { suspended: true })
  await world.context.database.system
    .updateTable('organizations')
    .set({ suspended_at: new Date(Date.parse(suspended_at) - DAY) })
    .where('id', '=', child.id)
    .execute()
  await api.ask(parent.key, 'DELETE', path)
  const restored = await api.ask(parent.key, 'POST', `${path}/restore`)
  assert.equal(restored.deletion, null)
  assert.equal(Date.parse(restored.suspended_at), Date.parse(suspended_at) - DAY)
})

test('an organisation under none, and test data by itself, cannot be deleted', async () => {
  const { code } = await api.ask(parent.key, 'DELETE', `/v1/organizations/${parent.id}`, undefined, 409)
  assert.equal(code, 'organization_not_deletable')
  const { organization_id } = await api.ask(parent.key, 'POST', '/v1/api-keys', { name: 'Test', mode: 'test' }, 201)
  await api.ask(parent.key, 'DELETE', `/v1/organizations/${organization_id}`, undefined, 409)
  const stranger = await world.organization('enterprise')
  const child = await newChild()
  for (const [method, path] of [
    ['DELETE', ''],
    ['POST', '/restore'],
    ['GET', '/export'],
  ] as const)
    await api.ask(stranger.key, method, `/v1/organizations/${child.id}${path}`, undefined, 404)
})

test('an export holds every row of the organisation, no secret, and nothing of others', async () => {
  const child = await newChild()
  const other = await newChild()
  await makeOneOfEach(world, api, child.key)
  const person = await makePerson(world.context, { organizationId: child.id })
  await makePerson(world.context, { organizationId: other.id })
  // More than one piece, and no whole number of them.
  const file = Buffer.alloc(400_001, 'a file of theirs')
  await world.context.blobs.put(child.id, 'mine/one.pdf', file, 'application/pdf')
  await world.context.blobs.put(child.id, 'mine/two.txt', '', 'text/plain')
  await world.context.blobs.put(other.id, 'mine/one.pdf', 'of another', 'text/plain')
  const website = await api.ask(other.key, 'POST', '/v1/websites', { url: 'https://other.example' }, 201)
  await api.ask(parent.key, 'DELETE', `/v1/organizations/${child.id}`)
  const path = `/v1/organizations/${child.id}/export`
  const answer = await api.send(parent.key, 'GET', path)
  assert.equal(answer.headers.get('content-disposition'), `attachment; filename="${child.id}.json"`)
  const text = await answer.text()
  const { object, organization, people, tables, files } = JSON.parse(text) as Json
  assert.ok(people.some(({ id, email }: Json) => id === person.id && email === person.email))
  for (const { id } of people)
    assert.ok(
      tables.memberships.some(({ user_id }: Json) => user_id === id),
      id,
    )
  assert.equal(people.length, tables.memberships.length)
  const mine = files.filter(({ key }: Json) => key.startsWith('mine/'))
  assert.deepEqual(
    mine.map(({ key, content_type, size }: Json) => [key, content_type, size]),
    [
      ['mine/one.pdf', 'application/pdf', file.length],
      ['mine/two.txt', 'text/plain', 0],
    ],
  )
  assert.ok(Buffer.from(mine[0].base64, 'base64').equals(file))
  assert.deepEqual([object, organization.id], ['organization_export', child.id])
  const counts = Object.fromEntries(
    Object.entries(tables as Record<string, Json[]>).map(([name, rows]) => [name, rows.length]),
  )
  const stored = await rowsOf(child.id)
  assert.ok(stored.websites! > 0 && stored.vulnerabilities! > 0 && stored.audit_log! > 0)
  for (const [name, count] of Object.entries(stored)) assert.equal(counts[name], count, name)
  for (const rows of Object.values(tables as Record<string, Json[]>))
    for (const row of rows) assert.equal(row.organization_id, child.id)
  for (const foreign of [child.key, website.id]) assert.ok(!text.includes(foreign), foreign)
  for (const { secret, hash } of [...tables.webhooks, ...tables.api_keys])
    assert.deepEqual([secret, hash], [undefined, undefined])
})

test('no column of bytes is exported but hashes of what is exported itself', async () => {
  const { rows } = await world.context.database.systemPool.query(`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'bytea' AND table_name IN (
      SELECT table_name FROM information_schema.columns WHERE column_name = 'organization_id')`)
  const secret = (await exportedTables(world.context.database.system)).flatMap(({ name, secrets }) =>
    secrets.map((column) => `${name}.${column}`),
  )
  const exported = rows.map(({ name }) => name).filter((name) => !secret.includes(name))
  assert.deepEqual(exported.sort(), [
    'audit_log.hash',
    'blob_chunks.bytes',
    'idempotency_keys.request_hash',
    'payment_ledger.hash',
    'vulnerabilities.fingerprint',
  ])
})
