import { groupName } from '../../../data/tls-groups.ts'
import { suiteName, traitsOf } from '../../cipher-suite.ts'
import { EXTENSION, groupsOf, type Offer } from './client-hello.ts'
import type { Answer, Dialer } from './dialer.ts'
import type { HandshakesEvidence } from './evidence.ts'
import { isSpoilt } from './line.ts'
import { type Contact, chose } from './suites.ts'
import type { Version } from './versions.ts'

/** Every group that the server accepts: offers all, strikes out what was chosen, offers the rest. Its own choice comes first. */
export async function searchGroups(
  dialer: Dialer,
  contacts: readonly Contact[],
): Promise<HandshakesEvidence['groups']> {
  const accepted = contacts.filter((one) => one.accepted)
  const newest = accepted.findLast(({ version }) => version !== 'TLSv1.3' && version !== 'SSLv3')
  const tls13 = accepted.find(({ version }) => version === 'TLSv1.3')
  const [a, b] = await Promise.all([
    tls13 ? search(dialer, tls13.offer, 'TLSv1.3') : [],
    newest ? search(dialer, { ...newest.offer, suites: ephemeral(newest.offer.suites) }, newest.version) : [],
  ])
  return { tls13: a.map(groupName), other: b.map(groupName) }
}

/** Suites whose key exchange runs in a named curve. */
function ephemeral(suites: readonly number[]): number[] {
  return suites.filter((code) => traitsOf(suiteName(code)).key_exchange === 'ECDHE')
}

async function search(dialer: Dialer, offer: Offer, version: Version): Promise<number[]> {
  const found: number[] = []
  let left = (offer.groups ?? groupsOf(version)).filter((code) => version === 'TLSv1.3' || code < 0x100)
  while (left.length > 0 && !offer.bare) {
    const group = (await choice(dialer, offer, left)) ?? (await choice(dialer, offer, left, found))
    if (group === null) break
    found.push(group)
    left = left.filter((code) => code !== group)
  }
  return found
}

/**
 * Which of `left` the server chooses; null where none. With `found` behind them a server goes on whose certificate needs one
 * of those: up to TLS 1.2 the list counts for signatures, too (RFC 8422 section 5.1.1).
 */
async function choice(
  dialer: Dialer,
  offer: Offer,
  left: readonly number[],
  found: readonly number[] = [],
): Promise<number | null> {
  const groups = [...left, ...found]
  const answer = await dialer.greet({ ...offer, groups }).catch(nothingWhenSpoilt)
  const group = answer && chose(answer, offer) ? groupIn(answer) : null
  return group !== null && left.includes(group) ? group : null
}

function groupIn({ hello, key_exchange }: Answer): number | null {
  const share = hello?.extensions.get(EXTENSION.key_share)
  if (share && share.length >= 2) return share.readUInt16BE()
  return key_exchange?.kind === 'ecdhe' && key_exchange.group !== 'explicit' ? key_exchange.group : null
}

function nothingWhenSpoilt(error: unknown): null {
  if (isSpoilt(error)) return null
  throw error
}
