import type {
  Checkpoint,
  Recheck,
  RecheckOptions,
  ScanError,
  ScanEvent,
  ScanOptions,
  ScanResult,
} from '@lasthash/scanner'

/** Without what cannot be sent: callbacks, and the feeds, of which the folder is told. */
type Plain<T> = Omit<T, 'signal' | 'resolve' | 'knowledge' | `on${string}`> & { feeds: string }

/** A scan as plain data: what `scan` takes. */
export type EngineRequest = Plain<ScanOptions>
/** One finding that is looked at again, as plain data: what `recheck` takes. */
export type RecheckRequest = Plain<RecheckOptions>

/** To an engine process. `run` tells the scans of one process apart. */
export type ToEngine =
  | { kind: 'scan'; run: number; request: EngineRequest; wantsCheckpoints: boolean }
  | { kind: 'recheck'; run: number; request: RecheckRequest }
  | { kind: 'cancel'; run: number }

/** How a scan came out that the engine itself brought to its end. */
export type EngineEnding =
  | { kind: 'done'; result: ScanResult; detectedAt: ReadonlyMap<string, Date> }
  | { kind: 'rechecked'; recheck: Recheck }
  | { kind: 'refused'; code: ScanError['code']; message: string }
  /** A fault of ours. */
  | { kind: 'broken'; message: string; stack: string }

/** From an engine process. */
export type FromEngine =
  | { kind: 'ready' }
  /** Said every second: its event loop turns. */
  | { kind: 'alive' }
  /** The scan's traffic has stopped; its ending follows. */
  | { kind: 'canceled'; run: number }
  | { kind: 'events'; run: number; events: readonly ScanEvent[] }
  | { kind: 'checkpoint'; run: number; checkpoint: Checkpoint }
  | { kind: 'ended'; run: number; ending: EngineEnding }
