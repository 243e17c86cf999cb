import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Json, startApi } from '../test/test-api.ts'
import { createTestContext, openContext, type TestContext } from '../test/test-context.ts'
import { until } from '../test/until.ts'
import { countWire } from '../test/wire-counter.ts'
import { openDatabase } from './db/client.ts'

const SECRET = 'the same for all'

let world: TestContext
before(async () => {
  world = await createTestContext({ LASTHASH_SECRET: SECRET })
})
after(() => world.close())

/** A replica of its own with these settings, while `work` runs. */
async function serving(env: Record<string, string>, work: (base: string) => Promise<void>): Promise<void> {
  const context = await openContext(world.context.database, { LASTHASH_SECRET: SECRET, ...env })
  const api = await startApi(context)
  try {
    await work(api.base)
  } finally {
    await api.close()
    await context.queue.stop()
  }
}

const metrics = async (base: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${base}/metrics`, { headers })
  return [answer.status, await answer.text()] as const
}

test('metrics are open on loopback while nothing is set, in the form of Prometheus', async () => {
  await serving({}, async (base) => {
    await fetch(`${base}/v1/scans/scan_secretid`)
    const [status, text] = await metrics(base)
    assert.equal(status, 200)
    assert.match(text, /^# TYPE lasthash_http_requests_total counter$/m)
    assert.match(text, /lasthash_http_requests_total\{method="GET",route="\/v1\/scans\/:scan_id",status="401"\} 1/)
    assert.match(text, /lasthash_http_request_duration_seconds_bucket\{le="0\.1"/)
    assert.ok(!text.includes('secretid'), 'an id is no label')
  })
})

test('from elsewhere, metrics need a key with their scope', async () => {
  const { key } = await world.organization('pro')
  await serving({ TRUSTED_PROXIES: '127.0.0.1' }, async (base) => {
    const outside = { 'x-forwarded-for': '203.0.113.7' }
    assert.equal((await metrics(base, outside))[0], 401)
    assert.equal((await metrics(base, { ...outside, authorization: `Bearer ${key}` }))[0], 200)
    const made = await fetch(`${base}/v1/api-keys`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'No metrics', scopes: ['scans:read'] }),
    })
    const narrow = ((await made.json()) as Json).key
    assert.equal((await metrics(base, { ...outside, authorization: `Bearer ${narrow}` }))[0], 403)
  })
})

test('once a token is set, loopback needs it as well', async () => {
  await serving({ LASTHASH_METRICS_TOKEN: 'a-token-for-prometheus' }, async (base) => {
    assert.equal((await metrics(base))[0], 401)
    assert.equal((await metrics(base, { authorization: 'Bearer a-token-for-prometheuS' }))[0], 401)
    assert.equal((await metrics(base, { authorization: 'Bearer a-token-for-prometheus' }))[0], 200)
  })
})

test('a replica that starts or drains lives, and is not ready', async () => {
  let ready = false
  const api = await startApi(world.context, { ready: () => ready })
  try {
    const refused = await fetch(`${api.base}/readyz`)
    assert.deepEqual([refused.status, ((await refused.json()) as Json).code], [503, 'shutting_down'])
    assert.match(refused.headers.get('retry-after')!, /^\d+$/)
    assert.deepEqual(await (await fetch(`${api.base}/healthz`)).json(), { status: 'ok' })
    ready = true
    assert.deepEqual(await (await fetch(`${api.base}/readyz`)).json(), { status: 'ready' })
  } finally {
    await api.close()
  }
})

test('with the database away every part says so and asks to come back; then all goes on by itself', async () => {
  const { key } = await world.organization('pro')
  const wire = await countWire(world.databaseUrl)
  const context = await openContext(openDatabase({ url: wire.url }), { LASTHASH_SECRET: SECRET })
  const api = await startApi(context)
  try {
    assert.equal((await fetch(`${api.base}/readyz`)).status, 200)
    await wire.goAway()
    const paths = [
      '/readyz',
      '/v1/scans',
      '/v1/websites',
      '/v1/usage',
      '/v1/events',
      '/v1/webhooks',
      '/v1/vulnerabilities',
    ]
    for (const path of paths) {
      const answer = await api.send(key, 'GET', path)
      const problem: Json = await answer.json()
      assert.deepEqual([answer.status, problem.code, problem.retryable], [503, 'database_unavailable', true], path)
      assert.match(answer.headers.get('retry-after')!, /^[1-9]\d*$/)
    }
    const post = await api.send(key, 'POST', '/v1/websites', { url: 'https://example.com' }, { 'idempotency-key': 'k' })
    assert.equal(post.status, 503)
    for (const path of ['/healthz', '/docs', '/openapi.json'])
      assert.equal((await fetch(api.base + path)).status, 200, path)
    await wire.comeBack()
    await until(async () => (await fetch(`${api.base}/readyz`)).ok)
    await until(async () => (await api.send(key, 'GET', '/v1/websites')).ok)
    const again = await api.send(
      key,
      'POST',
      '/v1/websites',
      { url: 'https://example.com' },
      { 'idempotency-key': 'k' },
    )
    assert.deepEqual([again.status, again.headers.get('idempotent-replayed')], [201, null])
  } finally {
    await api.close()
    await context.queue.stop()
    await context.database.close()
    await wire.close()
  }
})
