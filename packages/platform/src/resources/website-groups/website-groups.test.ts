import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'

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
const idsOf = async (query: string) => (await ask('GET', `/v1/websites?${query}`)).data.map(({ id }: Json) => id)

test('a group is made, read, listed, changed and deleted; its websites stay', async () => {
  const made = await ask('POST', '/v1/website-groups', { name: 'Shops' })
  assert.match(made.id, /^grp_/)
  const path = `/v1/website-groups/${made.id}`
  assert.deepEqual(await ask('GET', path), made)
  assert.deepEqual((await ask('GET', '/v1/website-groups')).data, [made])
  assert.equal((await ask('PATCH', path, { description: 'All that sell.' })).description, 'All that sell.')
  const website = await ask('POST', '/v1/websites', { url: 'https://a.example', groups: [made.id] })
  assert.deepEqual(website.groups, [made.id])
  assert.deepEqual(await idsOf(`group=${made.id}`), [website.id])
  assert.equal((await api.send(organization.key, 'DELETE', path)).status, 204)
  assert.deepEqual((await ask('GET', `/v1/websites/${website.id}`)).groups, [])
  await ask('GET', path, undefined, 404)
  await ask('DELETE', path, undefined, 404)
})

test('a name is used once, at first and later', async () => {
  const one = await ask('POST', '/v1/website-groups', { name: 'One' })
  await ask('POST', '/v1/website-groups', { name: 'Two' })
  assert.equal((await ask('POST', '/v1/website-groups', { name: 'One' }, 409)).code, 'group_exists')
  assert.equal((await ask('PATCH', `/v1/website-groups/${one.id}`, { name: 'Two' }, 409)).code, 'group_exists')
  await ask('PATCH', `/v1/website-groups/${one.id}`, { name: 'One' })
})

test('a group that is not there, or another organisation’s, is no group', async () => {
  const stranger = await world.organization('pro')
  const theirs = await api.ask(stranger.key, 'POST', '/v1/website-groups', { name: 'Theirs' })
  for (const id of ['grp_unknown', theirs.id]) {
    const problem = await ask('POST', '/v1/websites', { url: 'https://a.example', groups: [id] }, 400)
    assert.deepEqual([problem.code, problem.errors[0].pointer], ['validation_failed', '/groups/0'])
  }
  await ask('GET', `/v1/website-groups/${theirs.id}`, undefined, 404)
  await ask('PATCH', `/v1/website-groups/${theirs.id}`, { name: 'Ours' }, 404)
})

test('websites are found by group, tag, criticality, score, grade, verification and words', async () => {
  const group = await ask('POST', '/v1/website-groups', { name: 'Shops' })
  const one = await ask('POST', '/v1/websites', {
    url: 'https://shop.example',
    name: '100% Shop_1',
    tags: ['eu', 'shop'],
    groups: [group.id],
    criticality: 'critical',
  })
  const two = await ask('POST', '/v1/websites', { url: 'https://blog.example', tags: ['eu'] })
  assert.equal(two.criticality, 'medium')
  await world.context.database.system
    .updateTable('websites')
    .set({ security_score: 92, grade: 'A', verified_at: new Date() })
    .where('id', '=', one.id)
    .execute()
  for (const [query, expected] of [
    ['tag=eu', [two.id, one.id]],
    ['tag=shop', [one.id]],
    [`group=${group.id}`, [one.id]],
    ['criticality=critical', [one.id]],
    ['criticality=medium', [two.id]],
    ['min_score=90', [one.id]],
    ['max_score=91', []],
    ['min_score=92&max_score=92', [one.id]],
    ['grade=A', [one.id]],
    ['verified=true', [one.id]],
    ['verified=false', [two.id]],
    ['q=BLOG', [two.id]],
    ['q=shop_1', [one.id]],
    [`q=${encodeURIComponent('100%')}`, [one.id]],
    [`q=${encodeURIComponent('%s')}`, []],
    [`q=${encodeURIComponent('\\')}`, []],
    ['tag=eu&criticality=medium', [two.id]],
  ] as const) {
    assert.deepEqual(await idsOf(query), expected, query)
  }
  await ask('GET', '/v1/websites?grade=Z', undefined, 400)
  await ask('GET', '/v1/websites?min_score=101', undefined, 400)
  const back = await ask('PATCH', `/v1/websites/${one.id}`, { criticality: null, groups: null })
  assert.deepEqual([back.criticality, back.groups], ['medium', []])
})

test('many are changed at once; one that is not there, or another organisation’s, holds up no other', async () => {
  const one = await ask('POST', '/v1/websites', { url: 'https://a.example', name: 'A' })
  const two = await ask('POST', '/v1/websites', { url: 'https://b.example' })
  const stranger = await world.organization('pro')
  const theirs = await api.ask(stranger.key, 'POST', '/v1/websites', { url: 'https://c.example' })
  const ids = [one.id, 'ws_unknown', theirs.id, two.id]
  const change = { criticality: 'high', tags: ['eu'], settings: { headers: { 'X-Key': 'secret' } } }
  const { results } = await ask('PATCH', '/v1/websites', { ids, ...change })
  assert.deepEqual(
    results.map(({ id, status, code }: Json) => [id, status, code]),
    [
      [one.id, 200, null],
      ['ws_unknown', 404, 'not_found'],
      [theirs.id, 404, 'not_found'],
      [two.id, 200, null],
    ],
  )
  for (const { id } of [one, two]) {
    const { criticality, tags, settings } = await ask('GET', `/v1/websites/${id}`)
    assert.deepEqual([criticality, tags, settings.headers], ['high', ['eu'], { 'X-Key': '[hidden]' }])
  }
  assert.equal((await api.ask(stranger.key, 'GET', `/v1/websites/${theirs.id}`)).criticality, 'medium')
  const wrong = await ask(
    'PATCH',
    '/v1/websites',
    { ids: [one.id, two.id], criticality: 'low', groups: ['grp_none'] },
    400,
  )
  assert.equal(wrong.errors[0].pointer, '/groups/0')
  assert.equal((await ask('GET', `/v1/websites/${one.id}`)).criticality, 'high', 'none was changed')
  await ask('PATCH', '/v1/websites', { ids: [one.id], name: 'Same' }, 400)
  const { key } = await ask('POST', '/v1/api-keys', { name: 'Reads', scopes: ['websites:read'] })
  await api.ask(key, 'PATCH', '/v1/websites', { ids: [one.id], tags: [] }, 403)
})
