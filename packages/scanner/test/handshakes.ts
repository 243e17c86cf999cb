import { SUITE_NAMES } from '../src/cipher-suite.ts'
import type { AcceptedSuite, HandshakesEvidence, VersionEvidence } from '../src/net/handshake/evidence.ts'
import type { Version } from '../src/net/handshake/versions.ts'

const NONE: VersionEvidence = { accepted: false, suites: [], order: null, complete: true }
const codes = new Map([...SUITE_NAMES].map(([code, name]) => [name, code]))

/** A suite as the server accepted it, by its registered name; ECDHE ones with X25519 unless told otherwise. */
export function suite(name: string, more: Partial<AcceptedSuite> = {}): AcceptedSuite {
  const group = name.includes('ECDHE') ? 'x25519' : null
  return { code: codes.get(name) ?? 0, name, group, key_bits: name.includes('_DHE_') ? 2048 : null, ...more }
}

/** A version that is spoken with the given suites. */
export function speaks(names: readonly string[], order: VersionEvidence['order'] = 'server'): VersionEvidence {
  return {
    accepted: true,
    suites: names.map((name) => suite(name)),
    order: names.length > 1 ? order : null,
    complete: true,
  }
}

const TLS13 = ['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256']
const TLS12 = ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256']

/** What a well-kept server at `https://site.test` shows; `versions` adds to, or takes from, its TLS 1.2 and 1.3. */
export function handshakes({
  versions = {},
  ...more
}: Partial<Omit<HandshakesEvidence, 'versions'>> & {
  versions?: Partial<Record<Version, VersionEvidence>>
} = {}): HandshakesEvidence {
  return {
    host: 'site.test',
    port: 443,
    ssl2: null,
    versions: {
      SSLv3: NONE,
      TLSv1: NONE,
      'TLSv1.1': NONE,
      'TLSv1.2': speaks(TLS12),
      'TLSv1.3': speaks(TLS13),
      ...versions,
    },
    groups: { tls13: ['X25519MLKEM768', 'x25519', 'secp256r1'], other: ['x25519', 'secp256r1'] },
    dh: [],
    chains: [],
    staple: null,
    timestamps: null,
    features: {
      version: 'TLSv1.2',
      secure_renegotiation: true,
      compression: false,
      heartbeat: false,
      extended_master_secret: true,
      npn: [],
    },
    alpn: ['h2', 'http/1.1'],
    server_name: { without: 'same', unknown: 'same' },
    fallback: 'refused',
    sessions: {
      by_id: true,
      by_ticket: true,
      ticket_lifetime: 7_200,
      tls13_tickets: 2,
      tls13_lifetime: 7_200,
      early_data: 0,
    },
    renegotiation: 'refused',
    intolerances: [],
    heartbleed: 'safe',
    ccs_injection: 'safe',
    ticketbleed: 'safe',
    robot: 'safe',
    padding: 'safe',
    ...more,
  }
}

/** A version that is not spoken. */
export const silent: VersionEvidence = NONE
