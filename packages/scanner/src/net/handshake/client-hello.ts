import { randomBytes } from 'node:crypto'
import { TLS_GROUPS } from '../../../data/tls-groups.ts'
import { HANDSHAKE, record } from './record.ts'
import { CODES, type Version } from './versions.ts'
import { u8, u16, vec8, vec16, vec24 } from './wire.ts'

/** Numbers of extensions (IANA TLS ExtensionType Values). */
export const EXTENSION = {
  server_name: 0,
  status_request: 5,
  supported_groups: 10,
  ec_point_formats: 11,
  signature_algorithms: 13,
  heartbeat: 15,
  alpn: 16,
  signed_certificate_timestamp: 18,
  padding: 21,
  extended_master_secret: 23,
  session_ticket: 35,
  supported_versions: 43,
  psk_key_exchange_modes: 45,
  key_share: 51,
  npn: 13172,
  renegotiation_info: 0xff01,
} as const

/** Signals in the list of suites: no renegotiation yet (RFC 5746), and a retry after a failed, higher try (RFC 7507). */
export const EMPTY_RENEGOTIATION_INFO = 0x00ff
export const FALLBACK = 0x5600

/** Every pair of digest and signature that some server may insist on, strong ones first. */
const SIGNATURES = [
  0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0809, 0x080a, 0x080b, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601,
  0x0303, 0x0301, 0x0302, 0x0402, 0x0502, 0x0602, 0x0203, 0x0201, 0x0202, 0x0101, 0x0904, 0x0905, 0x0906,
]

export interface Offer {
  /** The only version that is offered. */
  version: Version
  suites: readonly number[]
  /** Null: no server name is sent. */
  server_name: string | null
  /** Default: all that the version knows. */
  groups?: readonly number[]
  /** Shares for TLS 1.3, by group; none makes the server name its choice in a HelloRetryRequest (RFC 8446 section 4.2.8). */
  key_shares?: readonly { group: number; share: Buffer }[]
  alpn?: readonly string[]
  /** Default: none but the empty method. */
  compression?: readonly number[]
  session_id?: Buffer
  /** A ticket to resume from; default an empty one, which asks for it. */
  ticket?: Buffer
  /** Extensions beyond, or instead of those with the same number. Null leaves one out. */
  extensions?: ReadonlyMap<number, Buffer | null>
  /** As very old clients do: no extension at all. */
  bare?: boolean
  /** What stands in the field for the version, where it is not the offered one's. */
  legacy_version?: number
  record_version?: number
  /** Default 32 bytes made anew. */
  random?: Buffer
}

/** A ClientHello in its record. */
export function clientHello(offer: Offer): Buffer {
  // Old servers look at the record's version too, and refuse those that they do not know (RFC 5246 appendix E.1).
  const outer = offer.record_version ?? Math.min(legacyOf(offer), CODES.TLSv1)
  return record(HANDSHAKE, outer, helloMessage(offer))
}

function legacyOf({ legacy_version, version }: Offer): number {
  return legacy_version ?? Math.min(CODES[version], CODES['TLSv1.2'])
}

/** The message without its record. SSL 3.0 knows no extensions; all others get what a full client would send. */
export function helloMessage(offer: Offer): Buffer {
  const { version, suites, session_id = Buffer.alloc(0), compression = [0] } = offer
  const extensions = offer.bare || version === 'SSLv3' ? [] : extensionsOf(offer)
  const body = Buffer.concat([
    u16(legacyOf(offer)),
    offer.random ?? randomBytes(32),
    vec8(session_id),
    vec16(u16(...suites)),
    vec8(u8(...compression)),
    ...(extensions.length > 0 ? [vec16(...extensions)] : []),
  ])
  return Buffer.concat([u8(1), vec24(body)])
}

/** Groups in the order of offering: all that a version can use. */
export function groupsOf(version: Version): readonly number[] {
  const usable = TLS_GROUPS.filter(({ tls13, kind, code }) =>
    version === 'TLSv1.3' ? tls13 : kind === 'ffdhe' || (kind === 'curve' && (!tls13 || code <= 0x1e)),
  )
  return usable.map(({ code }) => code)
}

function extensionsOf(offer: Offer): Buffer[] {
  const { version, server_name, alpn } = offer
  const groups = offer.groups ?? groupsOf(version)
  const bodies = new Map<number, Buffer | null>()
  if (server_name !== null) bodies.set(EXTENSION.server_name, vec16(u8(0), vec16(Buffer.from(server_name, 'latin1'))))
  if (version !== 'TLSv1.3') {
    bodies.set(EXTENSION.renegotiation_info, vec8())
    bodies.set(EXTENSION.ec_point_formats, vec8(u8(0, 1, 2)))
    bodies.set(EXTENSION.session_ticket, offer.ticket ?? Buffer.alloc(0))
    bodies.set(EXTENSION.extended_master_secret, Buffer.alloc(0))
  }
  if (groups.length > 0) bodies.set(EXTENSION.supported_groups, vec16(u16(...groups)))
  if (version === 'TLSv1.2' || version === 'TLSv1.3')
    bodies.set(EXTENSION.signature_algorithms, vec16(u16(...SIGNATURES)))
  if (alpn) bodies.set(EXTENSION.alpn, vec16(...alpn.map((name) => vec8(Buffer.from(name, 'latin1')))))
  if (version === 'TLSv1.3') {
    bodies.set(EXTENSION.supported_versions, vec8(u16(CODES['TLSv1.3'])))
    bodies.set(EXTENSION.psk_key_exchange_modes, vec8(u8(1)))
    const shares = (offer.key_shares ?? []).map(({ group, share }) => Buffer.concat([u16(group), vec16(share)]))
    bodies.set(EXTENSION.key_share, vec16(...shares))
  }
  for (const [number, body] of offer.extensions ?? []) bodies.set(number, body)
  return [...bodies].flatMap(([number, body]) => (body ? [Buffer.concat([u16(number), vec16(body)])] : []))
}
