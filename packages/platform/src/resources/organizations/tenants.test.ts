// A parent and its children: who may act for whom, and that nobody else sees or changes anything.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Operation, readDescription, type Served } from '../../../test/description.ts'
import { makeOneOfEach, type OneOfEach } from '../../../test/one-of-each.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, openContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { openDatabase } from '../../db/client.ts'
import { takeTurn } from '../../jobs/take-turn.ts'

const SECRET = 'the secret of this test'
let world: TestContext
let api: TestApi
let served: Served
let parent: TestOrganization
let child: TestOrganization

before(async () => {
  world = await createTestContext({ LASTHASH_SECRET: SECRET })
  api = await startApi(world.context)
  served = await readDescription(api)
  parent = await world.organization('enterprise')
  child = await newChild('pro')
})
after(async () => {
  await api.close()
  await world.close()
})

/** Made as a customer's would be: by the parent, with a key that the parent makes while acting for it. */
async function newChild(plan: string, limits: Json = { requests_per_minute: 100_000 }): Promise<TestOrganization> {
  const { id } = await api.ask(parent.key, 'POST', '/v1/organizations', { name: 'Customer', plan, limits })
  if (plan === 'starter') return { id, key: '' }
  const { key } = await acting(id, 'POST', '/v1/api-keys', { name: 'Theirs' }, 201)
  return { id, key }
}

async function acting(id: string, method: string, path: string, body?: unknown, status = 200, key = parent.key) {
  const answer = await api.send(key, method, path, body, { 'lasthash-organization': id })
  const text = await answer.text()
  assert.equal(answer.status, status, `${method} ${path}: ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

test('a parent makes organisations, lists them, and changes plan and limits; a child can do neither', async () => {
  const made = await api.ask(parent.key, 'POST', '/v1/organizations', { name: 'Acme', plan: 'business' }, 201)
  const { name, plan, parent_id, limits, suspended_at } = made
  assert.deepEqual([name, plan, parent_id, suspended_at], ['Acme', 'business', parent.id, null])
  assert.deepEqual(limits, { requests_per_minute: 500, concurrent_scans: 20 })
  const path = `/v1/organizations/${made.id}`
  assert.deepEqual(await api.ask(parent.key, 'GET', path), made)
  const { data } = await api.ask(parent.key, 'GET', '/v1/organizations')
  assert.deepEqual(
    data.map(({ id }: Json) => id),
    [made.id, child.id, parent.id],
  )
  const limited = await api.ask(parent.key, 'PATCH', path, { plan: 'pro', limits: { concurrent_scans: 2 } })
  assert.deepEqual([limited.plan, limited.limits], ['pro', { requests_per_minute: 100, concurrent_scans: 2 }])
  const reset = await api.ask(parent.key, 'PATCH', path, { limits: { concurrent_scans: null } })
  assert.deepEqual(reset.limits, { requests_per_minute: 100, concurrent_scans: 5 })

  const own = await api.ask(child.key, 'GET', '/v1/organizations')
  assert.deepEqual(
    own.data.map(({ id }: Json) => id),
    [child.id],
  )
  for (const id of [made.id, parent.id, 'org_none']) {
    await api.ask(child.key, 'GET', `/v1/organizations/${id}`, undefined, 404)
    await api.ask(child.key, 'PATCH', `/v1/organizations/${id}`, { name: 'Mine' }, 404)
  }
  for (const body of [{ plan: 'enterprise' }, { limits: { concurrent_scans: 9 } }, { suspended: false }])
    assert.equal(
      (await api.ask(child.key, 'PATCH', `/v1/organizations/${child.id}`, body, 400)).code,
      'validation_failed',
    )
  const grandchild = await api.ask(child.key, 'POST', '/v1/organizations', { name: 'G', plan: 'pro' }, 403)
  assert.equal(grandchild.code, 'organization_not_parent')
  await acting(child.id, 'POST', '/v1/organizations', { name: 'G', plan: 'pro' }, 403)
})

test('a parent’s key acts for a child: its data, its limit, its audit log', async () => {
  const one = await newChild('pro', { requests_per_minute: 50 })
  const website = await acting(one.id, 'POST', '/v1/websites', { url: 'https://acting.example.com' }, 201)
  assert.deepEqual(await api.ask(one.key, 'GET', `/v1/websites/${website.id}`), website)
  await api.ask(parent.key, 'GET', `/v1/websites/${website.id}`, undefined, 404)
  const { data: log } = await api.ask(one.key, 'GET', '/v1/audit-log')
  assert.deepEqual([log[0].operation, log[0].organization_id], ['createWebsite', one.id])
  const { data: keys } = await api.ask(parent.key, 'GET', '/v1/api-keys')
  assert.equal(log[0].key_id, keys[0].id, 'the parent’s key did it')
  const answer = await api.send(parent.key, 'GET', '/v1/websites', undefined, { 'lasthash-organization': one.id })
  await answer.text()
  assert.equal(answer.headers.get('x-ratelimit-limit'), '50')
  const own = await api.send(parent.key, 'GET', '/v1/websites', undefined, { 'lasthash-organization': parent.id })
  await own.text()
  assert.equal(own.headers.get('x-ratelimit-limit'), '100000', 'one’s own id is oneself')
})

test('plan and suspension hold at once, on every replica', async () => {
  const database = openDatabase({ url: world.databaseUrl, max: 3, systemMax: 2 })
  const context = await openContext(database, { LASTHASH_SECRET: SECRET })
  const other = await startApi(context)
  try {
    const one = await newChild('pro', {})
    const path = `/v1/organizations/${one.id}`
    const seen = async (replica: TestApi) => {
      const answer = await replica.send(one.key, 'GET', '/v1/websites')
      const body: Json = await answer.json()
      return body.code ?? answer.headers.get('x-ratelimit-limit')
    }
    const bothSee = (expected: string) =>
      until(async () => (await seen(api)) === expected && (await seen(other)) === expected)
    await bothSee('100')
    await api.ask(parent.key, 'PATCH', path, { plan: 'business' })
    await bothSee('500')
    await api.ask(parent.key, 'PATCH', path, { limits: { requests_per_minute: 321 } })
    await bothSee('321')
    const suspended = await api.ask(parent.key, 'PATCH', path, { suspended: true })
    assert.match(suspended.suspended_at, /Z$/)
    await bothSee('organization_suspended')
    await acting(one.id, 'GET', '/v1/websites', undefined, 403)
    assert.equal((await api.ask(one.key, 'GET', '/v1/websites', undefined, 403)).code, 'organization_suspended')
    await api.ask(parent.key, 'PATCH', path, { suspended: false })
    await bothSee('321')
    await api.ask(parent.key, 'PATCH', path, { plan: 'starter' })
    await bothSee('plan_without_api')
  } finally {
    await other.close()
    await context.queue.stop()
    await database.close()
  }
})

test('a suspended organisation’s scans wait, and go on afterwards', async () => {
  const one = await newChild('pro', { concurrent_scans: 1 })
  const { context } = world
  const turns = async () =>
    (
      await context.database.system
        .selectFrom('scan_turns')
        .select('id')
        .where('organization_id', '=', one.id)
        .execute()
    ).length
  const path = `/v1/organizations/${one.id}`
  const scan = await api.ask(one.key, 'POST', '/v1/scans', { url: 'https://example.com' })
  assert.equal(await turns(), 1)
  await api.ask(parent.key, 'PATCH', path, { suspended: true })
  for (const job of await context.queue.fetch(100)) assert.equal(await takeTurn(context, job), null)
  assert.equal(await turns(), 0, 'a turn that was given before runs nothing')
  await api.ask(parent.key, 'PATCH', path, { suspended: false })
  assert.equal(await turns(), 1)
  assert.equal((await api.ask(one.key, 'GET', `/v1/scans/${scan.id}`)).status, 'queued')
})

const urlOf = ({ path }: Operation, variables: OneOfEach) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => variables[name]!)
const bodyOf = ({ spec }: Operation) => spec.requestBody?.content['application/json'].example

test('every operation with a child’s ids: only the child, and the parent that acts for it, see anything', async () => {
  const theirs = await makeOneOfEach(world, api, child.key)
  const sibling = await newChild('pro')
  const stranger = await world.organization('enterprise')
  const named = served.operations.filter(({ path }) => path.includes('{') && !/\{(family|framework)\}/.test(path))
  assert.ok(named.length > 20)
  // A parent sees its children themselves, not what is theirs.
  const notParents = (operation: Operation) => !operation.path.includes('{organization_id}')
  const refused = async (key: string, operation: Operation, header: Record<string, string>, who: string) => {
    const answer = await api.send(key, operation.method, urlOf(operation, theirs), bodyOf(operation), header)
    assert.equal(answer.status, 404, `${who}: ${operation.method} ${operation.path} ${await answer.text()}`)
  }
  for (const operation of named) {
    if (notParents(operation)) await refused(parent.key, operation, {}, 'the parent itself')
    await refused(sibling.key, operation, {}, 'a sibling')
    await refused(parent.key, operation, { 'lasthash-organization': sibling.id }, 'the parent for a sibling')
  }
  for (const operation of served.operations) {
    for (const [who, key] of [
      ['a sibling', sibling.key],
      ['a stranger', stranger.key],
    ] as const)
      await refused(key, operation, { 'lasthash-organization': child.id }, `${who} acting`)
    await refused(child.key, operation, { 'lasthash-organization': parent.id }, 'the child for its parent')
  }
  for (const operation of named.filter(({ method, path }) => method === 'GET' && !path.endsWith('/events'))) {
    const url = urlOf(operation, theirs)
    const [own, acted] = [
      await api.send(child.key, 'GET', url),
      await api.send(parent.key, 'GET', url, undefined, { 'lasthash-organization': child.id }),
    ]
    // An export tells when it was made, and a key when it was used last.
    const lasting = async (answer: Response) =>
      (await answer.text()).replaceAll(/"(?:exported_at|last_used_at)": ?(?:"[^"]*"|null)/g, '')
    assert.deepEqual([acted.status, await lasting(acted)], [200, await lasting(own)], url)
  }
})
