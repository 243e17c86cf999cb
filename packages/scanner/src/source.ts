import type { Evidence, EvidenceName, ScanType } from './evidence.ts'
import type { Net } from './net/net.ts'

/** Brings one kind of evidence from the network. Throws `Unavailable` with a reason when it cannot be had. */
export interface Gatherer<N extends EvidenceName = EvidenceName> {
  kind: 'gather'
  name: N
  needs: readonly EvidenceName[]
  scans: readonly ScanType[]
  gather: (net: Net, evidence: never) => Promise<Evidence[N]>
}

/** Makes one kind of evidence out of others, once, for all checks. Pure. */
export interface Derivation<N extends EvidenceName = EvidenceName> {
  kind: 'derive'
  name: N
  needs: readonly EvidenceName[]
  derive: (evidence: never) => Evidence[N]
}
export type Source = Gatherer | Derivation

export function defineGatherer<N extends EvidenceName, const D extends EvidenceName>(definition: {
  name: N
  needs: readonly D[]
  scans: readonly ScanType[]
  gather: (net: Net, evidence: Pick<Evidence, D>) => Promise<Evidence[N]>
}): Gatherer {
  return { kind: 'gather', ...definition } as unknown as Gatherer
}

export function defineDerivation<N extends EvidenceName, const D extends EvidenceName>(definition: {
  name: N
  needs: readonly D[]
  derive: (evidence: Pick<Evidence, D>) => Evidence[N]
}): Derivation {
  return { kind: 'derive', ...definition } as unknown as Derivation
}
