import { createHash } from 'node:crypto'

export interface ManifestEntry {
  /** 1, 2, 3, … */
  number: number
  path: string
  media_type: string
  /** Bytes. */
  size: number
  /** Of the bytes, in hexadecimal digits. */
  sha256: string
  /** Of the hash before it (of 32 zero bytes for the first) and of the fields above: none can be changed, moved or left out. */
  hash: string
}

export interface Manifest {
  format: 'lasthash-bundle'
  version: 1
  id: string
  /** RFC 3339. */
  created_at: string
  /** The address of the server that made it; it publishes the key. */
  issuer: string
  /** Whose key it is signed by. */
  kid: string
  /** What it is about. */
  subject: Record<string, unknown>
  entries: ManifestEntry[]
  /** The hash of the last entry. */
  head: string
}

const NOTHING = Buffer.alloc(32)

export interface NewEntry {
  path: string
  media_type: string
  bytes: Uint8Array
}

export function chain(entries: readonly NewEntry[]): ManifestEntry[] {
  let before: Buffer = NOTHING
  return entries.map(({ path, media_type, bytes }, index) => {
    const entry = { number: index + 1, path, media_type, size: bytes.length, sha256: sha256(bytes) }
    before = linkOf(before, entry)
    return { ...entry, hash: before.toString('hex') }
  })
}

/** Which entry does not fit the one before it: its number; null when all do. */
export function brokenLink({ entries, head }: Pick<Manifest, 'entries' | 'head'>): number | null {
  let before: Buffer = NOTHING
  for (const [index, { hash, ...entry }] of entries.entries()) {
    before = linkOf(before, entry)
    if (entry.number !== index + 1 || before.toString('hex') !== hash) return index + 1
  }
  return before.toString('hex') === head ? null : entries.length
}

function linkOf(before: Buffer, { number, path, media_type, size, sha256 }: Omit<ManifestEntry, 'hash'>): Buffer {
  return createHash('sha256')
    .update(before)
    .update(JSON.stringify([number, path, media_type, size, sha256]))
    .digest()
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Undefined when the text is no manifest of this version. */
export function readManifest(text: string): Manifest | undefined {
  let value: Partial<Manifest>
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (value === null || typeof value !== 'object') return undefined
  const { format, version, id, created_at, issuer, kid, subject, entries, head } = value
  const texts = [id, created_at, issuer, kid, head].every((one) => typeof one === 'string')
  const isOurs = format === 'lasthash-bundle' && version === 1 && texts
  if (!isOurs || subject === null || typeof subject !== 'object' || !Array.isArray(entries)) return undefined
  return entries.every(isEntry) ? (value as Manifest) : undefined
}

function isEntry(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false
  const { number, path, media_type, size, sha256, hash } = value as Partial<ManifestEntry>
  const texts = [path, media_type, sha256, hash].every((one) => typeof one === 'string')
  return texts && Number.isSafeInteger(number) && Number.isSafeInteger(size)
}
