import assert from 'node:assert/strict'
import { sign } from 'node:crypto'
import { test } from 'node:test'
import { kidOf, makeKey, type PublishedKey, privateKeyOf } from './keys.ts'
import type { Manifest } from './manifest.ts'
import { type Sealing, sealBundle, signatureText, signedBytes } from './seal.ts'
import { readTar, type TarEntry, writeTar } from './tar.ts'
import { type Fault, verifyBundle } from './verify.ts'

const own = makeKey()
const stranger = makeKey()
const entry = (path: string, text: string) => ({ path, media_type: 'application/json', bytes: Buffer.from(text) })
const SEALING: Sealing = {
  id: 'bdl_1',
  created_at: '2026-01-15T12:00:00Z',
  issuer: 'https://app.lasthash.test',
  subject: { framework: 'pci_dss_4', name: 'Müller & Söhne' },
  entries: [
    entry('assessment.json', '{"a":1}'),
    entry('evidence/vuln_1.json', 'x'.repeat(700)),
    entry('ledger.json', '[]'),
  ],
}
const published = (key: { x: string }, retired_at: string | null = null): PublishedKey => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: key.x,
  kid: kidOf(key.x),
  created_at: '2026-01-01T00:00:00Z',
  retired_at,
  organization: { id: 'org_1', name: 'Shop' },
})
const keys = [published(own)]
const seal = (key = own, sealing = SEALING) =>
  sealBundle(sealing, { x: key.x, privateKey: privateKeyOf(key.privateKey) }).bytes
const good = seal()

test('a bundle is verified by its published key, also after the key was retired', () => {
  const verdict = verifyBundle(good, keys)
  assert.ok(verdict.genuine)
  assert.deepEqual([verdict.key.kid, verdict.manifest.subject], [kidOf(own.x), SEALING.subject])
  assert.ok(verifyBundle(good, [published(stranger), published(own, '2026-02-01T00:00:00Z')]).genuine)
  assert.deepEqual(seal(), good, 'the same entries are the same bytes')
})

test('an ordinary tar program reads it', async (t) => {
  const { execFileSync } = await import('node:child_process')
  const listed = (() => {
    try {
      return execFileSync('tar', ['-tf', '-'], { input: good, encoding: 'utf8' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      return null
    }
  })()
  if (listed === null) return t.skip('there is no tar here')
  assert.deepEqual(listed.trim().split('\n'), [
    'manifest.json',
    'signature.json',
    'assessment.json',
    'evidence/vuln_1.json',
    'ledger.json',
  ])
})

test('not one byte can be changed, added or taken away', () => {
  // Small, for each of its bytes is tried.
  const good = seal(own, { ...SEALING, subject: {}, entries: [entry('a.json', '{}')] })
  assert.ok(verifyBundle(good, keys).genuine)
  for (let at = 0; at < good.length; at++) {
    const changed = Buffer.from(good)
    changed[at]! ^= 1 << (at % 8)
    assert.equal(verifyBundle(changed, keys).genuine, false, `byte ${at}`)
  }
  for (const length of [0, 1, 511, 512, 1024, good.length - 1024, good.length - 512, good.length - 1])
    assert.equal(verifyBundle(good.subarray(0, length), keys).genuine, false, `cut to ${length}`)
  for (const more of [Buffer.alloc(1), Buffer.alloc(512), Buffer.from('x'), good])
    assert.equal(verifyBundle(Buffer.concat([good, more]), keys).genuine, false, `${more.length} more`)
})

const files = readTar(good)!
const remake = (change: (all: TarEntry[]) => TarEntry[]) => writeTar(change([...files]))
const inManifest = (change: (manifest: Manifest) => void) =>
  remake((all) =>
    all.map((one) => {
      if (one.path !== 'manifest.json') return one
      const manifest = JSON.parse(Buffer.from(one.bytes).toString()) as Manifest
      change(manifest)
      return { ...one, bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) }
    }),
  )
const swapped = (all: TarEntry[]) => [...all.slice(0, 2), all[3]!, all[2]!, all[4]!]

const CASES: [string, () => Buffer, Fault, RegExp][] = [
  [
    'an entry that says something else',
    () => remake((all) => all.map((one) => (one.path === 'ledger.json' ? { ...one, bytes: Buffer.from('{}') } : one))),
    'entry_changed',
    /^ledger\.json was changed/,
  ],
  [
    'an entry that is gone',
    () => remake((all) => all.filter(({ path }) => path !== 'evidence/vuln_1.json')),
    'entry_missing',
    /^evidence\/vuln_1\.json is missing/,
  ],
  ['the last entry gone', () => remake((all) => all.slice(0, -1)), 'entry_missing', /^ledger\.json/],
  [
    'one more',
    () => remake((all) => [...all, { path: 'more.json', bytes: Buffer.from('{}') }]),
    'entry_added',
    /"more\.json" was added/,
  ],
  ['the same once more', () => remake((all) => [...all, all[4]!]), 'entry_added', /twice/],
  ['in another order', () => remake(swapped), 'entries_reordered', /assessment\.json does not stand at its place/],
  [
    'another order in the manifest, too',
    () => inManifest((one) => one.entries.reverse()),
    'signature_wrong',
    /changed/,
  ],
  ['an entry left out of the manifest', () => inManifest((one) => one.entries.pop()), 'signature_wrong', /changed/],
  [
    'another subject',
    () => inManifest((one) => Object.assign(one.subject, { framework: 'gdpr' })),
    'signature_wrong',
    /changed/,
  ],
  [
    'another time',
    () => inManifest((one) => Object.assign(one, { created_at: '2025-01-15T12:00:00Z' })),
    'signature_wrong',
    /changed/,
  ],
  [
    'no signature',
    () => remake((all) => all.filter(({ path }) => path !== 'signature.json')),
    'signature_wrong',
    /missing/,
  ],
  ['no manifest', () => remake((all) => all.slice(1)), 'not_a_bundle', /no LastHash bundle/],
  ['a text', () => Buffer.from('hello'), 'not_a_bundle', /no LastHash bundle/],
  ['nothing', () => Buffer.alloc(0), 'not_a_bundle', /no LastHash bundle/],
  ['all made anew by another’s key', () => seal(stranger), 'key_unknown', new RegExp(kidOf(stranger.x))],
  ['the order changed, and the chain kept, by whoever has the key', () => chainBroken(), 'chain_broken', /^Entry 1/],
]
for (const [what, file, fault, detail] of CASES)
  test(`not genuine: ${what}`, () => {
    const verdict = verifyBundle(file(), keys)
    assert.ok(!verdict.genuine)
    assert.equal(verdict.fault, fault, verdict.detail)
    assert.match(verdict.detail, detail)
  })

/** Signed by the right key over a manifest whose links do not follow from each other. */
function chainBroken(): Buffer {
  return resign((manifest) => {
    manifest.entries[0]!.hash = manifest.entries[1]!.hash
  })
}

function resign(change: (manifest: Manifest) => void): Buffer {
  const text = Buffer.from(files[0]!.bytes).toString()
  const manifest = JSON.parse(text) as Manifest
  change(manifest)
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  const signature = sign(null, signedBytes(bytes), privateKeyOf(own.privateKey)).toString('base64url')
  const signed = signatureText({ algorithm: 'Ed25519', kid: manifest.kid, x: own.x, signature })
  return writeTar([
    { path: 'manifest.json', bytes },
    { path: 'signature.json', bytes: Buffer.from(signed) },
    ...files.slice(2),
  ])
}

test('not genuine: made when its key signed nothing any more', () => {
  const verdict = verifyBundle(good, [published(own, '2026-01-10T00:00:00Z')])
  assert.equal(verdict.genuine === false && verdict.fault, 'key_retired')
})

test('not genuine: another key under the name of ours', () => {
  const verdict = verifyBundle(good, [{ ...published(stranger), kid: kidOf(own.x) }])
  assert.equal(verdict.genuine === false && verdict.fault, 'key_unknown')
})
