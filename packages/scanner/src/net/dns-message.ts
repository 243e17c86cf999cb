import { randomInt } from 'node:crypto'
import packet, { type Answer, type DecodedPacket, type RecordType } from 'dns-packet'

/** Types that are asked for; those that the codec does not know by name come back as bytes. */
export type QueryType = RecordType

export interface Question {
  name: string
  type: QueryType
  /** Recursion desired: not when a zone's own server is asked. */
  recursive: boolean
  /** Signatures wanted (DNSSEC OK). */
  signatures?: boolean
  /** The resolver shall not validate: what is bogus is answered as well (RFC 4035 section 3.2.2). */
  unchecked?: boolean
}

/** One answer, decoded. Names are lower case and without the last dot. */
export interface Reply {
  rcode: string
  authoritative: boolean
  truncated: boolean
  recursion_available: boolean
  /** The resolver says that it has validated this. */
  authenticated: boolean
  answers: readonly Answer[]
  authorities: readonly Answer[]
  /** EDNS was understood. */
  edns: boolean
}

const UDP_SIZE = 1232 // bytes; what passes everywhere without fragments (DNS Flag Day 2020)
const RCODES = [
  'NOERROR',
  'FORMERR',
  'SERVFAIL',
  'NXDOMAIN',
  'NOTIMP',
  'REFUSED',
  'YXDOMAIN',
  'YXRRSET',
  'NXRRSET',
  'NOTAUTH',
  'NOTZONE',
]
const LABEL = /^[\x21-\x2d\x2f-\x7e]{1,63}$/

export interface Encoded {
  id: number
  bytes: Buffer
}

/** A question as it is sent. Throws for names that DNS cannot hold. */
export function encodeQuestion({ name, type, recursive, signatures = false, unchecked = false }: Question): Encoded {
  const bare = name.replace(/\.$/, '')
  if (bare.length > 253 || (bare !== '' && !bare.split('.').every((label) => LABEL.test(label)))) {
    throw Object.assign(new Error(`“${name.slice(0, 80)}” is no name in DNS`), { code: 'EBADNAME' })
  }
  const id = randomInt(65_536)
  const flags = (recursive ? packet.RECURSION_DESIRED : 0) | (unchecked ? packet.CHECKING_DISABLED : 0)
  const bytes = packet.encode({
    type: 'query',
    id,
    flags,
    questions: [{ name: bare === '' ? '.' : bare, type }],
    additionals: [
      {
        type: 'OPT',
        name: '.',
        udpPayloadSize: UDP_SIZE,
        extendedRcode: 0,
        ednsVersion: 0,
        flags: signatures ? packet.DNSSEC_OK : 0,
        flag_do: signatures,
        options: [],
      },
    ],
  })
  return { id, bytes }
}

/** The answer to that question, or null when the bytes are none. */
export function decodeReply(bytes: Buffer, id: number, { name, type }: Question): Reply | null {
  let decoded: DecodedPacket & { flag_cd?: boolean }
  try {
    decoded = packet.decode(bytes)
  } catch {
    return null
  }
  if (decoded.id !== id || decoded.type !== 'response') return null
  const asked = decoded.questions?.[0]
  if (asked && (plainName(asked.name) !== plainName(name) || asked.type !== type)) return null
  const flags = decoded.flags ?? 0
  return {
    rcode: RCODES[flags & 0xf] ?? `RCODE${flags & 0xf}`,
    authoritative: (flags & packet.AUTHORITATIVE_ANSWER) !== 0,
    truncated: (flags & packet.TRUNCATED_RESPONSE) !== 0,
    recursion_available: (flags & packet.RECURSION_AVAILABLE) !== 0,
    authenticated: (flags & packet.AUTHENTIC_DATA) !== 0,
    answers: (decoded.answers ?? []).map(withPlainName),
    authorities: (decoded.authorities ?? []).map(withPlainName),
    edns: (decoded.additionals ?? []).some((one) => one.type === 'OPT'),
  }
}

function withPlainName(answer: Answer): Answer {
  return { ...answer, name: plainName(answer.name) }
}

/** Lower case, without the last dot: DNS does not tell them apart. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}
