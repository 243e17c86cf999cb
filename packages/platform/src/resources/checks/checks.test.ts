import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { catalogue } from '@lasthash/scanner'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../../test/test-context.ts'

let world: TestContext
let api: TestApi
let key: string

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  key = (await world.organization('pro')).key
})
after(async () => {
  await api.close()
  await world.close()
})

test('the whole catalogue is listed, page by page, by id', async () => {
  const ids: string[] = []
  for (let cursor = ''; ; ) {
    const { data, has_more, next_cursor } = await api.ask(key, 'GET', `/v1/checks?limit=25${cursor}`)
    ids.push(...data.map((one: Json) => one.id))
    if (!has_more) break
    cursor = `&cursor=${next_cursor}`
  }
  assert.deepEqual(
    ids,
    catalogue().map(({ id }) => id),
  )
})

test('every check is to be had by its id, with texts for each outcome', async () => {
  for (const { id } of catalogue()) {
    const check = await api.ask(key, 'GET', `/v1/checks/${id}`)
    assert.equal(check.id, id)
    assert.ok(check.question && check.outcomes.length > 0, id)
    for (const outcome of check.outcomes) assert.ok(outcome.title && outcome.fix && outcome.severity, id)
  }
})

test('an unknown check is 404', async () => {
  for (const path of ['transport/nonsense', 'nonsense/hsts', 'transport/HSTS', '__proto__/constructor'])
    assert.equal((await api.ask(key, 'GET', `/v1/checks/${path}`, undefined, 404)).code, 'not_found')
})
