import packet, { type Answer } from 'dns-packet'
import type { DnsAnswer } from '../evidence.ts'
import { plainName, type QueryType, type Reply } from './dns-message.ts'

/** A signature over a set of records (RFC 4034 section 3), times in seconds since the epoch. */
export interface RecordSignature {
  algorithm: number
  labels: number
  original_ttl: number
  inception: number
  expiration: number
  key_tag: number
  signer: string
  /** Base64. */
  signature: string
}

/** A set of records as DNSSEC signs it: one owner, one type, and the bytes of each record in canonical form. */
export interface SignedAnswer {
  status: DnsAnswer<unknown>['status']
  error?: string
  owner: string
  type: string
  /** Base64 of each record's data in canonical form (RFC 4034 section 6.2). */
  records: readonly string[]
  signatures: readonly RecordSignature[]
  /** How the zone proves that something is not there, where this answer had to. */
  denial: Denial | null
}

export interface Denial {
  kind: 'nsec' | 'nsec3'
  /** For NSEC: the name that comes after, which walks through the zone. */
  next: string | null
  owner: string
  iterations: number
  salt_length: number
  opt_out: boolean
}

interface Codec {
  encode(data: unknown): Buffer
}
const codecOf = (packet as unknown as { record(type: string): Codec }).record

/** Picks the wanted set and its signatures out of a reply. */
export function signedAnswer(reply: Reply | { failed: string }, name: string, type: QueryType): SignedAnswer {
  const none = { owner: plainName(name), type, records: [], signatures: [], denial: null }
  if ('failed' in reply) return { ...none, status: 'failed', error: reply.failed }
  const set = reply.answers.filter((one) => one.type === type)
  const owner = set[0]?.name ?? plainName(name)
  const own = set.filter((one) => one.name === owner)
  const status = reply.rcode === 'NXDOMAIN' ? 'nxdomain' : own.length > 0 ? 'answered' : 'nodata'
  return {
    ...none,
    status,
    owner,
    records: [...new Set(own.map((one) => canonicalData(one).toString('base64')))],
    signatures: reply.answers.flatMap((one) => (one.name === owner ? signatureOf(one, type) : [])),
    denial: status === 'answered' ? null : denialOf(reply.authorities),
  }
}

/** Types whose data holds names that are put into lower case (RFC 4034 section 6.2, RFC 6840 section 5.1). */
const NAMED: Record<string, readonly string[]> = { SOA: ['mname', 'rname'], MX: ['exchange'], SRV: ['target'] }

/** A record's data as it is signed: no compression, names in lower case. */
export function canonicalData(answer: Answer): Buffer {
  const { type } = answer
  const data = 'data' in answer ? (answer.data as unknown) : Buffer.alloc(0)
  let canonical: unknown = data
  if (type === 'NS' || type === 'CNAME' || type === 'PTR' || type === 'DNAME') canonical = String(data).toLowerCase()
  else if (NAMED[type]) {
    canonical = { ...(data as object) }
    for (const field of NAMED[type])
      (canonical as Record<string, unknown>)[field] = String((data as Record<string, unknown>)[field]).toLowerCase()
  }
  return codecOf(type).encode(canonical).subarray(2)
}

function signatureOf(answer: Answer, type: string): RecordSignature[] {
  if (answer.type !== 'RRSIG' || answer.data.typeCovered !== type) return []
  const { algorithm, labels, originalTTL, inception, expiration, keyTag, signersName, signature } = answer.data
  return [
    {
      algorithm,
      labels,
      original_ttl: originalTTL,
      inception,
      expiration,
      key_tag: keyTag,
      signer: plainName(signersName),
      signature: Buffer.from(signature).toString('base64'),
    },
  ]
}

function denialOf(authorities: readonly Answer[]): Denial | null {
  for (const { type, name, ...rest } of authorities) {
    const data = (rest as { data?: Record<string, unknown> }).data ?? {}
    if (type === 'NSEC3') {
      const { iterations, salt, flags } = data as { iterations: number; salt: Buffer; flags: number }
      return {
        kind: 'nsec3',
        next: null,
        owner: name,
        iterations,
        salt_length: salt.length,
        opt_out: (flags & 1) === 1,
      }
    }
    if (type === 'NSEC')
      return {
        kind: 'nsec',
        next: plainName(String(data.nextDomain)),
        owner: name,
        iterations: 0,
        salt_length: 0,
        opt_out: false,
      }
  }
  return null
}
