import type { Scope } from './evaluate.ts'
import type {
  BrowserPage,
  CrawlState,
  Evidence,
  EvidenceName,
  Leads,
  Page,
  ScanType,
  Script,
  ScriptLeads,
} from './evidence.ts'
import type { Net } from './net/net.ts'

/**
 * Where a source hands in the pages and scripts that it comes upon. Each is judged at once and then forgotten; what comes
 * back is where it leads. Waiting for that before going on is what keeps memory flat.
 */
export interface Intake {
  page(page: Page): Promise<Leads>
  script(script: Script): Promise<ScriptLeads>
  browser(page: BrowserPage): Promise<void>
  /** A script file of the website that a page loads, and that gave no answer or was not asked for. */
  missed(script: string): void
  /** Where an earlier run of this crawl was when it ended untimely; null for a new one. */
  readonly resumed: CrawlState | null
  /** Hands in where the crawl is, so that it can be gone on with after a crash. To be called now and then. */
  checkpoint(state: CrawlState): void
}

/** Brings one kind of evidence from the network. Throws `Unavailable` with a reason when it cannot be had. */
export interface Gatherer<N extends EvidenceName = EvidenceName> {
  kind: 'gather'
  name: N
  needs: readonly EvidenceName[]
  scans: readonly ScanType[]
  /** What it hands in besides, piece by piece: checks that need it are done when this source is. */
  feeds: readonly Scope[]
  /** It keeps the time by itself, and when the scan's is over it gives what it has; others are given up on. */
  patient: boolean
  gather: (net: Net, evidence: never, intake: Intake) => Promise<Evidence[N]>
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
  feeds?: readonly Scope[]
  patient?: boolean
  gather: (net: Net, evidence: Pick<Evidence, D>, intake: Intake) => Promise<Evidence[N]>
}): Gatherer {
  return { kind: 'gather', feeds: [], patient: false, ...definition } as unknown as Gatherer
}

export function defineDerivation<N extends EvidenceName, const D extends EvidenceName>(definition: {
  name: N
  needs: readonly D[]
  derive: (evidence: Pick<Evidence, D>) => Evidence[N]
}): Derivation {
  return { kind: 'derive', ...definition } as unknown as Derivation
}
