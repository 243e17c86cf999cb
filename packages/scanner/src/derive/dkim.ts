import { createPublicKey } from 'node:crypto'
import type { DnsEvidence } from '../evidence.ts'
import { defineDerivation } from '../source.ts'
import { parseTagList } from './tag-list.ts'

/** A key with which the domain's mail is signed, as published (RFC 6376 section 3.6.1, RFC 8463). */
export interface DkimKey {
  selector: string
  /** The name that holds the record. */
  name: string
  raw: string
  /** `revoked`: the key is empty on purpose. `unreadable`: it is there, but nobody can use it. */
  state: 'usable' | 'revoked' | 'unreadable'
  type: string
  /** Length of the RSA modulus; null for other types and where there is no usable key. */
  bits: number | null
  /** `t=y`: receivers must not treat signed mail better than unsigned. */
  testing: boolean
  /** The hashes that it may be used with, or null for all. */
  hashes: readonly string[] | null
}

/** Reads the records of the selectors that exist. TXT records of another purpose, which a wildcard brings, are no keys. */
export function parseDkim({ dkim, domain }: Pick<DnsEvidence, 'dkim' | 'domain'>): DkimKey[] {
  return dkim.flatMap(({ selector, records }) =>
    records.flatMap((raw): DkimKey[] => {
      const { tags } = parseTagList(raw)
      const p = tags.get('p')
      if (p === undefined || (tags.get('v') ?? 'DKIM1') !== 'DKIM1') return []
      const type = (tags.get('k') ?? 'rsa').toLowerCase()
      const key = p.replace(/\s+/g, '')
      const bits = key === '' ? null : bitsOf(type, key)
      return [
        {
          selector,
          name: `${selector}._domainkey.${domain}`,
          raw,
          state: key === '' ? 'revoked' : bits === null ? 'unreadable' : 'usable',
          type,
          bits: type === 'rsa' ? bits : null,
          testing: listOf(tags.get('t')).includes('y'),
          hashes: tags.has('h') ? listOf(tags.get('h')) : null,
        },
      ]
    }),
  )
}

/** Length of the key, or null when it cannot be read. A type that we do not know is left to those who do. */
function bitsOf(type: string, base64: string): number | null {
  const der = Buffer.from(base64, 'base64')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null
  if (type === 'ed25519') return der.length === 32 ? 256 : null
  if (type !== 'rsa') return 0
  for (const format of ['spki', 'pkcs1'] as const) {
    try {
      const key = createPublicKey({ key: der, format: 'der', type: format })
      return key.asymmetricKeyDetails?.modulusLength ?? null
    } catch {
      // the other format, or none
    }
  }
  return null
}

function listOf(value: string | undefined): string[] {
  return value === undefined ? [] : value.split(':').map((part) => part.trim().toLowerCase())
}

export default defineDerivation({ name: 'dkim', needs: ['dns'], derive: ({ dns }) => parseDkim(dns) })
