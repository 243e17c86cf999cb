import { createHash } from 'node:crypto'
import { NetError } from '../errors.ts'
import { type Answer, Dialer, type DialerOptions } from './dialer.ts'
import type { DhParameters, Flaw, HandshakesEvidence } from './evidence.ts'
import { searchGroups } from './groups.ts'
import { isSpoilt } from './line.ts'
import { probeAlpn } from './probes/alpn.ts'
import { probeCcsInjection } from './probes/ccs-injection.ts'
import { probeFallback } from './probes/fallback.ts'
import { probeFeatures } from './probes/features.ts'
import { probeHeartbleed } from './probes/heartbleed.ts'
import { probeIntolerances } from './probes/intolerance.ts'
import { probePadding } from './probes/padding.ts'
import { probeRenegotiation } from './probes/renegotiation.ts'
import { probeRobot } from './probes/robot.ts'
import { probeServerName } from './probes/server-name.ts'
import { establish, establishById, establishTls13, probeSessions } from './probes/sessions.ts'
import { probeSsl2 } from './probes/ssl2.ts'
import { probeTicketbleed } from './probes/ticketbleed.ts'
import { bitLength } from './server-hello.ts'
import { type Contact, contact, type Search, searchSuites } from './suites.ts'
import { CODES, VERSIONS, type Version } from './versions.ts'

/**
 * Shakes hands with `host` in every way there is: which versions, suites and groups it accepts, and how it behaves where
 * known flaws lie. Throws `NetError` when nothing there speaks TLS or SSL.
 */
export async function surveyTls(host: string, port: number, options: DialerOptions): Promise<HandshakesEvidence> {
  const dialer = new Dialer(host, port, options)
  const [ssl2, ...contacts] = await Promise.all([
    orElse(probeSsl2(dialer), null),
    ...VERSIONS.map((one) => contact(dialer, one)),
  ])
  const failure = contacts.find(({ error }) => error)?.error
  if (!ssl2 && failure && contacts.every(({ accepted }) => !accepted)) throw failure
  if (!ssl2 && !contacts.some(({ accepted }) => accepted)) {
    throw new NetError('tls', `${host} port ${port} completes no handshake with any version of SSL or TLS.`)
  }
  const classic = contacts.findLast(({ accepted, version }) => accepted && version !== 'TLSv1.3')
  const newest = contacts.findLast(({ accepted }) => accepted)
  const tls13 = newest?.version === 'TLSv1.3' ? newest : null
  const searching = Promise.all(contacts.map((one) => searchSuites(dialer, one)))
  const [searches, groups, features, session13, alpn, server_name, fallback, intolerances, deep] = await Promise.all([
    searching,
    orElse(searchGroups(dialer, contacts), { tls13: [], other: [] }),
    classic ? orElse(probeFeatures(dialer, classic), null) : null,
    tls13 ? orElse(establishTls13(dialer, tls13.offer), null) : null,
    classic && classic.version !== 'SSLv3' ? orElse(probeAlpn(dialer, classic.offer), null) : null,
    newest ? orElse(probeServerName(dialer, classic ?? newest), null) : null,
    orElse(probeFallback(dialer, contacts), null),
    newest ? orElse(probeIntolerances(dialer, newest.offer), []) : [],
    classic ? probeFlaws(dialer, classic, searching) : NO_FLAWS,
  ])
  const answers = searches.flatMap((search) => search.answers)
  const again = await orElse(repeatDh(dialer, contacts, answers), [])
  const { established, byId, ...flaws } = deep
  return {
    host,
    port,
    ssl2,
    versions: Object.fromEntries(
      VERSIONS.map((version, index) => [version, withoutAnswers(searches[index]!)]),
    ) as HandshakesEvidence['versions'],
    groups,
    dh: dhOf([...answers, ...again]),
    chains: chainsOf(answers, session13?.certificates ?? []),
    staple: (features?.staple ?? session13?.staple)?.toString('base64') ?? null,
    timestamps: (features?.timestamps ?? session13?.timestamps)?.toString('base64') ?? null,
    features: features?.features ?? null,
    alpn: alpn ?? (session13?.alpn ? [session13.alpn] : []),
    server_name,
    fallback,
    sessions: await probeSessions(dialer, established, byId, session13),
    intolerances,
    ...flaws,
  }
}

const NO_FLAWS = {
  established: null,
  byId: null,
  renegotiation: null,
  heartbleed: 'safe',
  ccs_injection: 'safe',
  ticketbleed: 'safe',
  robot: 'safe',
  padding: 'safe',
} as const

/** The flaws of TLS 1.2 and older; TLS 1.3 left behind what they live on. */
async function probeFlaws(dialer: Dialer, classic: Contact, searching: Promise<Search[]>) {
  const early = Promise.all([
    orElse<Flaw>(probeHeartbleed(dialer, classic), 'unknown'),
    orElse<Flaw>(probeCcsInjection(dialer, classic), 'unknown'),
  ])
  const searches = await searching
  const search = searches[VERSIONS.indexOf(classic.version)]!
  const codes = search.suites.map(({ code }) => code)
  const [established, byId, robot, padding] = await Promise.all([
    orElse(establish(dialer, classic.offer, codes), null),
    orElse(establishById(dialer, classic.offer, codes), null),
    orElse<Flaw | 'weak'>(probeRobot(dialer, search, classic.offer), 'unknown'),
    orElse<Flaw>(probePadding(dialer, classic.offer, codes), 'unknown'),
  ])
  const [ticketbleed, renegotiation, [heartbleed, ccs_injection]] = await Promise.all([
    orElse<Flaw>(probeTicketbleed(dialer, established), 'unknown'),
    orElse(probeRenegotiation(dialer, established), null),
    early,
  ])
  return { established, byId, renegotiation, heartbleed, ccs_injection, ticketbleed, robot, padding }
}

/** A connection that fails spoils the probe that it was for, not the survey. */
function orElse<T>(probe: Promise<T>, fallback: T): Promise<T> {
  return probe.catch((error: unknown) => {
    if (isSpoilt(error)) return fallback
    throw error
  })
}

function withoutAnswers({ accepted, suites, order, complete }: Search): HandshakesEvidence['versions'][Version] {
  return { accepted, suites, order, complete }
}

/** One more handshake where Diffie-Hellman came up but once, so that a reused value shows. */
async function repeatDh(dialer: Dialer, contacts: readonly Contact[], answers: readonly Answer[]): Promise<Answer[]> {
  const seen = answers.filter(({ key_exchange }) => key_exchange?.kind === 'dhe')
  const [only, ...more] = seen
  const contact = contacts.find(({ version }) => CODES[version] === only?.hello?.version)
  if (!only?.hello || !contact || more.length > 0) return []
  return [await dialer.greet({ ...contact.offer, suites: [only.hello.suite] })]
}

/** Each prime once. A public value that comes twice was not made afresh, as it has to be (CVE-2020-1968). */
function dhOf(answers: readonly Answer[]): DhParameters[] {
  const seen = answers.flatMap(({ key_exchange }) => (key_exchange?.kind === 'dhe' ? [key_exchange] : []))
  const byPrime = Map.groupBy(seen, ({ prime }) => prime.toString('hex').replace(/^(00)+/, ''))
  return [...byPrime].map(([prime, exchanges]) => {
    const values = exchanges.map((one) => one.public.toString('hex'))
    return {
      bits: bitLength(Buffer.from(prime, 'hex')),
      prime_sha256: createHash('sha256').update(Buffer.from(prime, 'hex')).digest('hex'),
      generator: exchanges[0]!.generator.toString('hex'),
      reused: new Set(values).size < values.length,
    }
  })
}

function chainsOf(answers: readonly Answer[], tls13: readonly Buffer[]): string[][] {
  const chains = [tls13, ...answers.map(({ certificates }) => certificates)].filter((chain) => chain.length > 0)
  const byLeaf = new Map(chains.map((chain) => [chain[0]!.toString('base64'), chain]))
  return [...byLeaf.values()].map((chain) => chain.map((der) => der.toString('base64')))
}
