import { verify, X509Certificate } from 'node:crypto'
import { type DerElement, derElements, derItems, derTime } from './der.ts'
import { digestOf } from './x509.ts'

/** What a certificate revocation list (RFC 5280 section 5.1) says of one certificate. */
export interface CrlAnswer {
  revoked_at: number | null
  /** Milliseconds since the epoch. */
  this_update: number
  next_update: number | null
  signed: boolean
}

const SEQUENCE = 0x30
const INTEGER = 0x02
const isTime = ({ tag }: DerElement) => tag === 0x17 || tag === 0x18

/** Looks a serial (hex, no leading zeroes) up in a list. Throws an Error where it is none. */
export function parseCrl(der: Buffer, serial: string, issuer: Buffer | null): CrlAnswer {
  const [tbs, algorithm, signature] = derItems(derItems(der)[0]!.content)
  if (!tbs || !algorithm || !signature) throw new Error('not a revocation list')
  const fields = derItems(tbs.content)
  const times = fields.filter(isTime)
  if (times.length === 0) throw new Error('not a revocation list: it says not of when it is')
  // The list follows the times; both it and the second time may be left out.
  const after = fields[fields.indexOf(times.at(-1)!) + 1]
  return {
    revoked_at: after?.tag === SEQUENCE ? revokedAt(after.content, serial) : null,
    this_update: derTime(times[0]!),
    next_update: times[1] ? derTime(times[1]) : null,
    signed: issuer !== null && isSigned(tbs.whole, algorithm, signature, issuer),
  }
}

function revokedAt(list: Buffer, serial: string): number | null {
  for (const entry of derElements(list)) {
    const [number, date] = derItems(entry.content)
    if (number?.tag !== INTEGER || !date) continue
    if (number.content.toString('hex').replace(/^(00)+/, '') === serial) return derTime(date)
  }
  return null
}

function isSigned(data: Buffer, algorithm: DerElement, signature: DerElement, issuer: Buffer): boolean {
  try {
    const digest = digestOf(derItems(algorithm.content)[0]!.content)
    return verify(digest, data, new X509Certificate(issuer).publicKey, signature.content.subarray(1))
  } catch {
    return false
  }
}
