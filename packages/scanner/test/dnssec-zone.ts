import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { keyTag, signedData, wireName } from '../src/derive/dnssec-verify.ts'
import type { DnssecEvidence } from '../src/evidence.ts'
import type { RecordSignature, SignedAnswer } from '../src/net/dns-signed.ts'

const KEY_FLAGS = 257 // a zone's key and its entry point
const ECDSA = 13
const DAY = 86_400 // seconds

/** A key that signs a zone with ECDSA P-256. */
export class ZoneSigner {
  readonly zone: string
  readonly dnskey: Buffer
  readonly ds: Buffer
  readonly tag: number
  readonly #private: KeyObject

  constructor(zone: string) {
    this.zone = zone
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x, y } = publicKey.export({ format: 'jwk' })
    const head = Buffer.from([KEY_FLAGS >> 8, KEY_FLAGS & 0xff, 3, ECDSA])
    this.dnskey = Buffer.concat([head, Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')])
    this.tag = keyTag(this.dnskey)
    const digest = createHash('sha256').update(wireName(zone)).update(this.dnskey).digest()
    this.ds = Buffer.concat([Buffer.from([this.tag >> 8, this.tag & 0xff, ECDSA, 2]), digest])
    this.#private = privateKey
  }

  /** The set's signature, good from a day before `now` (seconds) until `ends`. */
  sign(set: Pick<SignedAnswer, 'owner' | 'type' | 'records'>, now: number, ends = now + 14 * DAY): RecordSignature {
    const fields = {
      algorithm: ECDSA,
      labels: set.owner.split('.').length,
      original_ttl: 60,
      inception: Math.min(now, ends) - DAY,
      expiration: ends,
      key_tag: this.tag,
      signer: this.zone,
    }
    const bytes = sign('sha256', signedData(set, fields), { key: this.#private, dsaEncoding: 'ieee-p1363' })
    return { ...fields, signature: bytes.toString('base64') }
  }
}

/** 2026-01-15, the day on which test evidence was gathered, in seconds. */
export const NOW = Date.UTC(2026, 0, 15) / 1000

const SIGNER = new ZoneSigner('site.test')

/** A set of records of `site.test`, signed well unless told otherwise. */
export function signedSet(type: string, records: readonly Buffer[], more: { signer?: ZoneSigner; ends?: number } = {}) {
  const set: SignedAnswer = {
    status: records.length > 0 ? 'answered' : 'nodata',
    owner: 'site.test',
    type,
    records: records.map((one) => one.toString('base64')),
    signatures: [],
    denial: null,
  }
  return { ...set, signatures: [(more.signer ?? SIGNER).sign(set, NOW, more.ends)] }
}

export const unsignedSet = (type: string): SignedAnswer => ({ ...signedSet(type, []), signatures: [] })

/** `site.test`, signed, with everything in order unless told otherwise. */
export function dnssec(more: Partial<DnssecEvidence> = {}): { dnssec: DnssecEvidence } {
  return {
    dnssec: {
      zone: 'site.test',
      ds: signedSet('DS', [SIGNER.ds]),
      dnskey: signedSet('DNSKEY', [SIGNER.dnskey]),
      soa: signedSet('SOA', [Buffer.from('a made-up record')]),
      host: signedSet('A', [Buffer.from([192, 0, 2, 1])]),
      denial: null,
      vouched: { rcode: 'NOERROR', authenticated: true },
      ...more,
    },
  }
}

/** The same without any signature. */
export function withoutDnssec(): { dnssec: DnssecEvidence } {
  return dnssec({
    ds: unsignedSet('DS'),
    dnskey: unsignedSet('DNSKEY'),
    soa: unsignedSet('SOA'),
    host: unsignedSet('A'),
  })
}
