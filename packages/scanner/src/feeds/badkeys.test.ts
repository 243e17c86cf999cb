import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { badkeys, keyHash } from './badkeys.ts'
import { FeedStore } from './store.ts'
import { openKnowledge } from './stored.ts'
import { updateFeed } from './update.ts'

const folder = mkdtempSync(join(tmpdir(), 'lasthash-badkeys-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const jwk = (type: 'rsa' | 'ec') =>
  type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
const [rsa, ec, other] = [keyHash(jwk('rsa'))!, keyHash(jwk('ec'))!, keyHash(jwk('ec'))!]

/** The list as it is published, unpacked: sorted records of 15 bytes and a list's number. */
const LIST = Buffer.concat(
  [
    [rsa, 3],
    [ec, 7],
    ['00'.repeat(15), 3],
    ['ff'.repeat(15), 200],
  ]
    .map(([hash, number]) => Buffer.from(`${hash}${(number as number).toString(16).padStart(2, '0')}`, 'hex'))
    .sort(Buffer.compare),
)
/** `printf '0123456789abcde\003' | xz`: one record, packed. */
const PACKED = Buffer.from(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAPMDEyMzQ1Njc4OWFiY2RlAwADSuYifMSYZAABKBDlC2xgH7bzfQEAAAAABFla',
  'base64',
)

async function update(list: Buffer, index: Record<string, unknown> = {}, name = 'blocklist.dat') {
  const mirror = mkdtempSync(join(folder, 'mirror-'))
  mkdirSync(join(mirror, 'badkeys'))
  writeFileSync(join(mirror, 'badkeys', name), list)
  const told = {
    bkformat: 0,
    date: '2026-01-14T06:00:00+00:00',
    blocklist_url: name,
    blocklist_sha256: createHash('sha256').update(list).digest('hex'),
    blocklists: [
      { id: 3, name: 'debianssl' },
      { id: 7, name: 'rfc' },
    ],
    ...index,
  }
  writeFileSync(join(mirror, 'badkeys/badkeysdata.json'), JSON.stringify(told))
  const data = mkdtempSync(join(folder, 'data-'))
  const environment = { LASTHASH_FEED_MIRROR: pathToFileURL(mirror).href }
  const result = await updateFeed({ ...badkeys, least: 1 }, new FeedStore(data), { environment })
  return { result, knowledge: openKnowledge(data) }
}

test('a key that stands in the list is found, with the name of its collection and the day', async () => {
  const { result, knowledge } = await update(LIST)
  assert.equal(result.outcome, 'updated', JSON.stringify(result))
  assert.equal(result.state?.records, 4)
  const feed = { name: 'badkeys', date: '2026-01-14T06:00:00Z' }
  assert.deepEqual(knowledge.exposedKey(rsa), { list: 'debianssl', feed })
  assert.deepEqual(knowledge.exposedKey(ec), { list: 'rfc', feed })
  assert.deepEqual(knowledge.exposedKey('ff'.repeat(15)), { list: 'list 200', feed })
  assert.equal(knowledge.exposedKey(other), null)
})

test('the list is read as it is published, packed by xz', async () => {
  const plain = Buffer.from('0123456789abcde\u0003', 'latin1')
  const digest = createHash('sha256').update(plain).digest('hex')
  const { result, knowledge } = await update(PACKED, { blocklist_sha256: digest }, 'blocklist.dat.xz')
  assert.equal(result.outcome, 'updated', JSON.stringify(result))
  assert.equal(knowledge.exposedKey(plain.subarray(0, 15).toString('hex'))?.list, 'debianssl')
})

test('a broken list is refused, and says why', async () => {
  const table: readonly [Buffer, Record<string, unknown>, RegExp][] = [
    [LIST, { bkformat: 1 }, /format/],
    [LIST, { blocklist_url: undefined }, /names no list/],
    [LIST, { blocklist_sha256: '00' }, /SHA-256/],
    [LIST.subarray(1), {}, /16-byte/],
    [Buffer.concat([LIST, LIST]), {}, /not sorted/],
  ]
  for (const [list, index, message] of table) {
    const { result } = await update(list, index)
    assert.equal(result.outcome, 'failed')
    assert.match((result as { message: string }).message, message)
  }
})

test('keys are known by the hash of one number without its leading zeros', () => {
  const number = Buffer.from('c0ffee', 'hex')
  const expected = createHash('sha256').update(number).digest('hex').slice(0, 30)
  assert.equal(keyHash({ kty: 'RSA', n: number.toString('base64url') }), expected)
  assert.equal(keyHash({ kty: 'EC', x: Buffer.concat([Buffer.of(0, 0), number]).toString('base64url') }), expected)
  assert.equal(keyHash({ kty: 'oct' }), null)
})
