import type { Version } from './versions.ts'

/** A suite that the server accepted with one version, and what its key exchange showed. */
export interface AcceptedSuite {
  code: number
  /** As registered, such as `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`. */
  name: string
  /** The group that the server chose for it, as registered; null where there is none. */
  group: string | null
  /** Bits of an ephemeral finite-field or export key; null where there is none. */
  key_bits: number | null
}

export interface VersionEvidence {
  /** Null where it could not be told: the server neither chose, nor refused, nor hung up. */
  accepted: boolean | null
  /** In the server's order of preference where it has one, else as offered. */
  suites: readonly AcceptedSuite[]
  /** Whose order decides; null with fewer than two suites. */
  order: 'server' | 'client' | null
  /** False where the search had to stop before the server refused the rest. */
  complete: boolean
}

/** Parameters of finite-field Diffie-Hellman that the server sent. */
export interface DhParameters {
  bits: number
  /** SHA-256 of the prime's bytes without leading zeroes, in hex. */
  prime_sha256: string
  generator: string
  /** The same public value came in two handshakes. */
  reused: boolean
}

/** What the server's first flight says of its abilities, when it is offered all of them, with TLS 1.2 or older. */
export interface Features {
  version: Version
  /** Takes part in secure renegotiation (RFC 5746). */
  secure_renegotiation: boolean
  /** Chose DEFLATE (RFC 3749). */
  compression: boolean
  /** Takes part in heartbeats (RFC 6520). */
  heartbeat: boolean
  extended_master_secret: boolean
  /** Offered by Next Protocol Negotiation, ALPN's forerunner. */
  npn: readonly string[]
}

/** What sessions of a completed handshake can do; null where none was completed. */
export interface Sessions {
  /** With TLS 1.2 and older: a session was taken up again by its id, or by its ticket. */
  by_id: boolean | null
  by_ticket: boolean | null
  /** Seconds that the server says its tickets last; null where it sends none. */
  ticket_lifetime: number | null
  /** Tickets that came after a TLS 1.3 handshake. */
  tls13_tickets: number | null
  tls13_lifetime: number | null
  /** Bytes of early data that may be sent with one (RFC 8446 section 4.6.1); 0 is none. */
  early_data: number | null
}

/** What a probe for one flaw came to. `unknown`: the server answered in a way that proves neither. */
export type Flaw = 'vulnerable' | 'safe' | 'unknown'

export type NameAnswer = 'same' | 'other' | 'refused'

/** Which departure from the usual hello made the server fail. */
export type Intolerance = 'version' | 'extension' | 'length' | 'grease' | 'groups'

/** What raw handshakes with the website's host and port showed. Plain data. */
export interface HandshakesEvidence {
  host: string
  port: number
  /** Null where SSL 2.0 is not spoken. The list may be empty: some servers answer, and still accept what they do not list. */
  ssl2: { kinds: readonly string[] } | null
  versions: Record<Version, VersionEvidence>
  /** Groups that the server accepts, its own choice first; `other` is that of TLS 1.0 to 1.2. */
  groups: { tls13: readonly string[]; other: readonly string[] }
  dh: readonly DhParameters[]
  /** Each chain that was seen, DER in base64, leaf first: servers may have one for RSA and one for ECDSA. */
  chains: readonly (readonly string[])[]
  /** The stapled OCSP response, DER in base64. */
  staple: string | null
  /** The list of signed certificate timestamps in the handshake (RFC 6962 section 3.3.1), in base64. */
  timestamps: string | null
  /** Null where the server speaks TLS 1.3 only. */
  features: Features | null
  /** Protocols that the server chose when offered alone (RFC 7301). */
  alpn: readonly string[]
  /** What a client gets that sends no server name, or one that the server cannot know; null where it has no name. */
  server_name: { without: NameAnswer; unknown: NameAnswer } | null
  /** Whether a retry after a forced failure is refused (RFC 7507); null with only one version. */
  fallback: 'refused' | 'accepted' | null
  sessions: Sessions
  /** What a client that asks to renegotiate gets: no, a few times, or as often as it likes. Null where it cannot be asked. */
  renegotiation: 'refused' | 'limited' | 'accepted' | null
  intolerances: readonly Intolerance[]
  heartbleed: Flaw
  ccs_injection: Flaw
  ticketbleed: Flaw
  /** Bleichenbacher's oracle; `weak` needs far more questions than `vulnerable`. */
  robot: Flaw | 'weak'
  /** Takes records whose CBC padding is wrong. */
  padding: Flaw
}
