import { type SuiteTraits, traitsOf } from '../cipher-suite.ts'
import type { AcceptedSuite, HandshakesEvidence } from '../net/handshake/evidence.ts'
import { VERSIONS, type Version } from '../net/handshake/versions.ts'

export interface SuiteInUse extends AcceptedSuite {
  version: Version
  traits: SuiteTraits
}

/** Every suite that the server accepts, oldest version first. */
export function suitesInUse({ versions }: Pick<HandshakesEvidence, 'versions'>): SuiteInUse[] {
  return VERSIONS.flatMap((version) =>
    versions[version].suites.map((suite) => ({ ...suite, version, traits: traitsOf(suite.name) })),
  )
}

/** Names, each once, as a finding quotes them. */
export function namesOf(suites: readonly SuiteInUse[]): string {
  return [...new Set(suites.map(({ name }) => name))].join(', ')
}

/** The newest version that the server speaks, or null. */
export function newestOf({ versions }: Pick<HandshakesEvidence, 'versions'>): Version | null {
  return VERSIONS.findLast((version) => versions[version].accepted) ?? null
}
