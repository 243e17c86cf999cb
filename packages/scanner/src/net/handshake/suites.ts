import { groupName } from '../../../data/tls-groups.ts'
import { SUITE_NAMES, suiteName, traitsOf } from '../../cipher-suite.ts'
import type { NetError } from '../errors.ts'
import type { Offer } from './client-hello.ts'
import type { Answer, Dialer } from './dialer.ts'
import type { AcceptedSuite, VersionEvidence } from './evidence.ts'
import { isSpoilt } from './line.ts'
import { bitLength } from './server-hello.ts'
import { CODES, type Version } from './versions.ts'

const ALL = [...SUITE_NAMES.keys()]
/** Hellos with more suites than this break old servers, which read the list's length as one byte of pairs. */
const MOST_AT_ONCE = 120

/** Suites that `version` can negotiate, the likely ones first. */
export function suitesFor(version: Version): readonly number[] {
  return LISTS[version]
}

const LISTS: Record<Version, readonly number[]> = {
  SSLv3: listOf((name) => !isNew(name) && !/_(ECDHE|ECDH|ECCPWD|GOST)/.test(name)),
  TLSv1: listOf((name) => !isNew(name)),
  'TLSv1.1': listOf((name) => !isNew(name)),
  'TLSv1.2': listOf((name) => traitsOf(name).key_exchange !== 'tls13'),
  'TLSv1.3': listOf((name) => traitsOf(name).key_exchange === 'tls13'),
}

/** Needs TLS 1.2: authenticated encryption, or a digest of its own (RFC 5246 section 1.2, RFC 5288). */
function isNew(name: string): boolean {
  const { key_exchange, mode } = traitsOf(name)
  return key_exchange === 'tls13' || (mode === 'AEAD' && !/_OLD$/.test(name)) || /_SHA(256|384)$/.test(name)
}

function listOf(keep: (name: string) => boolean): number[] {
  return ALL.filter((code) => keep(suiteName(code))).sort((a, b) => rank(a) - rank(b))
}

/**
 * Where a suite stands in the offer: what nearly every server has first, then by strength. ChaCha20 is never first: servers
 * that follow their own order still let a client that begins with it have it.
 */
function rank(code: number): number {
  const { key_exchange, cipher, mode, anonymous, bits } = traitsOf(suiteName(code))
  const exchange = { tls13: 0, ECDHE: 0, DHE: 1, RSA: 2 }[key_exchange as string] ?? 4
  return (
    (anonymous ? 10_000 : 0) + exchange * 1_000 + (cipher === 'AES' ? 0 : 400) + (mode === 'AEAD' ? 0 : 200) - bits / 4
  )
}

/** What one version's first hello came to, with the answer that later probes can use. */
export interface Contact {
  version: Version
  answer: Answer | null
  /** Which offer was answered; its other parts serve the whole search. */
  offer: Offer
  accepted: boolean | null
  /** What kept it from being asked. */
  error?: NetError
}

/** Finds out whether a version is spoken at all: a full offer first, then leaner ones for servers that choke on it. */
export async function contact(dialer: Dialer, version: Version): Promise<Contact> {
  const full: Offer = { version, suites: suitesFor(version), server_name: dialer.serverName }
  let offer = full
  let accepted: boolean | null = null
  try {
    for (const attempt of attempts(full)) {
      const answer = await dialer.greet(attempt)
      offer = attempt
      if (chose(answer, attempt)) return { version, answer, offer, accepted: true }
      // `protocol_version` settles it (RFC 5246 section 7.2.2), and so does an older version in the ServerHello.
      if (answer.alert?.description === 70 || answer.hello) return { version, answer, offer, accepted: false }
      if (answer.end !== 'silent') accepted = false
      else if (accepted === null && attempt !== full) break
    }
    return { version, answer: null, offer, accepted }
  } catch (error) {
    if (!isSpoilt(error)) throw error
    return { version, answer: null, offer, accepted: null, error }
  }
}

/** What a client of some years ago would have offered: one of them, every server has. */
function isUsual(code: number): boolean {
  const { key_exchange, authentication, cipher, export: isExport } = traitsOf(suiteName(code))
  return (
    ['ECDHE', 'DHE', 'RSA'].includes(key_exchange) &&
    (authentication === 'RSA' || authentication === 'ECDSA') &&
    ['AES', 'CHACHA20', '3DES', 'RC4'].includes(cipher) &&
    !isExport &&
    !/_CCM/.test(suiteName(code))
  )
}

function attempts(full: Offer): Offer[] {
  const few = full.suites.filter(isUsual)
  if (full.version === 'TLSv1.3') return [full, { ...full, groups: [0x1d, 0x17, 0x18, 0x19] }]
  if (full.version === 'SSLv3') return [full, { ...full, suites: few }]
  return [full, { ...full, suites: few }, { ...full, suites: few, bare: true }]
}

/** Whether the server chose one of the suites of the offered version. */
export function chose(answer: Answer, offer: Offer): boolean {
  return (
    answer.hello !== null && answer.hello.version === CODES[offer.version] && offer.suites.includes(answer.hello.suite)
  )
}

/** What the search found beside the suites themselves. */
export interface Search extends VersionEvidence {
  answers: readonly Answer[]
}

/**
 * Every suite that the server accepts with one version: offers all, strikes out what was chosen, and offers the rest, until
 * the server refuses. What is left of a list that was too long for the server is offered part by part.
 */
export async function searchSuites(dialer: Dialer, { version, answer, offer, accepted }: Contact): Promise<Search> {
  if (!accepted || !answer) return { accepted, suites: [], order: null, complete: accepted !== null, answers: [] }
  const answers: Answer[] = [answer]
  let complete = true
  let order: VersionEvidence['order'] = null
  try {
    for (const part of partsOf(version, offer)) complete = (await strikeOut(dialer, offer, part, answers)) && complete
    if (answers.length > 1) order = await orderOf(dialer, offer, answers)
  } catch (error) {
    if (!isSpoilt(error)) throw error
    complete = false
  }
  return { accepted: true, suites: answers.map(acceptedSuite), order, complete, answers }
}

/** Offers `part` again and again, each time without what was chosen; `answers` grows. False where the server fell silent. */
async function strikeOut(dialer: Dialer, offer: Offer, part: readonly number[], answers: Answer[]): Promise<boolean> {
  let left = part.filter((code) => !answers.some(({ hello }) => hello?.suite === code))
  while (left.length > 0) {
    const asking = { ...offer, suites: left }
    const next = await patiently(dialer, asking)
    if (!chose(next, asking)) return next.end !== 'silent'
    answers.push(next)
    left = left.filter((code) => code !== next.hello!.suite)
  }
  return true
}

/** A server that says nothing may have lost the connection: asked once more. */
async function patiently(dialer: Dialer, offer: Offer): Promise<Answer> {
  const answer = await dialer.greet(offer)
  return answer.end === 'silent' || answer.end === 'closed' ? dialer.greet(offer) : answer
}

function partsOf(version: Version, offer: Offer): readonly (readonly number[])[] {
  const all = suitesFor(version)
  if (offer.suites.length === all.length) return [all]
  const parts: number[][] = []
  for (let at = 0; at < all.length; at += MOST_AT_ONCE / 2) parts.push(all.slice(at, at + MOST_AT_ONCE / 2))
  return parts
}

/** Offers what it accepts in the other order: whoever has an order of its own chooses the same again. */
async function orderOf(dialer: Dialer, offer: Offer, answers: readonly Answer[]): Promise<'server' | 'client' | null> {
  const codes = answers.map(({ hello }) => hello!.suite)
  const { hello } = await patiently(dialer, { ...offer, suites: codes.toReversed() })
  if (!hello) return null
  return hello.suite === codes[0] ? 'server' : 'client'
}

function acceptedSuite({ hello, key_exchange }: Answer): AcceptedSuite {
  const code = hello!.suite
  const exchange = key_exchange
  return {
    code,
    name: suiteName(code),
    group: exchange?.kind === 'ecdhe' ? (exchange.group === 'explicit' ? 'explicit' : groupName(exchange.group)) : null,
    key_bits: exchange?.kind === 'dhe' ? bitLength(exchange.prime) : exchange?.kind === 'rsa' ? exchange.bits : null,
  }
}
