// Every operation with each role, and with people of another organisation.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Operation, readDescription, type Served } from '../../test/description.ts'
import { makeOneOfEach, type OneOfEach } from '../../test/one-of-each.ts'
import { makePerson, sendAs, type TestPerson } from '../../test/people.ts'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'
import type { MemberRole } from '../db/schema.ts'
import { MEMBER_ROLES, ROLE_SCOPES } from './roles.ts'
import { ALL_SCOPES } from './scopes.ts'

let world: TestContext
let api: TestApi
let served: Served
let organization: TestOrganization
let own: OneOfEach
const people = new Map<MemberRole, TestPerson>()

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  served = await readDescription(api)
  organization = await world.organization('enterprise')
  own = await makeOneOfEach(world, api, organization.key)
  for (const role of MEMBER_ROLES)
    people.set(role, await makePerson(world.context, { organizationId: organization.id, role }))
})
after(async () => {
  await api.close()
  await world.close()
})

const nameOf = ({ method, path }: Operation) => `${method} ${path}`
const urlOf = ({ path }: Operation, variables: OneOfEach) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => variables[name]!)
const bodyOf = ({ spec }: Operation) => spec.requestBody?.content['application/json'].example

/** What a role may do, said once more and in other words than by the table of scopes. */
function may(role: MemberRole, { method, path, spec }: Operation): boolean {
  if (role === 'owner') return true
  // Making organisations and letting them go is the owners'.
  if (/^(create|delete|restore)Organization$/.test(spec.operationId)) return false
  if (role === 'admin') return true
  if (/^\/v1\/(api-keys|audit-log)\b|\/export$/.test(path)) return false
  if (method === 'GET' || spec.operationId === 'endSession') return true
  return role === 'analyst' && /^\/v1\/(scans|vulnerabilities|alerts|reports|report-schedules|tickets)\b/.test(path)
}

/** Ids that nobody has: what is let through finds nothing, so nothing changes on the way. */
const NOTHING = new Proxy({} as OneOfEach, { get: () => 'x' })

for (const role of MEMBER_ROLES) {
  test(`${role}: every operation is open or refused as the role has it`, async () => {
    const { cookie } = people.get(role)!
    const wrong: string[] = []
    for (const operation of served.operations) {
      const answer = await sendAs(api, cookie, operation.method, urlOf(operation, NOTHING), bodyOf(operation))
      const { code } = answer.status === 403 ? ((await answer.json()) as Json) : { code: undefined }
      await answer.body?.cancel().catch(() => {})
      // With an organisation that there is not, deleting it cannot be told from being refused: see below.
      const open = code !== 'insufficient_scope' && answer.status !== 401
      const named = /^(delete|restore)Organization$/.test(operation.spec.operationId)
      if (!named && open !== may(role, operation)) wrong.push(`${nameOf(operation)}: ${answer.status} ${code ?? ''}`)
    }
    assert.deepEqual(wrong, [])
  })
}

test('only owners let an organisation go, or change its plan', async () => {
  const child = await api.ask(organization.key, 'POST', '/v1/organizations', { name: 'Customer', plan: 'pro' })
  const path = `/v1/organizations/${child.id}`
  const tries: [string, string, unknown][] = [
    ['PATCH', path, { plan: 'business' }],
    ['PATCH', path, { suspended: true }],
    ['DELETE', path, undefined],
    ['POST', `${path}/restore`, undefined],
  ]
  for (const [method, url, body] of tries) {
    const refused = await sendAs(api, people.get('admin')!.cookie, method, url, body)
    assert.deepEqual([refused.status, ((await refused.json()) as Json).required_scope], [403, 'billing:write'])
    const done = await sendAs(api, people.get('owner')!.cookie, method, url, body)
    assert.equal(done.status, 200, `${method} ${url}: ${await done.text()}`)
  }
})

test('a person makes keys that can do what the person can, and no more', async () => {
  const { cookie } = people.get('admin')!
  const more = await sendAs(api, cookie, 'POST', '/v1/api-keys', { name: 'More', scopes: ['billing:write'] })
  assert.equal(more.status, 400, await more.text())
  const made: Json = await (await sendAs(api, cookie, 'POST', '/v1/api-keys', { name: 'All' })).json()
  assert.deepEqual(made.scopes, ROLE_SCOPES.admin)
  const refused = await api.ask(made.key, 'POST', '/v1/organizations', { name: 'X', plan: 'pro' }, 403)
  assert.equal(refused.required_scope, 'billing:write')
})

test('somebody of another organisation, whatever the role, sees and changes nothing', async () => {
  const elsewhere = await world.organization('enterprise')
  const stranger = await makePerson(world.context, { organizationId: elsewhere.id, role: 'owner' })
  const lists = served.operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'))
  const seen = async () =>
    await Promise.all(
      lists
        .filter(({ path }) => !/usage|api-keys|export|feeds|checks|audit-log|sessions/.test(path))
        .map(async ({ path }) => JSON.stringify(await api.ask(organization.key, 'GET', path))),
    )
  const before = await seen()
  const named = served.operations.filter(({ path }) => path.includes('{') && !/\{(family|framework)\}/.test(path))
  assert.ok(named.length > 40)
  for (const operation of named) {
    const answer = await sendAs(api, stranger.cookie, operation.method, urlOf(operation, own), bodyOf(operation))
    assert.equal(answer.status, 404, `${nameOf(operation)}: ${await answer.text()}`)
  }
  const acting = { 'lasthash-organization': organization.id }
  for (const operation of served.operations) {
    const answer = await sendAs(
      ...([api, stranger.cookie, operation.method, urlOf(operation, own), bodyOf(operation), acting] as const),
    )
    assert.equal(answer.status, 404, `acting, ${nameOf(operation)}: ${await answer.text()}`)
  }
  const ids = Object.values(own).filter((id) => /^[a-z]+_/.test(id))
  for (const { path, spec } of lists) {
    const answer = await sendAs(api, stranger.cookie, 'GET', path)
    const text = await answer.text()
    assert.ok(answer.ok, `${path}: ${text}`)
    for (const id of ids) assert.ok(!text.includes(id), `${spec.operationId} shows ${id}`)
  }
  assert.deepEqual(await seen(), before)
})

test('roles grow from one to the next, and only of scopes that there are', () => {
  for (const [index, role] of MEMBER_ROLES.entries()) {
    const scopes = ROLE_SCOPES[role]
    assert.equal(new Set(scopes).size, scopes.length, role)
    for (const scope of scopes) assert.ok(ALL_SCOPES.includes(scope), scope)
    for (const lesser of MEMBER_ROLES.slice(index + 1))
      for (const scope of ROLE_SCOPES[lesser]) assert.ok(scopes.includes(scope), `${role} lacks ${scope} of ${lesser}`)
  }
  assert.deepEqual(ROLE_SCOPES.owner, ALL_SCOPES)
  assert.deepEqual(
    ROLE_SCOPES.viewer.filter((scope) => scope.endsWith(':write')),
    ['sessions:write'],
  )
})
