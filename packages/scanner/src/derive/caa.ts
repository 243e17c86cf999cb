import type { DnsEvidence } from '../evidence.ts'

export interface CaaRecord {
  critical: boolean
  /** Lower case. */
  tag: string
  value: string
  /** Whether the value follows the grammar of its tag. */
  valid: boolean
  /** Whether the tag is one that RFC 8659 or its successors define. */
  known: boolean
}

/** The records that authorities go by: those of the first name, from the host upwards, that has any (RFC 8659 section 3). */
export interface CaaPolicy {
  /** Where they stand; null when there are none on the way. */
  name: string | null
  records: readonly CaaRecord[]
  /** The name whose answer failed before one was found: then nothing is known. */
  failed: string | null
}

const CRITICAL = 128 // the highest bit of the flags (RFC 8659 section 4.1)
/** `ca.example; name=value; …`, where the name may be missing, which means nobody (RFC 8659 section 4.2). */
const ISSUER =
  /^\s*(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)?\s*(?:;\s*(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\s*=\s*[\x21-\x3a\x3c-\x7e]*\s*(?:;\s*|$))*)?$/i
const URI = /^(?:mailto:[^\s@]+@[^\s@]+|https?:\/\/\S+)$/i
const TAGS: Record<string, RegExp> = {
  issue: ISSUER,
  issuewild: ISSUER,
  issuemail: ISSUER, // RFC 9495
  issuevmc: ISSUER,
  iodef: URI,
  contactemail: /^[^\s@]+@[^\s@]+$/,
  contactphone: /\d/,
}

/** Finds the records that hold for the website's host. */
export function caaPolicy({ caa }: Pick<DnsEvidence, 'caa'>): CaaPolicy {
  for (const { name, answer } of caa) {
    if (answer.status === 'failed') return { name: null, records: [], failed: name }
    if (answer.records.length > 0) return { name, records: answer.records.map(toRecord), failed: null }
  }
  return { name: null, records: [], failed: null }
}

function toRecord({ critical, tag, value }: { critical: number; tag: string; value: string }): CaaRecord {
  const name = tag.toLowerCase()
  const grammar = TAGS[name]
  return {
    critical: (critical & CRITICAL) !== 0,
    tag: name,
    value,
    valid: grammar === undefined || grammar.test(value),
    known: grammar !== undefined,
  }
}
