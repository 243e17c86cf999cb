import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts'
import type { Content } from './blob-store.ts'
import { Blobs } from './blobs.ts'
import { CHUNK } from './chunks.ts'

let fresh: TestDatabase
let blobs: Blobs
before(async () => {
  fresh = await createTestDatabase()
  blobs = new Blobs(fresh.database)
  for (const id of ['org_a', 'org_b'])
    await fresh.database.system.insertInto('organizations').values({ id, name: id, plan: 'pro' }).execute()
})
after(() => fresh.close())

const bytesOf = async (key: string, organization = 'org_a') => {
  const blob = await blobs.get(organization, key)
  return blob && (await buffer(blob.stream))
}
const rowsLeft = async () => {
  const { system } = fresh.database
  const count = async (table: 'blobs' | 'blob_chunks') => (await system.selectFrom(table).selectAll().execute()).length
  return { blobs: await count('blobs'), chunks: await count('blob_chunks') }
}
const pattern = (length: number) => Buffer.from(Array.from({ length }, (_, n) => (n * 31) % 251))

async function* pieces(all: Buffer, size: number) {
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size)
}

const LARGE = pattern(CHUNK * 2 + 5)
const WRITTEN: [what: string, content: Content, expected: Buffer][] = [
  ['nothing', '', Buffer.alloc(0)],
  ['a text', 'schön', Buffer.from('schön')],
  ['bytes', new Uint8Array([0, 255, 10]), Buffer.from([0, 255, 10])],
  ['exactly one chunk', LARGE.subarray(0, CHUNK), LARGE.subarray(0, CHUNK)],
  ['more than one chunk', LARGE, LARGE],
  ['a stream of small pieces', pieces(LARGE, 10_007), LARGE],
  ['a stream of large pieces', pieces(LARGE, CHUNK + 1), LARGE],
  ['a stream of texts', Readable.from(['a', 'é', 'b']), Buffer.from('aéb')],
]

for (const [what, content, expected] of WRITTEN) {
  test(`${what} comes back as it was written`, async () => {
    assert.deepEqual(await blobs.put('org_a', 'reports/x.bin', content, 'application/x-test'), {
      size: expected.length,
    })
    const blob = await blobs.get('org_a', 'reports/x.bin')
    assert.deepEqual([blob?.contentType, blob?.size], ['application/x-test', expected.length])
    assert.ok((await buffer(blob!.stream)).equals(expected))
    await blobs.remove('org_a', 'reports/x.bin')
    assert.deepEqual(await rowsLeft(), { blobs: 0, chunks: 0 })
  })
}

test('a file is its organisation’s own', async () => {
  await blobs.put('org_a', 'same', 'of a', 'text/plain')
  await blobs.put('org_b', 'same', 'of b', 'text/plain')
  assert.equal(String(await bytesOf('same', 'org_a')), 'of a')
  assert.equal(await blobs.remove('org_b', 'same'), true)
  assert.equal(await blobs.remove('org_b', 'same'), false)
  assert.equal(await bytesOf('same', 'org_b'), null)
  assert.equal(String(await bytesOf('same', 'org_a')), 'of a')
  await blobs.remove('org_a', 'same')
})

test('until a new one is there as a whole, the old one is read; what breaks off leaves nothing', async () => {
  await blobs.put('org_a', 'report', 'first', 'text/plain')
  async function* broken() {
    yield Buffer.alloc(CHUNK)
    assert.equal(String(await bytesOf('report')), 'first')
    throw new Error('the renderer broke')
  }
  await assert.rejects(blobs.put('org_a', 'report', broken(), 'text/plain'), /the renderer broke/)
  assert.equal(String(await bytesOf('report')), 'first')
  assert.deepEqual(await rowsLeft(), { blobs: 1, chunks: 1 })
  await blobs.put('org_a', 'report', 'second', 'text/html')
  assert.equal(String(await bytesOf('report')), 'second')
  assert.deepEqual(await rowsLeft(), { blobs: 1, chunks: 1 })
})

test('of many that are written at once under one name, one stays', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, n) => blobs.put('org_a', 'race', `text ${n}`, 'text/plain')))
  assert.match(String(await bytesOf('race')), /^text \d$/)
  await blobs.remove('org_a', 'race')
})

test('a reader of what is replaced meanwhile gets an error, and never half of one and half of another', async () => {
  await blobs.put('org_a', 'replaced', LARGE, 'text/plain')
  const blob = await blobs.get('org_a', 'replaced')
  await blobs.put('org_a', 'replaced', 'short', 'text/plain')
  await assert.rejects(buffer(blob!.stream), /replaced or removed/)
})

test('names that could lead anywhere else are refused', async () => {
  for (const key of ['', '/x', 'x/', 'a//b', '../x', 'a/../b', 'a b', 'ä', 'a\\b', 'x'.repeat(301)])
    await assert.rejects(blobs.put('org_a', key, 'x', 'text/plain'), /is no name of a file/, key)
})

test('the files of an organisation go with it', async () => {
  await blobs.put('org_b', 'one', LARGE, 'text/plain')
  await fresh.database.system.deleteFrom('organizations').where('id', '=', 'org_b').execute()
  assert.equal(await bytesOf('one', 'org_b'), null)
  const left = await fresh.database.system
    .selectFrom('blob_chunks')
    .select('number')
    .where('organization_id', '=', 'org_b')
    .execute()
  assert.deepEqual(left, [])
})
