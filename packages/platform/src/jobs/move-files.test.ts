// Files in S3-compatible storage, against a real server.
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, beforeEach, test } from 'node:test'
import { pino } from 'pino'
import { type S3Server, noS3Server as skip, startS3Server } from '../../test/s3-server.ts'
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts'
import { until } from '../../test/until.ts'
import { readConfig } from '../config.ts'
import { StartError } from '../start-error.ts'
import { StorageUnavailable } from '../storage/blob-store.ts'
import { Blobs } from '../storage/blobs.ts'
import { CHUNK } from '../storage/chunks.ts'
import { ObjectStorage } from '../storage/object-storage.ts'
import { FileKeeper } from './file-keeper.ts'
import { findOrphans, moveFiles, sweepObjects } from './move-files.ts'

let server: S3Server
let fresh: TestDatabase
let storage: ObjectStorage
let blobs: Blobs
before(async () => {
  if (skip) return
  server = await startS3Server()
  fresh = await createTestDatabase()
  storage = open()
  blobs = new Blobs(fresh.database, storage)
})
after(async () => {
  if (skip) return
  await storage.close()
  await fresh.close()
  await server.close()
})
beforeEach(async () => {
  if (skip) return
  const { system } = fresh.database
  await system.deleteFrom('organizations').execute()
  await sweep()
  for (const id of ['org_a', 'org_b'])
    await system.insertInto('organizations').values({ id, name: id, plan: 'pro' }).execute()
})

function open(env: Record<string, string> = {}): ObjectStorage {
  return new ObjectStorage(readConfig({ ...server.env, ...env }).s3!)
}
const out = () => moveFiles(fresh.database, storage, 's3')
const back = () => moveFiles(fresh.database, storage, 'database')
const bytesOf = async (key: string, organization = 'org_a', from = blobs) => {
  const blob = await from.get(organization, key)
  return blob && (await buffer(blob.stream))
}
const chunks = async () => (await fresh.database.system.selectFrom('blob_chunks').select('number').execute()).length
/** As time would make it: everything in storage is a week old. */
const age = () => fresh.database.systemPool.query("UPDATE stored_objects SET created_at = now() - interval '7 days'")
const sweep = async () => {
  await age()
  await findOrphans(fresh.database)
  await sweepObjects(fresh.database, storage)
}

// More than one part, and no whole number of chunks.
const LARGE = Buffer.alloc(17 * 1024 * 1024 + 3, 'twenty-three characters')
const SIZES = [Buffer.alloc(0), Buffer.from('small'), LARGE.subarray(0, CHUNK), LARGE]

for (const content of SIZES) {
  test(`${content.length} bytes go to the storage and come back as they were`, { skip }, async () => {
    await blobs.put('org_a', 'reports/one.bin', content, 'application/x-test')
    await out()
    assert.equal(await chunks(), 0)
    const [object] = server.objects()
    assert.match(object!, /^org_a\/reports\/one\.bin\//)
    assert.ok((await bytesOf('reports/one.bin'))!.equals(content), 'read from the storage')
    await back()
    assert.ok(
      (await bytesOf('reports/one.bin', 'org_a', new Blobs(fresh.database)))!.equals(content),
      'read from the database',
    )
    await sweep()
    assert.deepEqual(server.objects(), [])
  })
}

test('the type goes along, and whoever reads may leave half-way', { skip }, async () => {
  await blobs.put('org_a', 'x.html', LARGE, 'text/html')
  await out()
  const blob = await blobs.get('org_a', 'x.html')
  assert.deepEqual([blob?.contentType, blob?.size], ['text/html', LARGE.length])
  blob!.stream.destroy()
  assert.equal((await bytesOf('x.html'))?.length, LARGE.length)
})

test('a file that moves while it is read is read to its end', { skip }, async () => {
  await blobs.put('org_a', 'moving', LARGE, 'text/plain')
  const read: Buffer[] = []
  const { stream } = (await blobs.get('org_a', 'moving'))!
  let moved = false
  for await (const bytes of stream) {
    read.push(bytes)
    if (!moved) await out()
    moved = true
  }
  assert.ok(Buffer.concat(read).equals(LARGE))
})

test('what is replaced, removed, or goes with its organisation goes from the storage too; another’s stays', {
  skip,
}, async () => {
  for (const [organization, key] of [
    ['org_a', 'replaced'],
    ['org_a', 'removed'],
    ['org_b', 'with-it'],
    ['org_a', 'stays'],
  ] as const)
    await blobs.put(organization, key, key, 'text/plain')
  await out()
  assert.equal(server.objects().length, 4)
  await blobs.put('org_a', 'replaced', 'anew', 'text/plain')
  await blobs.remove('org_a', 'removed')
  await fresh.database.system.deleteFrom('organizations').where('id', '=', 'org_b').execute()
  await out()
  await sweep()
  assert.deepEqual(
    server.objects().map((name) => name.replace(/\/[^/]+$/, '')),
    ['org_a/replaced', 'org_a/stays'],
  )
  assert.equal(String(await bytesOf('replaced')), 'anew')
  assert.equal(String(await bytesOf('stays')), 'stays')
})

test('killed between upload and commit: the file is in the database, what was uploaded is swept or used', {
  skip,
}, async () => {
  await blobs.put('org_a', 'one', 'one', 'text/plain')
  await blobs.put('org_a', 'gone', 'gone', 'text/plain')
  // What an earlier process got to: objects, and the rows that were written before them.
  const { system } = fresh.database
  const rows = await system.selectFrom('blobs').select(['id', 'organization_id', 'key']).execute()
  for (const row of rows) {
    const object = storage.newName(row)
    await system.insertInto('stored_objects').values({ object, organization_id: 'org_a' }).execute()
    await storage.put(object, Readable.from([Buffer.from('half')]), 4, 'text/plain')
  }
  assert.equal(String(await bytesOf('one')), 'one')
  await blobs.remove('org_a', 'gone')
  await sweepObjects(fresh.database, storage)
  assert.equal(server.objects().length, 2, 'an upload may still be under way')
  await out()
  await sweep()
  assert.match(server.objects().join(), /^org_a\/one\/[^,]+$/)
  assert.equal(String(await bytesOf('one')), 'one')
})

test('of two processes that move the same files, neither loses one', { skip }, async () => {
  for (let n = 0; n < 20; n++) await blobs.put('org_a', `file-${n}`, `text ${n}`, 'text/plain')
  await Promise.all([out(), out(), out()])
  await sweep()
  for (let n = 0; n < 20; n++) assert.equal(String(await bytesOf(`file-${n}`)), `text ${n}`)
  await Promise.all([back(), back(), out()])
  await sweep()
  for (let n = 0; n < 20; n++) assert.equal(String(await bytesOf(`file-${n}`)), `text ${n}`)
})

const WRONG: [what: string, env: Record<string, string>, says: RegExp][] = [
  [
    'an unknown key',
    { LASTHASH_S3_ACCESS_KEY_ID: 'someone' },
    /refuses the key \(\w+\): mend LASTHASH_S3_ACCESS_KEY_ID/,
  ],
  ['a wrong secret', { LASTHASH_S3_SECRET_ACCESS_KEY: 'wrong' }, /refuses the key \(SignatureDoesNotMatch\): mend/],
  [
    'a missing bucket',
    { LASTHASH_S3_BUCKET: 'not-there' },
    /has no bucket “not-there”: create it, or mend LASTHASH_S3_BUCKET/,
  ],
  ['another region', { LASTHASH_S3_REGION: 'mars-1' }, /expects another region than “mars-1”: mend LASTHASH_S3_REGION/],
]
for (const [what, env, says] of WRONG) {
  test(`${what} stops the start with one sentence`, { skip }, async () => {
    const wrong = open(env)
    await assert.rejects(wrong.check(), (error) => {
      assert.ok(error instanceof StartError)
      assert.match(error.message, says)
      return true
    })
    await wrong.close()
  })
}

test('while the storage is down, nothing that is put is lost, and what is in it is refused in one sentence', {
  skip,
}, async () => {
  await blobs.put('org_a', 'before', 'before', 'text/plain')
  await out()
  await server.goAway()
  await assert.rejects(storage.check(), StorageUnavailable)
  await blobs.put('org_a', 'meanwhile', 'meanwhile', 'text/plain')
  await assert.rejects(
    out(),
    /^Error: The S3 storage at http:\/\/127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)\.$/,
  )
  assert.equal(String(await bytesOf('meanwhile')), 'meanwhile')
  await assert.rejects(blobs.get('org_a', 'before'), StorageUnavailable)
  await blobs.remove('org_a', 'before')
  await server.comeBack()
  await out()
  await sweep()
  assert.match(server.objects().join(), /^org_a\/meanwhile\/[^,]+$/)
  assert.equal(String(await bytesOf('meanwhile')), 'meanwhile')
})

test('a storage that accepts and never answers is given up', { skip }, async () => {
  await blobs.put('org_a', 'slow', 'slow', 'text/plain')
  const impatient = open({ LASTHASH_S3_TIMEOUT: '1' })
  await impatient.check()
  server.freeze()
  await assert.rejects(moveFiles(fresh.database, impatient, 's3'), /did not answer within 1 s\.$/)
  server.thaw()
  assert.equal(String(await bytesOf('slow')), 'slow')
  await impatient.close()
})

test('without the storage’s settings, what is in it is not lost but cannot be read', { skip }, async () => {
  await blobs.put('org_a', 'x', 'x', 'text/plain')
  await out()
  await assert.rejects(bytesOf('x', 'org_a', new Blobs(fresh.database)), /no S3 storage is configured/)
  assert.equal(String(await bytesOf('x')), 'x')
})

test('objects bear the prefix of the settings, so that one bucket serves several installations', { skip }, async () => {
  const prefixed = open({ LASTHASH_S3_PREFIX: '/team/lasthash/' })
  await blobs.put('org_a', 'x', 'x', 'text/plain')
  await moveFiles(fresh.database, prefixed, 's3')
  assert.match(server.objects().join(), /team\/lasthash\/org_a\/x\/[^/]+/)
  await blobs.remove('org_a', 'x')
  await sweep()
  await prefixed.close()
})

test('the keeper tells once that the storage is away, and moves what waited when it is back', { skip }, async () => {
  const told: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => told.push(JSON.parse(line).msg) })
  const keeper = new FileKeeper({
    config: { storage: 's3' },
    database: fresh.database,
    blobs,
    log,
    storage,
    patience: 50,
  })
  await server.goAway()
  await blobs.put('org_a', 'waits', 'waits', 'text/plain')
  keeper.start()
  await until(() => told.length > 0)
  await server.comeBack()
  await until(async () => (await chunks()) === 0)
  await until(() => told.length > 1)
  assert.match(told[0]!, /cannot be reached \(ECONNREFUSED\)\. Files stay in the database until it can be used\.$/)
  assert.deepEqual(told.slice(1), ['the S3 storage answers again'])
  await keeper.stop()
})
