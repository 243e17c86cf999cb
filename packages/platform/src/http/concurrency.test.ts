import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'

let world: TestContext
let api: TestApi
let organization: TestOrganization
let path: string

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
})
beforeEach(async () => {
  organization = await world.organization('pro')
  const { id } = await api.ask(organization.key, 'POST', '/v1/websites', { url: 'https://example.com', name: 'First' })
  path = `/v1/websites/${id}`
})
after(async () => {
  await api.close()
  await world.close()
})

const send = (method: string, body?: unknown, headers?: Record<string, string>) =>
  api.send(organization.key, method, path, body, headers)
const tagOf = async () => {
  const answer = await send('GET')
  await answer.text()
  return answer.headers.get('etag')!
}

test('a single object has a strong tag, which lasts as long as it does', async () => {
  const tag = await tagOf()
  assert.match(tag, /^"[\w-]{27}"$/)
  assert.equal(await tagOf(), tag)
  const changed = await send('PATCH', { name: 'Second' })
  assert.notEqual(changed.headers.get('etag'), tag)
  assert.equal(changed.headers.get('etag'), await tagOf(), 'the answer to a change has the tag of the object')
})

test('If-None-Match with the present tag is 304 with no body', async () => {
  const tag = await tagOf()
  for (const value of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const answer = await send('GET', undefined, { 'if-none-match': value })
    assert.deepEqual([answer.status, await answer.text()], [304, ''], value)
    assert.equal(answer.headers.get('etag'), tag)
    assert.match(answer.headers.get('request-id')!, /^req_/)
    assert.match(answer.headers.get('cache-control')!, /private/)
  }
  for (const value of ['"other"', tag.slice(1, -1)])
    assert.equal((await send('GET', undefined, { 'if-none-match': value })).status, 200, value)
})

test('If-Match lets a change through only while the object is as the caller knows it', async () => {
  const tag = await tagOf()
  assert.equal((await send('PATCH', { name: 'Second' }, { 'if-match': tag })).status, 200)
  const present = await tagOf()
  for (const method of ['PATCH', 'DELETE']) {
    for (const value of [tag, `W/${present}`, '"nonsense"']) {
      const answer = await send(method, method === 'PATCH' ? { name: 'Third' } : undefined, { 'if-match': value })
      const { code } = (await answer.json()) as Json
      assert.deepEqual([answer.status, code], [412, 'precondition_failed'], `${method} ${value}`)
      assert.equal(answer.headers.get('etag'), present, 'the present tag')
    }
  }
  assert.equal(((await (await send('GET')).json()) as Json).name, 'Second')
  assert.equal((await send('PATCH', { name: 'Third' }, { 'if-match': `"a", ${present}` })).status, 200)
  assert.equal((await send('PATCH', { name: 'Fourth' }, { 'if-match': '*' })).status, 200)
  assert.equal((await send('DELETE', undefined, { 'if-match': await tagOf() })).status, 204)
  assert.equal((await send('PATCH', { name: 'Fifth' }, { 'if-match': '*' })).status, 404)
})

test('of many conditional changes to one state, one is made', async () => {
  for (let round = 0; round < 5; round++) {
    const tag = await tagOf()
    const names = Array.from({ length: 8 }, (_, n) => `Round ${round}, ${n}`)
    const answers = await Promise.all(names.map((name) => send('PATCH', { name }, { 'if-match': tag })))
    const statuses = answers.map(({ status }) => status).sort()
    assert.deepEqual(statuses, [200, ...Array(7).fill(412)])
    const winner = names[answers.findIndex(({ status }) => status === 200)]
    assert.equal(((await (await send('GET')).json()) as Json).name, winner)
  }
})

test('PATCH is a merge patch: what is named changes, null resets, the rest stays', async () => {
  const ask = (body: unknown) => api.ask(organization.key, 'PATCH', path, body)
  await ask({ tags: ['a', 'b'] })
  assert.deepEqual([(await ask({ name: 'N' })).tags, (await ask({})).name], [['a', 'b'], 'N'])
  assert.deepEqual((await ask({ tags: ['c'] })).tags, ['c'], 'a list is replaced as a whole (RFC 7396 section 2)')
  const reset = await ask({ name: null, tags: null })
  assert.deepEqual([reset.name, reset.tags], ['example.com', []])
  const typed = await send('PATCH', { name: 'T' }, { 'content-type': 'application/merge-patch+json' })
  assert.equal(((await typed.json()) as Json).name, 'T')
  const key = await api.ask(organization.key, 'POST', '/v1/api-keys', { name: 'K', expires_at: '2999-01-01T00:00:00Z' })
  const patched = await api.ask(organization.key, 'PATCH', `/v1/api-keys/${key.id}`, { expires_at: null })
  assert.deepEqual([patched.expires_at, patched.name], [null, 'K'])
})
