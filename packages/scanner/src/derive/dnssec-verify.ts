import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { RecordSignature, SignedAnswer } from '../net/dns-signed.ts'

/** A zone's key as published (RFC 4034 section 2). */
export interface ZoneKey {
  tag: number
  algorithm: number
  /** The secure entry point: the key that the parent names. */
  is_entry: boolean
  revoked: boolean
  /** RSA modulus, else null. */
  bits: number | null
  rdata: Buffer
}

/** What the parent says about a key (RFC 4034 section 5). */
export interface Delegation {
  tag: number
  algorithm: number
  digest_type: number
  digest: Buffer
}

const TYPES: Record<string, number> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  DS: 43,
  DNSKEY: 48,
  TLSA: 52,
}
const DIGESTS: Record<number, string> = { 1: 'sha1', 2: 'sha256', 4: 'sha384' }
const HASHES: Record<number, string | null> = {
  5: 'sha1',
  7: 'sha1',
  8: 'sha256',
  10: 'sha512',
  13: 'sha256',
  14: 'sha384',
  15: null,
  16: null,
}

/** Reads a DNSKEY record's data. */
export function zoneKey(base64: string): ZoneKey {
  const rdata = Buffer.from(base64, 'base64')
  const flags = rdata.readUInt16BE(0)
  const algorithm = rdata.readUInt8(3)
  const rsa = [5, 7, 8, 10, 1].includes(algorithm) ? rsaParts(rdata.subarray(4)) : null
  return {
    tag: keyTag(rdata),
    algorithm,
    is_entry: (flags & 0x0001) !== 0,
    revoked: (flags & 0x0080) !== 0, // RFC 5011 section 3
    bits: rsa ? bitLength(rsa.n) : null,
    rdata,
  }
}

/** Reads a DS record's data. */
export function delegation(base64: string): Delegation {
  const rdata = Buffer.from(base64, 'base64')
  return {
    tag: rdata.readUInt16BE(0),
    algorithm: rdata.readUInt8(2),
    digest_type: rdata.readUInt8(3),
    digest: rdata.subarray(4),
  }
}

/** Whether the parent means this key; null for a digest that we do not know. */
export function matches(
  { tag, algorithm, digest_type, digest }: Delegation,
  zone: string,
  key: ZoneKey,
): boolean | null {
  if (tag !== key.tag || algorithm !== key.algorithm) return false
  const hash = DIGESTS[digest_type]
  if (!hash) return null
  return createHash(hash).update(wireName(zone)).update(key.rdata).digest().equals(digest)
}

/** Whether the signature over the set was made with the key (RFC 4035 section 5.3.3); null for algorithms that we do not know. Times are not looked at. */
export function isSignedBy(set: SignedAnswer, signature: RecordSignature, key: ZoneKey): boolean | null {
  if (signature.key_tag !== key.tag || signature.algorithm !== key.algorithm) return false
  const hash = HASHES[signature.algorithm]
  if (hash === undefined) return null
  try {
    const publicKey = publicKeyOf(key)
    const bytes = Buffer.from(signature.signature, 'base64')
    return verify(hash, signedData(set, signature), { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes)
  } catch {
    return false
  }
}

/** The bytes that a signature is over (RFC 4034 section 3.1.8.1). */
export function signedData(
  set: Pick<SignedAnswer, 'owner' | 'type' | 'records'>,
  signature: Omit<RecordSignature, 'signature'>,
): Buffer {
  const type = TYPES[set.type] ?? 0
  const head = Buffer.alloc(18)
  head.writeUInt16BE(type, 0)
  head.writeUInt8(signature.algorithm, 2)
  head.writeUInt8(signature.labels, 3)
  head.writeUInt32BE(signature.original_ttl, 4)
  head.writeUInt32BE(signature.expiration, 8)
  head.writeUInt32BE(signature.inception, 12)
  head.writeUInt16BE(signature.key_tag, 16)
  const owner = wireName(ownerOf(set.owner, signature.labels))
  const records = set.records.map((one) => Buffer.from(one, 'base64')).sort(Buffer.compare)
  return Buffer.concat([
    head,
    wireName(signature.signer),
    ...records.flatMap((rdata) => {
      const fixed = Buffer.alloc(10)
      fixed.writeUInt16BE(type, 0)
      fixed.writeUInt16BE(1, 2)
      fixed.writeUInt32BE(signature.original_ttl, 4)
      fixed.writeUInt16BE(rdata.length, 8)
      return [owner, fixed, rdata]
    }),
  ])
}

/** An answer that a wildcard made is signed under the wildcard's name (RFC 4035 section 5.3.2). */
function ownerOf(owner: string, labels: number): string {
  const parts = owner.split('.')
  return parts.length > labels ? ['*', ...parts.slice(parts.length - labels)].join('.') : owner
}

/** RFC 4034 appendix B. */
export function keyTag(rdata: Buffer): number {
  let sum = 0
  for (const [index, byte] of rdata.entries()) sum += index % 2 === 0 ? byte << 8 : byte
  return (sum + (sum >> 16)) & 0xffff
}

/** A name as it travels, without compression. */
export function wireName(name: string): Buffer {
  const labels = name
    .toLowerCase()
    .replace(/\.$/, '')
    .split('.')
    .filter((label) => label !== '')
  return Buffer.concat([
    ...labels.flatMap((label) => [Buffer.from([label.length]), Buffer.from(label, 'latin1')]),
    Buffer.from([0]),
  ])
}

function publicKeyOf({ algorithm, rdata }: ZoneKey): KeyObject {
  const key = rdata.subarray(4)
  const url = (bytes: Buffer) => bytes.toString('base64url')
  if (algorithm === 13 || algorithm === 14) {
    const half = key.length / 2
    const crv = algorithm === 13 ? 'P-256' : 'P-384'
    return createPublicKey({
      key: { kty: 'EC', crv, x: url(key.subarray(0, half)), y: url(key.subarray(half)) },
      format: 'jwk',
    })
  }
  if (algorithm === 15 || algorithm === 16)
    return createPublicKey({
      key: { kty: 'OKP', crv: algorithm === 15 ? 'Ed25519' : 'Ed448', x: url(key) },
      format: 'jwk',
    })
  const { e, n } = rsaParts(key)
  return createPublicKey({ key: { kty: 'RSA', e: url(e), n: url(n) }, format: 'jwk' })
}

/** RFC 3110 section 2. */
function rsaParts(key: Buffer): { e: Buffer; n: Buffer } {
  const short = key.readUInt8(0)
  const [at, length] = short === 0 ? [3, key.readUInt16BE(1)] : [1, short]
  return { e: key.subarray(at, at + length), n: key.subarray(at + length) }
}

function bitLength(bytes: Buffer): number {
  const from = bytes.findIndex((byte) => byte !== 0)
  return from < 0 ? 0 : (bytes.length - from) * 8 - Math.clz32(bytes[from]!) + 24
}
