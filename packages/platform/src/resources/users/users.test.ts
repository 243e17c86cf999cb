import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { askAs, makePerson, sendAs, type TestPerson } from '../../../test/people.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import type { MemberRole } from '../../db/schema.ts'

let world: TestContext
let api: TestApi
let organization: TestOrganization
let owner: TestPerson

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
})
beforeEach(async () => {
  organization = await world.organization('pro')
  owner = await join('owner')
})
after(async () => {
  await api.close()
  await world.close()
})

const join = (role: MemberRole) => makePerson(world.context, { organizationId: organization.id, role })
const as = (person: TestPerson, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  askAs(api, person.cookie, method, path, body, headers)

test('people are listed with their roles, to those who belong to them; nobody sees another organisation’s', async () => {
  const viewer = await join('viewer')
  const stranger = await makePerson(world.context, { organizationId: (await world.organization('pro')).id })
  const { status, body } = await as(viewer, 'GET', '/v1/users')
  assert.equal(status, 200)
  assert.deepEqual(
    body.data.map(({ id, email, role }: Json) => [id, email, role]),
    [
      [viewer.id, viewer.email, 'viewer'],
      [owner.id, owner.email, 'owner'],
    ],
  )
  assert.equal((await as(viewer, 'GET', '/v1/users/me')).body.id, viewer.id)
  await api.ask(organization.key, 'GET', '/v1/users/me', undefined, 404)
  assert.equal((await as(stranger, 'GET', `/v1/users/${viewer.id}`)).status, 404)
  assert.equal((await as(stranger, 'GET', '/v1/users')).body.data.length, 1)
  assert.equal((await as(owner, 'PATCH', `/v1/users/${stranger.id}`, { role: 'viewer' })).status, 404)
  assert.equal((await as(owner, 'DELETE', `/v1/users/${stranger.id}`)).status, 404)
})

test('a role changes what the next request may do, and the audit log says who changed it', async () => {
  const person = await join('viewer')
  const scan = { url: 'https://example.com', scan_type: 'quick' }
  const refused = await as(person, 'POST', '/v1/scans', scan)
  assert.deepEqual([refused.status, refused.body.code], [403, 'insufficient_scope'])
  assert.match(refused.body.detail, /Your role, viewer/)
  const changed = await as(owner, 'PATCH', `/v1/users/${person.id}`, { role: 'analyst' })
  assert.deepEqual([changed.status, changed.body.role], [200, 'analyst'])
  const scanned = await as(person, 'POST', '/v1/scans', scan)
  assert.equal(scanned.status, 202)
  const { body } = await as(owner, 'GET', `/v1/audit-log?user_id=${owner.id}`)
  assert.deepEqual(
    body.data.map((entry: Json) => [entry.user_id, entry.operation, entry.before.role, entry.after.role]),
    [[owner.id, 'updateUser', 'viewer', 'analyst']],
  )
  assert.equal((await as(owner, 'GET', `/v1/audit-log?user_id=${person.id}`)).body.data[0].operation, 'createScan')
})

test('nobody gives or takes a role that can do more than they can', async () => {
  const admin = await join('admin')
  const other = await join('viewer')
  const refusals: [string, string, unknown][] = [
    ['PATCH', `/v1/users/${other.id}`, { role: 'owner' }],
    ['PATCH', `/v1/users/${admin.id}`, { role: 'owner' }],
    ['PATCH', `/v1/users/${owner.id}`, { role: 'viewer' }],
    ['DELETE', `/v1/users/${owner.id}`, undefined],
    ['POST', '/v1/invitations', { email: 'new@example.com', role: 'owner' }],
  ]
  for (const [method, path, body] of refusals) {
    const answer = await as(admin, method, path, body)
    assert.deepEqual([answer.status, answer.body.required_scope], [403, 'billing:write'], `${method} ${path}`)
  }
  assert.equal((await as(admin, 'PATCH', `/v1/users/${other.id}`, { role: 'admin' })).status, 200)
})

test('the last owner stays one, also when two take each other’s role away at once', async () => {
  const path = `/v1/users/${owner.id}`
  for (const [method, body] of [['PATCH', { role: 'admin' }] as const, ['DELETE', undefined] as const]) {
    const answer = await as(owner, method, path, body)
    assert.deepEqual([answer.status, answer.body.code], [409, 'last_owner'])
  }
  const second = await join('owner')
  const answers = await Promise.all([
    as(owner, 'PATCH', `/v1/users/${second.id}`, { role: 'viewer' }),
    as(second, 'PATCH', `/v1/users/${owner.id}`, { role: 'viewer' }),
  ])
  assert.equal(answers.filter(({ status }) => status === 200).length, 1, JSON.stringify(answers))
  const { data } = await api.ask(organization.key, 'GET', '/v1/users')
  assert.equal(data.filter(({ role }: Json) => role === 'owner').length, 1)
})

test('who is removed is out at the next request, and keeps the account', async () => {
  const person = await join('admin')
  const key = (await as(person, 'POST', '/v1/api-keys', { name: 'Mine', scopes: ['scans:read'] })).body
  assert.equal(key.created_by, person.id)
  assert.equal((await as(owner, 'DELETE', `/v1/users/${person.id}`)).status, 204)
  const after = await as(person, 'GET', '/v1/users')
  assert.deepEqual([after.status, after.body.code], [403, 'no_organization'])
  assert.equal((await sendAs(api, person.cookie, 'GET', '/account')).status, 200)
  assert.equal((await api.send(key.key, 'GET', '/v1/scans')).status, 200, 'the key is the organisation’s')
})

test('an invitation is accepted once, by whoever has its link', async () => {
  const body = { email: 'New.Person@Example.com', role: 'analyst' }
  const made = (await as(owner, 'POST', '/v1/invitations', body)).body
  assert.deepEqual([made.email, made.status, made.mailed_at], ['new.person@example.com', 'pending', null])
  const path = new URL(made.accept_url).pathname
  const shown = await as(owner, 'GET', `/v1/invitations/${made.id}`)
  assert.ok(!('accept_url' in shown.body))
  assert.match(await (await fetch(api.base + path)).text(), /as analyst/)
  const form = new URLSearchParams({ name: 'New', new_password: 'a long enough password' })
  const headers = { origin: api.base }
  const accepted = await fetch(api.base + path, { method: 'POST', body: form, headers, redirect: 'manual' })
  assert.equal(accepted.headers.get('location'), '/account?done=joined')
  const user = (await api.ask(organization.key, 'GET', '/v1/users')).data[0]
  assert.deepEqual([user.email, user.role, user.email_verified], ['new.person@example.com', 'analyst', false])
  assert.equal((await fetch(api.base + path)).status, 404, 'the link works once')
  const { body: after } = await as(owner, 'GET', `/v1/invitations/${made.id}`)
  assert.deepEqual([after.status, after.user_id], ['accepted', user.id])
  for (const [method, rest] of [['DELETE', ''] as const, ['POST', '/resend'] as const])
    assert.equal((await as(owner, method, `/v1/invitations/${made.id}${rest}`)).body.code, 'invitation_ended')
  const again = await as(owner, 'POST', '/v1/invitations', body)
  assert.deepEqual([again.status, again.body.code, again.body.user_id], [409, 'already_member', user.id])
  const { rows } = await world.context.database.system
    .selectFrom('audit_log')
    .select(['operation', 'after'])
    .where('organization_id', '=', organization.id)
    .execute()
    .then((all) => ({ rows: JSON.stringify(all) }))
  assert.ok(rows.includes('acceptInvitation') && !rows.includes(path.split('/').at(-1)!))
})

test('revoked, sent again, invited again: only the newest link opens', async () => {
  const invite = async () =>
    (await as(owner, 'POST', '/v1/invitations', { email: 'x@example.com', role: 'viewer' })).body
  const opens = async (url: string) => (await fetch(api.base + new URL(url).pathname)).status
  const first = await invite()
  const second = await invite()
  assert.deepEqual([await opens(first.accept_url), await opens(second.accept_url)], [404, 200])
  const third = (await as(owner, 'POST', `/v1/invitations/${second.id}/resend`)).body
  assert.deepEqual([third.id, await opens(second.accept_url), await opens(third.accept_url)], [second.id, 404, 200])
  assert.equal((await as(owner, 'DELETE', `/v1/invitations/${third.id}`)).status, 204)
  assert.equal(await opens(third.accept_url), 404)
  const { body } = await as(owner, 'GET', '/v1/invitations')
  assert.deepEqual(
    body.data.map(({ status }: Json) => status),
    ['revoked', 'revoked'],
  )
})

test('everybody sees and ends their own log-ins; those of others only who manages people', async () => {
  const viewer = await join('viewer')
  const mine = (await as(viewer, 'GET', '/v1/sessions')).body.data
  assert.deepEqual(
    mine.map(({ user_id, current }: Json) => [user_id, current]),
    [[viewer.id, true]],
  )
  const all = (await as(owner, 'GET', '/v1/sessions')).body.data
  assert.deepEqual(
    all.map(({ user_id, current }: Json) => [user_id, current]),
    [
      [viewer.id, false],
      [owner.id, true],
    ],
  )
  const owners = all[1].id
  assert.equal((await as(viewer, 'DELETE', `/v1/sessions/${owners}`)).status, 404)
  const stranger = await makePerson(world.context, {
    organizationId: (await world.organization('pro')).id,
    role: 'owner',
  })
  assert.equal((await as(stranger, 'DELETE', `/v1/sessions/${owners}`)).status, 404)
  assert.equal((await as(owner, 'DELETE', `/v1/sessions/${mine[0].id}`)).status, 204)
  const after = await as(viewer, 'GET', '/v1/users')
  assert.deepEqual([after.status, after.body.code], [401, 'session_ended'])
})
