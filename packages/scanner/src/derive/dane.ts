import { createHash, X509Certificate } from 'node:crypto'
import type { DaneEvidence } from '../evidence.ts'

type TlsaRecord = DaneEvidence['web']['answer']['records'][number]

const HASHES: Record<number, [name: string, hexLength: number]> = { 1: ['sha256', 64], 2: ['sha512', 128] }
/** Usages that speak of the server's own certificate; 0 and 2 speak of an authority above it (RFC 7218). */
const OF_SERVER = new Set([1, 3])

/** Whether a record is of no use to anyone: numbers that mean nothing, or a hash of the wrong length (RFC 6698 section 2.1). */
export function daneFault({ usage, selector, matching, data }: TlsaRecord): boolean {
  if (usage > 3 || selector > 1 || matching > 2 || data === '') return true
  const hash = HASHES[matching]
  return hash !== undefined && data.length !== hash[1]
}

/** Whether the record means one of the certificates that the server sent (base64 DER, its own first). */
export function daneMatches({ usage, selector, matching, data }: TlsaRecord, chain: readonly string[]): boolean {
  const certificates = OF_SERVER.has(usage) ? chain.slice(0, 1) : chain
  return certificates.some((base64) => {
    const der = Buffer.from(base64, 'base64')
    const bytes = selector === 0 ? der : publicKeyOf(der)
    if (bytes === null) return false
    const hash = HASHES[matching]
    return (hash ? createHash(hash[0]).update(bytes).digest('hex') : bytes.toString('hex')) === data.toLowerCase()
  })
}

function publicKeyOf(der: Buffer): Buffer | null {
  try {
    return new X509Certificate(der).publicKey.export({ type: 'spki', format: 'der' })
  } catch {
    return null
  }
}
