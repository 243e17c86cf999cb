import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, openContext, type TestContext } from '../../test/test-context.ts'
import type { Context } from '../context.ts'

const SECRET = 'the same for all replicas'

let world: TestContext
let others: Context[]
let replicas: TestApi[]

before(async () => {
  world = await createTestContext({ LASTHASH_SECRET: SECRET })
  const open = () => openContext(world.context.database, { LASTHASH_SECRET: SECRET })
  others = [await open(), await open()]
  replicas = await Promise.all([world.context, ...others].map((context) => startApi(context)))
})
after(async () => {
  for (const api of replicas) await api.close()
  for (const other of others) await other.queue.stop()
  await world.close()
})

const ask = (n: number, key: string) => replicas[n % replicas.length]!.send(key, 'GET', '/v1/websites?limit=1')
const limited = async (limit: number) => (await world.organization('pro', { requests_per_minute: limit })).key

/** How many of `count` requests are answered, one after another or all at once, over all replicas in turn. */
async function answered(key: string, count: number, atOnce: boolean): Promise<number> {
  const numbers = Array.from({ length: count }, (_, n) => n)
  const statuses: number[] = []
  const one = async (n: number) => {
    const answer = await ask(n, key)
    await answer.text()
    statuses.push(answer.status)
  }
  if (atOnce) await Promise.all(numbers.map(one))
  else for (const n of numbers) await one(n)
  assert.deepEqual(
    [...new Set(statuses)].filter((status) => status !== 200 && status !== 429),
    [],
  )
  return statuses.filter((status) => status === 200).length
}

test('three replicas together answer as many as the limit says, in turn', async () => {
  assert.equal(await answered(await limited(40), 60, false), 40)
})

test('three replicas together never answer more than the limit, all at once', async () => {
  for (const limit of [10, 100, 300]) {
    const count = await answered(await limited(limit), limit + 60, true)
    assert.ok(count <= limit, `${count} of ${limit}`)
    // A replica may hold a leased block that nobody asks it for any more.
    assert.ok(count >= limit * 0.98, `${count} of ${limit}`)
  }
})

test('replicas that hold leased blocks for nobody cost at most 2% of the limit', async () => {
  const limit = 600
  const key = await limited(limit)
  let count = 0
  // The others are asked once and never again; one answers all the rest.
  for (const n of [1, 2]) count += (await ask(n, key)).status === 200 ? 1 : 0
  for (let n = 0; n < limit + 10; n += 50) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(0, key)))
    count += answers.filter(({ status }) => status === 200).length
  }
  assert.ok(count <= limit && count >= limit * 0.98, `${count} of ${limit}`)
})

test('every answer tells of the limit, in both forms', async () => {
  const key = await limited(50)
  for (let n = 1; n <= 5; n++) {
    const { headers } = await replicas[0]!.send(key, 'GET', n % 2 ? '/v1/websites' : '/v1/websites/ws_1')
    assert.equal(headers.get('ratelimit-policy'), '"api";q=50;w=60')
    const [, left, seconds] = /^"api";r=(\d+);t=(\d+)$/.exec(headers.get('ratelimit')!)!
    assert.equal(Number(left), 50 - n)
    assert.ok(Number(seconds) > 0 && Number(seconds) <= 60)
    assert.deepEqual([headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')], ['50', left])
    const reset = Number(headers.get('x-ratelimit-reset')) - Date.now() / 1000
    assert.ok(reset > 0 && reset <= 61, `${reset}`)
  }
})

test('over the limit: 429 with Retry-After, until the window is over', async () => {
  const { id, key } = await world.organization('pro', { requests_per_minute: 3 })
  for (let n = 0; n < 3; n++) assert.equal((await ask(0, key)).status, 200)
  const answer = await ask(0, key)
  const problem = (await answer.json()) as Json
  assert.deepEqual([answer.status, problem.code, problem.retryable], [429, 'rate_limited', true])
  const wait = Number(answer.headers.get('retry-after'))
  assert.ok(wait >= 1 && wait <= 60)
  assert.match(answer.headers.get('ratelimit')!, /^"api";r=0;t=\d+$/)
  assert.equal(answer.headers.get('x-ratelimit-remaining'), '0')
  // Another replica, which has not seen this window: a minute later, by the database's clock.
  const past = new Date(Date.now() - 61_000)
  await world.context.database.system
    .updateTable('rate_windows')
    .set({ started_at: past })
    .where('organization_id', '=', id)
    .execute()
  const fresh = await ask(1, key)
  assert.equal(fresh.status, 200)
  assert.match(fresh.headers.get('ratelimit')!, /^"api";r=2;/)
})

test('every authenticated request counts, also one that is refused; those of others do not', async () => {
  const key = await limited(4)
  const stranger = await limited(4)
  const [api] = replicas
  await api!.send(key, 'GET', '/v1/websites?nonsense=1')
  await api!.send(key, 'POST', '/v1/websites', '{"cut')
  await api!.send(key, 'GET', '/v1/websites/nobody')
  await api!.send('lh_live_wrong', 'GET', '/v1/websites')
  await fetch(`${api!.base}/healthz`, { headers: { authorization: `Bearer ${key}` } })
  const last = await api!.send(key, 'GET', '/v1/websites')
  assert.deepEqual([last.status, last.headers.get('x-ratelimit-remaining')], [200, '0'])
  assert.equal((await api!.send(key, 'GET', '/v1/websites')).status, 429)
  assert.equal((await api!.send(stranger, 'GET', '/v1/websites')).headers.get('x-ratelimit-remaining'), '3')
})

test('the plan’s own limits', async () => {
  const plans = [
    ['pro', 100],
    ['business', 500],
    ['enterprise', 10_000],
  ] as const
  for (const [plan, limit] of plans) {
    const { id, key } = await world.organization(plan)
    await world.context.database.system
      .updateTable('organizations')
      .set({ requests_per_minute: null })
      .where('id', '=', id)
      .execute()
    assert.equal((await ask(0, key)).headers.get('x-ratelimit-limit'), String(limit))
  }
})
