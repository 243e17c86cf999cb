import { X509Certificate } from 'node:crypto'
import type { TlsEvidence } from '../evidence.ts'
import { defineDerivation } from '../source.ts'
import { parseCrl } from './crl.ts'
import { parseOcsp } from './ocsp.ts'

const CLOCKS = 300_000 // milliseconds that clocks may differ

/** What authorities say of the certificate, as it came. */
export interface RevocationEvidence {
  /** The issuer's certificate, sent by the server or fetched from the authority: DER in base64. */
  issuer: string | null
  sources: readonly {
    kind: 'staple' | 'ocsp' | 'crl'
    url: string | null
    /** In base64; null where it could not be had. */
    der: string | null
    error: string | null
  }[]
}

/** What one source says of the certificate. `stale` and `unsigned` ones prove nothing, nor does one that could not be had. */
export interface Revocation {
  kind: 'staple' | 'ocsp' | 'crl'
  url: string | null
  status: 'good' | 'revoked' | 'unknown' | 'stale' | 'unsigned' | 'broken' | 'unreachable'
  /** Why, or since when. */
  detail: string
  timestamps: boolean
}

/** Reads every source; `now` in milliseconds since the epoch. Never throws for what an authority sent. */
export function readRevocations(revocation: RevocationEvidence, tls: TlsEvidence, now: number): Revocation[] {
  const issuer = revocation.issuer ? Buffer.from(revocation.issuer, 'base64') : null
  const serial = new X509Certificate(Buffer.from(tls.chain[0]!, 'base64')).serialNumber
    .toLowerCase()
    .replace(/^(00)+/, '')
  return revocation.sources.map(({ kind, url, der, error }) => {
    const base = { kind, url, timestamps: false }
    if (!der) return { ...base, status: 'unreachable', detail: error ?? 'nothing came' }
    try {
      const bytes = Buffer.from(der, 'base64')
      const read = kind === 'crl' ? fromCrl(bytes, serial, issuer) : parseOcsp(bytes, serial, issuer)
      return { ...base, timestamps: 'timestamps' in read && read.timestamps, ...verdict(read, now) }
    } catch (error) {
      return { ...base, status: 'broken', detail: (error as Error).message }
    }
  })
}

function fromCrl(bytes: Buffer, serial: string, issuer: Buffer | null) {
  const read = parseCrl(bytes, serial, issuer)
  return { ...read, status: read.revoked_at === null ? ('good' as const) : ('revoked' as const) }
}

interface Read {
  status: 'good' | 'revoked' | 'unknown'
  this_update: number
  next_update: number | null
  revoked_at: number | null
  signed: boolean
}

function verdict(read: Read, now: number): Pick<Revocation, 'status' | 'detail'> {
  const day = (at: number) => (Number.isNaN(at) ? 'an unreadable day' : new Date(at).toISOString().slice(0, 10))
  if (!read.signed) return { status: 'unsigned', detail: 'its signature is not the authority’s' }
  if (read.next_update !== null && read.next_update < now - CLOCKS) {
    return { status: 'stale', detail: `it was good until ${day(read.next_update)}` }
  }
  if (read.this_update > now + CLOCKS) return { status: 'stale', detail: `it is of ${day(read.this_update)}` }
  if (read.status === 'revoked') return { status: 'revoked', detail: `since ${day(read.revoked_at ?? Number.NaN)}` }
  return { status: read.status, detail: `of ${day(read.this_update)}` }
}

export default defineDerivation({
  name: 'revocations',
  needs: ['revocation', 'tls', 'scan'],
  derive: ({ revocation, tls, scan }) => readRevocations(revocation, tls, scan.started_at),
})
