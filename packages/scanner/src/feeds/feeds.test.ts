import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import {
  ENDOFLIFE,
  EPSS,
  KEV,
  OSV_RECORDS,
  RETIRE,
  URLHAUS,
  URLHAUS_PAYLOADS,
  WORDFENCE,
  zipOf,
} from '../../test/feed-files.ts'
import { startHttp, type TestServer } from '../../test/servers.ts'
import type { Feed } from './feed.ts'
import { FEEDS } from './index.ts'
import { FeedStore } from './store.ts'
import { openKnowledge } from './stored.ts'
import { addressOf, settingOf, type UpdateOptions, updateFeed } from './update.ts'

const FILES: Record<string, Buffer | string> = {
  '/retire.json': JSON.stringify(RETIRE),
  '/osv/npm/all.zip': zipOf(Object.fromEntries(OSV_RECORDS.map((record) => [`${record.id}.json`, record]))),
  '/wordfence.json': JSON.stringify(WORDFENCE),
  '/kev.json': JSON.stringify(KEV),
  '/epss.csv.gz': EPSS,
  '/endoflife.json': JSON.stringify(ENDOFLIFE),
  '/urlhaus.csv': URLHAUS,
  '/urlhaus-payloads.csv': URLHAUS_PAYLOADS,
}
let server: TestServer
let answer: ((path: string) => { status?: number; body?: Buffer | string; etag?: string } | null) | null = null
let folder: string
const authorizations: (string | undefined)[] = []

before(async () => {
  server = await startHttp((request, response) => {
    authorizations.push(request.headers.authorization)
    const path = new URL(request.url!, 'http://x').pathname
    const { status = 200, body = FILES[path], etag = `"${path}"` } = answer?.(path) ?? {}
    if (body === undefined) return response.writeHead(404).end()
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end()
    response.writeHead(status, { ETag: etag, 'Last-Modified': 'Thu, 15 Jan 2026 09:00:00 GMT' }).end(body)
  })
})
after(() => server.close())
beforeEach((t) => {
  answer = null
  folder = mkdtempSync(join(tmpdir(), 'lasthash-feeds-'))
  ;(t as import('node:test').TestContext).after(() => rmSync(folder, { recursive: true, force: true }))
})

const feed = (name: string): Feed => ({ ...FEEDS.find((one) => one.name === name)!, least: 1 })
const options = (more: Partial<UpdateOptions> = {}): UpdateOptions => ({
  environment: { LASTHASH_FEED_MIRROR: server.origin },
  now: () => new Date('2026-01-16T00:00:00Z'),
  ...more,
})
const update = (name: string, more: Partial<UpdateOptions> = {}) =>
  updateFeed(feed(name), new FeedStore(folder), options(more))

const LOADED: readonly [name: string, records: number, date: string][] = [
  ['kev', 1, '2026-01-13T15:00:00Z'],
  ['retire', 2, '2026-01-15T09:00:00Z'],
  ['epss', 2, '2026-01-15T00:00:00Z'],
  ['endoflife', 1, '2026-01-15T03:00:00Z'],
  ['urlhaus', 2, '2026-01-15T12:00:05Z'],
  ['urlhaus-payloads', 2, '2026-01-15T11:30:00Z'],
  ['wordfence', 1, '2026-01-14T08:30:00Z'],
  ['osv-npm', 3, '2026-01-15T10:00:00Z'],
]
for (const [name, records, date] of LOADED) {
  test(`${name} is read in the form in which it is published`, async () => {
    const result = await update(name)
    assert.equal(result.outcome, 'updated', JSON.stringify(result))
    assert.equal(result.state!.records, records)
    assert.equal(result.state!.date, date)
    assert.equal((await update(name)).outcome, 'unchanged')
    assert.deepEqual(
      readdirSync(join(folder, name)).filter((file) => file.startsWith('.download')),
      [],
    )
  })
}

test('what the feeds know is looked up with feed and day', async () => {
  for (const [name] of LOADED) await update(name)
  const known = openKnowledge(folder)
  const [left] = known.advisories('npm', 'left-pad')
  assert.deepEqual(left!.feed, { name: 'osv-npm', date: '2026-01-15T10:00:00Z' })
  assert.deepEqual(left!.advisory.ranges, [{ before: '1.2.0' }, { from: '2.0.0', upTo: '2.1.0' }])
  assert.deepEqual(left!.advisory.cvss, { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8 })
  assert.equal(left!.advisory.severity, 'critical')
  assert.deepEqual(known.advisories('npm', 'listed')[0]!.advisory.versions, ['1.0.0', '1.0.1'])
  assert.deepEqual(known.advisories('npm', 'gone'), [])
  assert.deepEqual(known.advisories('npm', 'evil'), [])
  const jquery = known.advisories('npm', 'jQuery').filter((one) => one.feed.name === 'retire')
  assert.deepEqual(
    jquery.map(({ advisory }) => advisory.id),
    ['CVE-2020-11023'],
  )
  assert.equal(
    known.advisories('npm', 'ckeditor4').find((one) => one.feed.name === 'retire')!.advisory.ranges.length,
    2,
  )
  assert.deepEqual(known.advisories('WordPress', 'plugin/some-plugin')[0]!.advisory.ranges, [
    { upTo: '1.2.3', before: '1.2.4' },
  ])
  assert.deepEqual(known.epss('CVE-2099-0001'), {
    score: 0.12,
    percentile: 0.95,
    feed: { name: 'epss', date: '2026-01-15T00:00:00Z' },
  })
  assert.equal(known.kev('CVE-2099-0001')!.added, '2026-01-02')
  assert.equal(known.kev('CVE-2021-41773')!.feed.name, 'lasthash')
  assert.equal(known.lifecycles('php')!.lines[0]!.latest, '8.4.99')
  assert.equal(known.lifecycles('nginx')!.feed.name, 'lasthash')
  assert.equal(known.listing('https://bad.example/b,c.js#x')!.threat, 'malware_download')
  assert.equal(known.listing('https://bad.example/other'), null)
  assert.deepEqual(known.file('a1'.repeat(32)), {
    threat: 'Mozi',
    feed: { name: 'urlhaus-payloads', date: '2026-01-15T11:30:00Z' },
  })
  assert.equal(known.file('b2'.repeat(32))!.threat, 'js')
  assert.equal(known.file('c3'.repeat(32)), null)
  assert.equal(known.stamps().length, LOADED.length + 1)
})

const BROKEN: readonly [name: string, what: string, body: Buffer | string, message: RegExp][] = [
  ['kev', 'a page', '<html>', /what came is not what kev publishes: it is not JSON/],
  ['kev', 'another document', '{"a": 1}', /it has no list of vulnerabilities/],
  ['kev', 'an empty list', '{"vulnerabilities": []}', /has 0 records, and a whole copy at least 1/],
  ['epss', 'no gzip', 'cve,epss', /it is not gzip, or broke off/],
  ['epss', 'half a file', EPSS.subarray(0, 60), /it is not gzip, or broke off/],
  ['osv-npm', 'no archive', 'PK', /it is no ZIP archive/],
  ['retire', 'a list', '[]', /it is no repository of libraries/],
  ['wordfence', 'a list', '[]', /it is no object of vulnerabilities/],
  ['endoflife', 'a list', '[]', /it is no list of products/],
  ['urlhaus', 'a page', '<html>blocked</html>', /has 0 records/],
  ['urlhaus-payloads', 'a page', '<html>blocked</html>', /has 0 records/],
  ['urlhaus-payloads', 'half an archive', Buffer.from('PK\u0003\u0004half'), /it is no ZIP archive/],
]
for (const [name, what, body, message] of BROKEN) {
  test(`${name}: ${what} in its place leaves the last good copy`, async () => {
    const good = await update(name)
    answer = () => ({ body, etag: '"new"' })
    const bad = await update(name)
    assert.equal(bad.outcome, 'failed')
    assert.match((bad as { message: string }).message, message)
    assert.equal(bad.state!.generation, good.state!.generation)
    assert.match(bad.state!.error!, message)
    answer = null
    const mended = await update(name)
    assert.equal(mended.outcome, 'unchanged')
    assert.equal(mended.state!.error, null)
  })
}

test('a copy that lost more than half is refused, unless it is asked for', async () => {
  await update('urlhaus')
  const few = URLHAUS.split('\n').slice(0, 4).join('\n')
  const store = new FeedStore(folder)
  const many = `${URLHAUS}"3","","http://c.example/","","","","","","z"\n`
  answer = () => ({ body: many, etag: '"many"' })
  assert.equal((await update('urlhaus')).state!.records, 3)
  answer = () => ({ body: few, etag: '"few"' })
  const refused = await update('urlhaus')
  assert.equal(refused.outcome, 'failed')
  assert.match(refused.state!.error!, /has 1 records, and the copy before 3: taken for broken/)
  assert.equal(store.state('urlhaus')!.records, 3)
  assert.equal((await update('urlhaus', { force: true })).state!.records, 1)
})

const REFUSED: readonly [what: string, environment: () => Record<string, string>, message: RegExp][] = [
  [
    'nothing listens',
    () => ({ LASTHASH_FEED_KEV: 'http://127.0.0.1:1/kev.json' }),
    /http:\/\/127\.0\.0\.1:1\/kev\.json could not be reached: (?:nothing listens there|bad port)/,
  ],
  ['an answer of 404', () => ({ LASTHASH_FEED_KEV: `${server.origin}/none?key=secret` }), /\/none answered 404/],
  ['no address', () => ({ LASTHASH_FEED_KEV: 'kev' }), /its address, "kev", is none that can be fetched/],
  [
    'a file that is not there',
    () => ({ LASTHASH_FEED_KEV: 'file:///none/kev.json' }),
    /\/none\/kev\.json could not be read: there is no such file/,
  ],
]
for (const [what, environment, message] of REFUSED) {
  test(`told in a sentence: ${what}`, async () => {
    const result = await update('kev', { environment: environment() })
    assert.equal(result.outcome, 'failed')
    assert.match((result as { message: string }).message, message)
    assert.doesNotMatch((result as { message: string }).message, /secret/)
    assert.equal(result.state, null)
  })
}

test('more than the limit is not taken in', async () => {
  const small = { ...feed('kev'), maxBytes: 20 }
  const result = await updateFeed(small, new FeedStore(folder), options())
  assert.match((result as { message: string }).message, /is larger than 0 MB/)
})

test('a copy that was carried in by hand is a feed like any other', async () => {
  const file = join(folder, 'carried.json')
  writeFileSync(file, JSON.stringify(KEV))
  const environment = { LASTHASH_FEED_KEV: pathToFileURL(file).href }
  assert.equal((await update('kev', { environment })).outcome, 'updated')
  assert.equal((await update('kev', { environment })).outcome, 'unchanged')
})

test('a key goes to the feed that wants one, and to no other', async () => {
  authorizations.length = 0
  const environment = { LASTHASH_FEED_MIRROR: server.origin, LASTHASH_FEED_WORDFENCE_KEY: 'k' }
  await update('wordfence', { environment })
  await update('kev', { environment })
  assert.deepEqual(authorizations, ['Bearer k', undefined])
})

test('addresses: a feed’s own setting, then the mirror, then where it is published', () => {
  const npm = feed('osv-npm')
  assert.equal(settingOf('osv-npm'), 'LASTHASH_FEED_OSV_NPM')
  assert.equal(
    addressOf(npm, { LASTHASH_FEED_OSV_NPM: 'https://a.example/x', LASTHASH_FEED_MIRROR: 'https://m.example/' }),
    'https://a.example/x',
  )
  assert.equal(
    addressOf(npm, { LASTHASH_FEED_MIRROR: 'https://m.example/feeds/' }),
    'https://m.example/feeds/osv/npm/all.zip',
  )
  assert.equal(addressOf(npm, {}), 'https://osv-vulnerabilities.storage.googleapis.com/npm/all.zip')
})

test('an empty folder, or none, knows what comes with the product', () => {
  for (const place of [folder, join(folder, 'none')]) {
    assert.ok(openKnowledge(place).advisories('npm', 'jquery').length > 3)
    assert.deepEqual(
      openKnowledge(place)
        .stamps()
        .map(({ name }) => name),
      ['lasthash'],
    )
  }
})
