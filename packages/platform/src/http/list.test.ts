import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../test/test-context.ts'

const ROWS = 45

let world: TestContext
let api: TestApi
let key: string
let made = 0

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  key = (await world.organization('enterprise')).key
  for (let n = 0; n < ROWS; n++) await add()
})
after(async () => {
  await api.close()
  await world.close()
})

const add = async (): Promise<string> =>
  (await api.ask(key, 'POST', '/v1/websites', { url: `https://s${made++}.example.com` })).id
const list = (query = '') => api.ask(key, 'GET', `/v1/websites${query}`)

test('a page has 20 unless told, newest first, and says whether there is more', async () => {
  const page = await list()
  assert.equal(page.object, 'list')
  assert.deepEqual([page.data.length, page.has_more, typeof page.next_cursor], [20, true, 'string'])
  const ids = page.data.map((one: Json) => one.id)
  assert.deepEqual(ids, ids.toSorted().toReversed())
  const all = await list('?limit=100')
  assert.deepEqual([all.data.length, all.has_more, all.next_cursor], [ROWS, false, null])
  const exact = await list(`?limit=${ROWS}`)
  assert.deepEqual([exact.data.length, exact.has_more, exact.next_cursor], [ROWS, false, null])
})

test('pages neither repeat nor skip, while rows are added and taken away', async () => {
  const before = (await list('?limit=100')).data.map((one: Json) => one.id)
  const seen: string[] = []
  const removed = before.at(-3)
  let cursor = ''
  for (let page = 0; ; page++) {
    const { data, has_more, next_cursor } = await list(`?limit=7${cursor}`)
    seen.push(...data.map((one: Json) => one.id))
    await add()
    // Also the very row that the cursor stands on.
    if (page === 1) await api.ask(key, 'DELETE', `/v1/websites/${data.at(-1).id}`)
    if (page === 2) await api.ask(key, 'DELETE', `/v1/websites/${removed}`)
    if (!has_more) break
    cursor = `&cursor=${encodeURIComponent(next_cursor)}`
  }
  assert.deepEqual(
    seen,
    before.filter((id: string) => id !== removed),
  )
})

test('every list pages alike', async () => {
  await api.ask(key, 'POST', '/v1/scans', { url: 'https://s0.example.com' })
  await api.ask(key, 'POST', '/v1/scans', { url: 'https://s0.example.com' })
  for (const name of ['a', 'b']) {
    await api.ask(key, 'POST', '/v1/webhooks', { url: `https://${name}.example.com`, events: ['scan.completed'] })
    await api.ask(key, 'POST', '/v1/api-keys', { name })
  }
  for (const path of ['/v1/websites', '/v1/scans', '/v1/webhooks', '/v1/api-keys', '/v1/events', '/v1/checks']) {
    const whole = await api.ask(key, 'GET', `${path}?limit=2`)
    const first = await api.ask(key, 'GET', `${path}?limit=1`)
    const second = await api.ask(key, 'GET', `${path}?limit=1&cursor=${first.next_cursor}`)
    assert.deepEqual([...first.data, ...second.data], whole.data, path)
    assert.equal(first.has_more, true)
  }
  for (const path of ['/v1/organizations', '/v1/vulnerabilities'])
    assert.equal((await api.ask(key, 'GET', `${path}?limit=100`)).has_more, false)
})

test('a cursor that is not ours is 400', async () => {
  const own = (await list()).next_cursor
  const garbage = [
    'x',
    '%20',
    'AAAA',

    `${own}=`,

    Buffer.from("ws_'; --").toString('base64url'),
  ]
  for (const cursor of garbage) {
    const problem = await api.ask(key, 'GET', `/v1/websites?cursor=${cursor}`, undefined, 400)
    assert.deepEqual([problem.code, problem.errors[0].parameter], ['validation_failed', 'cursor'], cursor)
  }
})
