import type { DnssecEvidence } from '../evidence.ts'
import type { RecordSignature, SignedAnswer } from '../net/dns-signed.ts'
import { defineDerivation } from '../source.ts'
import { type Delegation, delegation, isSignedBy, matches, type ZoneKey, zoneKey } from './dnssec-verify.ts'

/** Whether the domain's records can be trusted, from the parent's word about its keys downwards. */
export interface DnssecChain {
  /**
   * `unsigned`: there is nothing to check. `island`: signed, but the parent names no key. `secure`: all holds. `bogus`: the
   * parent promises signatures that do not hold, so validating resolvers answer nothing. `unknown`: by means that we do not have.
   */
  state: 'unsigned' | 'island' | 'secure' | 'bogus' | 'unknown'
  /** Why it is bogus, or would be. */
  fault: 'no_key' | 'unsigned' | 'signature' | 'expired' | 'not_yet' | 'resolver' | null
  /** The set of records where the fault shows. */
  where: string | null
  keys: readonly Omit<ZoneKey, 'rdata'>[]
  delegations: readonly Omit<Delegation, 'digest'>[]
  /** Algorithms of the signatures in use. */
  algorithms: readonly number[]
  /** Seconds since the epoch when the first of the good signatures ends; null without any. */
  ends_at: number | null
}

type Fault = NonNullable<DnssecChain['fault']>

/** Follows the chain at the given time, in milliseconds since the epoch; never throws. */
export function followChain({ zone, ds, dnskey, soa, host, vouched }: DnssecEvidence, at: number): DnssecChain {
  const keys = dnskey.records.flatMap((one) => read(() => zoneKey(one)))
  const delegations = ds.records.flatMap((one) => read(() => delegation(one)))
  const sets = [soa, host].filter((set) => set.status === 'answered' && isOf(set, zone))
  const used = [dnskey, ...sets].flatMap(({ signatures }) => signatures)
  const chain: DnssecChain = {
    state: 'unsigned',
    fault: null,
    where: null,
    keys: keys.map(({ rdata: _, ...key }) => key),
    delegations: delegations.map(({ digest: _, ...one }) => one),
    algorithms: [...new Set(used.map(({ algorithm }) => algorithm))],
    ends_at: null,
  }
  if (delegations.length === 0 && keys.length === 0) return chain

  const entries = keys.filter((key) => delegations.some((one) => matches(one, zone, key) === true))
  if (delegations.length > 0 && entries.length === 0) {
    const strange = delegations.some((one) => keys.some((key) => matches(one, zone, key) === null))
    return strange ? { ...chain, state: 'unknown' } : { ...chain, state: 'bogus', fault: 'no_key', where: 'DNSKEY' }
  }
  const seconds = at / 1000
  const judged = [
    judge(dnskey, delegations.length > 0 ? entries : keys, seconds),
    ...sets.map((set) => judge(set, keys, seconds)),
  ]
  const bad = judged.find(({ fault }) => fault !== null)
  const ends = judged.flatMap(({ ends_at }) => (ends_at === null ? [] : [ends_at]))
  const ends_at = ends.length > 0 ? Math.min(...ends) : null
  const fault = bad?.fault ?? null
  if (judged.some(({ strange }) => strange)) return { ...chain, state: 'unknown', ends_at }
  if (delegations.length === 0) return { ...chain, state: 'island', fault, where: bad?.where ?? null, ends_at }
  if (fault !== null) return { ...chain, state: 'bogus', fault, where: bad!.where, ends_at }
  if (vouched.rcode === 'ESERVFAIL') return { ...chain, state: 'bogus', fault: 'resolver', where: 'SOA', ends_at }
  return { ...chain, state: 'secure', ends_at }
}

/** The host may lie in a zone of its own below, with keys that were not asked for. */
function isOf({ signatures }: SignedAnswer, zone: string): boolean {
  return signatures.length === 0 || signatures.some(({ signer }) => signer === zone.toLowerCase())
}

interface Judged {
  where: string
  fault: Fault | null
  strange: boolean
  ends_at: number | null
}

/** One good signature is enough (RFC 4035 section 5.3.3). */
function judge(set: SignedAnswer, keys: readonly ZoneKey[], now: number): Judged {
  const none = { where: set.type, strange: false, ends_at: null }
  if (set.signatures.length === 0) return { ...none, fault: 'unsigned' }
  const verified = set.signatures.map((signature) => ({
    signature,
    valid: keys.map((key) => (key.revoked ? false : isSignedBy(set, signature, key))),
  }))
  const good = verified.filter(({ valid }) => valid.includes(true)).map(({ signature }) => signature)
  const timely = good.filter((one) => one.inception <= now && now <= one.expiration)
  if (timely.length > 0) return { ...none, fault: null, ends_at: Math.max(...timely.map((one) => one.expiration)) }
  if (good.length > 0) return { ...none, fault: good.some((one) => isOver(one, now)) ? 'expired' : 'not_yet' }
  const strange = verified.some(({ valid }) => valid.includes(null))
  return { ...none, strange, fault: strange ? null : 'signature' }
}

function isOver({ expiration }: RecordSignature, now: number): boolean {
  return expiration < now
}

/** A record that cannot be read counts as none. */
function read<T>(parse: () => T): T[] {
  try {
    return [parse()]
  } catch {
    return []
  }
}

export default defineDerivation({
  name: 'dnssec_chain',
  needs: ['dnssec', 'scan'],
  derive: ({ dnssec, scan }) => followChain(dnssec, scan.started_at),
})
