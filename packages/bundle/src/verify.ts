import { verify as verifySignature } from 'node:crypto'
import { kidOf, type PublishedKey, publicKeyOf } from './keys.ts'
import { brokenLink, type Manifest, readManifest, sha256 } from './manifest.ts'
import { MANIFEST, SIGNATURE, type Signature, signatureText, signedBytes } from './seal.ts'
import { readTar, type TarEntry, writeTar } from './tar.ts'

export type Fault =
  | 'not_a_bundle'
  | 'signature_wrong'
  | 'chain_broken'
  | 'entry_missing'
  | 'entry_added'
  | 'entry_changed'
  | 'entries_reordered'
  | 'container_changed'
  | 'key_unknown'
  | 'key_retired'

export type Verdict =
  /** Whole, and signed by `key`. */
  | { genuine: true; manifest: Manifest; key: PublishedKey }
  | { genuine: false; fault: Fault; detail: string; manifest: Manifest | null }

/** Whole, and signed by the key of this name, whoever has it: what can be said before the key is asked for. */
export type Wholeness =
  | { whole: true; manifest: Manifest; x: string }
  | { whole: false; fault: Fault; detail: string; manifest: Manifest | null }

/** Looks at everything that a bundle says of itself: each byte of it is covered by the signature, or has one value only. */
export function examine(file: Buffer): Wholeness {
  const files = readTar(file)
  const text = files?.find(({ path }) => path === MANIFEST)
  const manifest = text && readManifest(Buffer.from(text.bytes).toString('utf8'))
  if (!files || !text || !manifest)
    return broken('not_a_bundle', 'It is no LastHash bundle, or its manifest cannot be read.')
  const signature = signatureIn(files)
  if (!signature) return broken('signature_wrong', 'Its signature is missing, or cannot be read.', manifest)
  const key = publicKeyOf(signature.x)
  const named = signature.kid === manifest.kid && kidOf(signature.x) === manifest.kid
  const value = Buffer.from(signature.signature, 'base64url')
  if (!key || !named || !verifySignature(null, signedBytes(text.bytes), key, value))
    return broken('signature_wrong', 'Its manifest or its signature was changed: they do not fit each other.', manifest)
  const link = brokenLink(manifest)
  if (link !== null) return broken('chain_broken', `Entry ${link} does not follow from the one before it.`, manifest)
  return (
    entriesFault(files, manifest) ?? containerFault(file, files, manifest) ?? { whole: true, manifest, x: signature.x }
  )
}

/** `examine`, and whether the key is one of those that the reader trusts. */
export function judge(wholeness: Wholeness, keys: readonly PublishedKey[]): Verdict {
  if (!wholeness.whole) {
    const { fault, detail, manifest } = wholeness
    return { genuine: false, fault, detail, manifest }
  }
  const { manifest, x } = wholeness
  const key = keys.find((one) => one.kid === manifest.kid && one.x === x)
  if (!key)
    return {
      genuine: false,
      fault: 'key_unknown',
      detail: `It is whole, but signed by a key that is not trusted here: ${manifest.kid}. Anybody can sign with a key of their own.`,
      manifest,
    }
  if (key.retired_at !== null && Date.parse(key.retired_at) < Date.parse(manifest.created_at))
    return {
      genuine: false,
      fault: 'key_retired',
      detail: `It says that it was made on ${manifest.created_at}, when its key signed nothing any more (since ${key.retired_at}).`,
      manifest,
    }
  return { genuine: true, manifest, key }
}

export function verifyBundle(file: Buffer, keys: readonly PublishedKey[]): Verdict {
  return judge(examine(file), keys)
}

function broken(fault: Fault, detail: string, manifest: Manifest | null = null): Wholeness & { whole: false } {
  return { whole: false, fault, detail, manifest }
}

function signatureIn(files: readonly TarEntry[]): Signature | undefined {
  const text = files.find(({ path }) => path === SIGNATURE)
  if (!text) return undefined
  const given = Buffer.from(text.bytes).toString('utf8')
  try {
    const value = JSON.parse(given) as Signature
    const { x, signature, algorithm } = value
    const exact = [x, signature].every((one) => Buffer.from(one, 'base64url').toString('base64url') === one)
    return exact && algorithm === 'Ed25519' && signatureText(value) === given ? value : undefined
  } catch {
    return undefined
  }
}

/** What is there against what has to be there. */
function entriesFault(files: readonly TarEntry[], manifest: Manifest): (Wholeness & { whole: false }) | null {
  const present = files.filter(({ path }) => path !== MANIFEST && path !== SIGNATURE)
  const byPath = new Map(present.map((one) => [one.path, one]))
  for (const { path, size, sha256: wanted } of manifest.entries) {
    const found = byPath.get(path)
    if (!found) return broken('entry_missing', `${path} is missing.`, manifest)
    if (found.bytes.length !== size || sha256(found.bytes) !== wanted)
      return broken('entry_changed', `${path} was changed.`, manifest)
  }
  const known = new Set(manifest.entries.map(({ path }) => path))
  const added = present.find(({ path }) => !known.has(path))
  if (added) return broken('entry_added', `${JSON.stringify(added.path)} was added.`, manifest)
  if (present.length > manifest.entries.length) return broken('entry_added', 'An entry stands there twice.', manifest)
  const moved = manifest.entries.find(({ path }, index) => present[index]?.path !== path)
  return moved ? broken('entries_reordered', `${moved.path} does not stand at its place.`, manifest) : null
}

/** Owners, times, padding, and what follows the end: with one value each, no byte is left to be changed unseen. */
function containerFault(
  file: Buffer,
  files: readonly TarEntry[],
  manifest: Manifest,
): (Wholeness & { whole: false }) | null {
  if (writeTar(files).equals(file)) return null
  return broken('container_changed', 'The file around the entries was changed.', manifest)
}
