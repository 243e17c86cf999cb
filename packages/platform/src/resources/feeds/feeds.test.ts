import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { FEEDS } from '@lasthash/scanner/feeds/index'
import { startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { startUpdatingFeeds } from '../../jobs/update-feeds.ts'

let world: TestContext
let api: TestApi
const folder = mkdtempSync(join(tmpdir(), 'lasthash-feeds-'))
const asked: string[] = []
const mirror = createServer((request, response) => {
  asked.push(request.url!)
  const list = Array.from({ length: 600 }, (_, at) => ({ cveID: `CVE-2099-${1000 + at}`, dateAdded: '2026-01-02' }))
  const body = { dateReleased: '2026-01-13T15:00:00.000Z', vulnerabilities: list }
  if (request.url === '/kev.json') response.end(JSON.stringify(body))
  else response.writeHead(404).end()
})

before(async () => {
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve))
  world = await createTestContext({
    LASTHASH_DATA_DIR: folder,
    LASTHASH_FEED_MIRROR: `http://127.0.0.1:${(mirror.address() as AddressInfo).port}`,
  })
  api = await startApi(world.context)
})
after(async () => {
  await api.close()
  await world.close()
  mirror.close()
  rmSync(folder, { recursive: true, force: true })
})

test('feeds are listed, renewed when asked for, and tell how it went', async () => {
  const { key } = await world.organization('pro')
  const first = await api.ask(key, 'GET', '/v1/feeds?limit=100')
  assert.equal(first.data.length, FEEDS.length)
  assert.deepEqual(new Set(first.data.map((feed: { status: string }) => feed.status)), new Set(['missing']))

  const queued = await api.ask(key, 'POST', '/v1/feeds/update', { feeds: ['kev'] }, 202)
  assert.deepEqual(queued, { status: 'queued', feeds: ['kev'] })
  await api.ask(key, 'POST', '/v1/feeds/update', { feeds: ['kev'] }, 202)
  await startUpdatingFeeds(world.context)
  const kev = async () =>
    (await api.ask(key, 'GET', '/v1/feeds?limit=100')).data.find((feed: { name: string }) => feed.name === 'kev')
  await until(async () => (await kev()).status === 'current', 30_000)
  const { records, date, error } = await kev()
  assert.deepEqual({ records, date, error }, { records: 600, date: '2026-01-13T15:00:00Z', error: null })
  assert.deepEqual(asked, ['/kev.json'])
})

test('an unknown feed is refused, and pages follow each other', async () => {
  const { key } = await world.organization('pro')
  await api.ask(key, 'POST', '/v1/feeds/update', { feeds: ['nonsense'] }, 400)
  const names: string[] = []
  for (let query = '?limit=5'; query; ) {
    const page = await api.ask(key, 'GET', `/v1/feeds${query}`)
    names.push(...page.data.map(({ name }: { name: string }) => name))
    query = page.has_more ? `?limit=5&cursor=${page.next_cursor}` : ''
  }
  assert.deepEqual(names, FEEDS.map(({ name }) => name).sort())
})
