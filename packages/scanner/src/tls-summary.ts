import { groupNamed } from '../data/tls-groups.ts'
import type { TlsGrade } from './derive/tls_grade.ts'
import { EvidenceBook, type Gathered } from './evaluate.ts'
import type { HandshakesEvidence } from './net/handshake/evidence.ts'
import { VERSIONS } from './net/handshake/versions.ts'
import { sources } from './sources.ts'

/** The full picture of a server's TLS: every version, suite and group that it accepts, and the grade that SSL Labs would give. */
export interface TlsCoverage {
  grade: TlsGrade['grade'] | null
  /** 0 to 100 by SSL Labs' guide, before any cap. */
  score: number | null
  parts: TlsGrade['parts'] | null
  /** What kept the grade from being better. */
  because: string[]
  /** Newest first; suites in the server's order where it has one. */
  versions: {
    version: string
    order: 'server' | 'client' | null
    suites: { name: string; group: string | null; key_bits: number | null }[]
    complete: boolean
  }[]
  groups: string[]
  /** A key exchange that quantum computers would not break, such as `X25519MLKEM768`, or null. */
  post_quantum: string | null
  alpn: string[]
  sessions: HandshakesEvidence['sessions']
  server_name: HandshakesEvidence['server_name']
  stapled: boolean
}

/** Null where no handshake was had. */
export function tlsCoverage(gathered: Gathered): TlsCoverage | null {
  if (!gathered.handshakes?.ok) return null
  const handshakes = gathered.handshakes.value
  const graded = gradeOf(gathered)
  const groups = [...new Set([...handshakes.groups.tls13, ...handshakes.groups.other])]
  return {
    grade: graded?.grade ?? null,
    score: graded?.score ?? null,
    parts: graded?.parts ?? null,
    because: [...(graded?.because ?? [])],
    versions: [
      ...VERSIONS.filter((version) => handshakes.versions[version].accepted)
        .reverse()
        .map((version) => {
          const { order, suites, complete } = handshakes.versions[version]
          return { version: version as string, order, suites: suites.map(withoutCode), complete }
        }),
      ...(handshakes.ssl2 ? [ssl2Of(handshakes.ssl2)] : []),
    ],
    groups,
    post_quantum: groups.find((name) => groupNamed(name)?.kind === 'hybrid') ?? null,
    alpn: [...handshakes.alpn],
    sessions: handshakes.sessions,
    server_name: handshakes.server_name,
    stapled: handshakes.staple !== null,
  }
}

function gradeOf(gathered: Gathered): TlsGrade | null {
  try {
    const settled = new EvidenceBook(gathered, sources).get('tls_grade')
    return settled.ok ? (settled.value as TlsGrade) : null
  } catch {
    return null // a chain that no parser can read leaves the rest as it is
  }
}

function withoutCode({ name, group, key_bits }: HandshakesEvidence['versions']['SSLv3']['suites'][number]) {
  return { name, group, key_bits }
}

function ssl2Of({ kinds }: { kinds: readonly string[] }): TlsCoverage['versions'][number] {
  const suites = kinds.map((name) => ({ name, group: null, key_bits: null }))
  return { version: 'SSLv2', order: null, suites, complete: true }
}
