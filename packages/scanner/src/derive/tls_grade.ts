import { COMMON_PRIMES } from '../../data/dh-primes.ts'
import { groupNamed } from '../../data/tls-groups.ts'
import type { TlsEvidence } from '../evidence.ts'
import type { HandshakesEvidence } from '../net/handshake/evidence.ts'
import { VERSIONS } from '../net/handshake/versions.ts'
import { defineDerivation } from '../source.ts'
import { type SuiteInUse, suitesInUse } from './accepted-suites.ts'
import type { Certificates } from './certificates.ts'
import type { Hsts } from './hsts.ts'

/** `T`: the certificate is not trusted. `M`: it is made out to another host. */
export type TlsLetter = 'A+' | 'A' | 'A-' | 'B' | 'C' | 'D' | 'E' | 'F' | 'T' | 'M'

/** How SSL Labs would grade the server, by its published guide (version 2009q), and why not better. */
export interface TlsGrade {
  grade: TlsLetter
  /** 0 to 100, before any cap. */
  score: number
  parts: { protocols: number; key_exchange: number; ciphers: number }
  /** What capped the grade, worst first. */
  because: readonly string[]
}

const WEIGHTS = { protocols: 0.3, key_exchange: 0.3, ciphers: 0.4 }
const PROTOCOL_SCORES = { SSLv3: 80, TLSv1: 90, 'TLSv1.1': 95, 'TLSv1.2': 100, 'TLSv1.3': 100 } as const
const BY_SCORE: readonly [number, TlsLetter][] = [
  [80, 'A'],
  [65, 'B'],
  [50, 'C'],
  [35, 'D'],
  [20, 'E'],
  [0, 'F'],
]
const BEST_FIRST: readonly TlsLetter[] = ['A+', 'A', 'A-', 'B', 'C', 'D', 'E', 'F']
const HALF_A_YEAR = 15_552_000 // seconds of HSTS for an A+
/** Bits of RSA or Diffie-Hellman that a curve is worth (NIST SP 800-57 part 1, table 2). */
const WORTH_OF_CURVES: readonly [number, number][] = [
  [512, 15_360],
  [384, 7_680],
  [250, 3_072],
  [224, 2_048],
  [160, 1_024],
  [0, 512],
]

interface Judged {
  tls: TlsEvidence
  handshakes: HandshakesEvidence
  certificates: Certificates
  hsts: Hsts | null
}

export function gradeTls(judged: Judged): TlsGrade {
  const { tls, handshakes, certificates, hsts } = judged
  const suites = suitesInUse(handshakes)
  const parts = {
    protocols: protocolScore(handshakes),
    key_exchange: exchangeScore(suites, handshakes, certificates),
    ciphers: cipherScore(suites, handshakes),
  }
  const score = Math.round(
    WEIGHTS.protocols * parts.protocols + WEIGHTS.key_exchange * parts.key_exchange + WEIGHTS.ciphers * parts.ciphers,
  )
  const caps = capsOf(judged, suites)
  const worst = caps.reduce((a, [letter]) => worse(a, letter), BY_SCORE.find(([least]) => score >= least)![1])
  const because = caps.toSorted(([a], [b]) => rank(b) - rank(a)).map(([, reason]) => reason)
  const lasting = hsts?.valid && hsts.maxAge >= HALF_A_YEAR
  const grade = worst === 'A' && lasting ? 'A+' : worst
  const whole = { score, parts, because }
  if (!certificates.covers_host)
    return { grade: 'M', ...whole, because: ['the certificate is made out to another host', ...because] }
  if (tls.trust_error !== null) return { grade: 'T', ...whole, because: ['the certificate is not trusted', ...because] }
  return { grade, ...whole }
}

function rank(letter: TlsLetter): number {
  return BEST_FIRST.indexOf(letter)
}

function worse(a: TlsLetter, b: TlsLetter): TlsLetter {
  return rank(a) > rank(b) ? a : b
}

/** The mean of the best and the worst version spoken. */
function protocolScore({ versions, ssl2 }: HandshakesEvidence): number {
  const scores = VERSIONS.filter((version) => versions[version].accepted).map((version) => PROTOCOL_SCORES[version])
  const all = [...scores, ...(ssl2 ? [0] : [])]
  return all.length > 0 ? (Math.max(...all) + Math.min(...all)) / 2 : 0
}

/** By the weakest key that protects a connection: the certificate's, and that of the exchange. */
function exchangeScore(
  suites: readonly SuiteInUse[],
  { dh, groups }: HandshakesEvidence,
  { leaf }: Certificates,
): number {
  if (suites.some(({ traits }) => traits.anonymous)) return 0
  if (suites.some(({ traits }) => traits.export)) return 40
  const curves = [...groups.tls13, ...groups.other].flatMap((name) => {
    const group = groupNamed(name)
    return group ? [group.kind === 'ffdhe' ? group.bits : worthOf(group.bits)] : []
  })
  const own = leaf.key.bits === null ? [] : [leaf.key.type.startsWith('rsa') ? leaf.key.bits : worthOf(leaf.key.bits)]
  const bits = Math.min(...dh.map((one) => one.bits), ...curves, ...own, Number.POSITIVE_INFINITY)
  if (bits < 512) return 20
  if (bits < 1_024) return 40
  if (bits < 2_048) return 80
  return bits < 4_096 ? 90 : 100
}

function worthOf(curveBits: number): number {
  return WORTH_OF_CURVES.find(([least]) => curveBits >= least)![1]
}

/** The mean of the strongest and the weakest cipher. */
function cipherScore(suites: readonly SuiteInUse[], { ssl2 }: HandshakesEvidence): number {
  const scores = suites.map(({ traits }) => scoreOfBits(traits.bits))
  const all = [...scores, ...(ssl2 ? [20] : [])]
  return all.length > 0 ? (Math.max(...all) + Math.min(...all)) / 2 : 0
}

function scoreOfBits(bits: number): number {
  if (bits === 0) return 0
  if (bits < 128) return 20
  return bits < 256 ? 80 : 100
}

function capsOf({ handshakes, certificates }: Judged, suites: readonly SuiteInUse[]): [TlsLetter, string][] {
  const { versions, ssl2, dh, features } = handshakes
  const some = (test: (suite: SuiteInUse) => boolean) => suites.some(test)
  const bits = Math.min(...dh.map((one) => one.bits), Number.POSITIVE_INFINITY)
  const signatures = certificates.path.map((place) => certificates.chain[place]!).filter((one) => !one.self_signed)
  const rules: [boolean, TlsLetter, string][] = [
    [ssl2 !== null, 'F', 'SSL 2.0 (DROWN)'],
    [handshakes.heartbleed === 'vulnerable', 'F', 'Heartbleed'],
    [handshakes.ccs_injection === 'vulnerable', 'F', 'CCS injection'],
    [handshakes.ticketbleed === 'vulnerable', 'F', 'Ticketbleed'],
    [handshakes.robot === 'vulnerable' || handshakes.robot === 'weak', 'F', 'ROBOT'],
    [handshakes.padding === 'vulnerable', 'F', 'POODLE in TLS'],
    [some(({ traits }) => traits.bits === 0), 'F', 'ciphers without encryption'],
    [some(({ traits }) => traits.anonymous), 'F', 'anonymous ciphers'],
    [some(({ traits }) => traits.export), 'F', 'export ciphers'],
    [bits < 1_024, 'F', 'Diffie-Hellman below 1024 bits'],
    [
      certificates.leaf.key.type.startsWith('rsa') && (certificates.leaf.key.bits ?? 2_048) < 1_024,
      'F',
      'an RSA key below 1024 bits',
    ],
    [
      signatures.some(({ signature }) => /^md[245]$/.test(signature.digest ?? '')),
      'F',
      'a certificate signed with MD5',
    ],
    [versions.SSLv3.accepted === true, 'C', 'SSL 3.0 (POODLE)'],
    [features?.compression === true, 'C', 'TLS compression (CRIME)'],
    [!versions['TLSv1.2'].accepted && !versions['TLSv1.3'].accepted, 'C', 'no TLS 1.2'],
    [
      some(({ traits, version }) => traits.cipher === 'RC4' && version !== 'SSLv3' && version !== 'TLSv1'),
      'C',
      'RC4 in TLS 1.1 or newer',
    ],
    [
      some(({ traits, version }) => traits.block === 64 && version !== 'SSLv3' && version !== 'TLSv1'),
      'C',
      'blocks of 64 bits in TLS 1.1 or newer',
    ],
    [some(({ traits }) => traits.cipher === 'RC4'), 'B', 'RC4'],
    [versions.TLSv1.accepted === true || versions['TLSv1.1'].accepted === true, 'B', 'TLS 1.0 or 1.1'],
    [
      bits < 2_048,
      'B',
      dh.some((one) => COMMON_PRIMES.has(one.prime_sha256))
        ? 'a shared group below 2048 bits (Logjam)'
        : 'Diffie-Hellman below 2048 bits',
    ],
    [!some(({ traits }) => traits.forward_secret && !traits.anonymous), 'B', 'no forward secrecy'],
    [!some(({ traits }) => traits.mode === 'AEAD'), 'B', 'no authenticated encryption'],
    [
      features !== null && !features.secure_renegotiation && features.version !== 'SSLv3',
      'A-',
      'no secure renegotiation',
    ],
    [!versions['TLSv1.3'].accepted, 'A-', 'no TLS 1.3'],
  ]
  return rules.flatMap(([holds, letter, reason]) => (holds ? [[letter, reason] as [TlsLetter, string]] : []))
}

export default defineDerivation({
  name: 'tls_grade',
  needs: ['tls', 'handshakes', 'certificates', 'hsts'],
  derive: gradeTls,
})
