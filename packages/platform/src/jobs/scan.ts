import type { Checkpoint, PreviousScan, ScanEvent, ScanType } from '@lasthash/scanner'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { EnginePool } from '../engine/engine-pool.ts'
import { HEAP_LIMIT, type Loss } from '../engine/engine-process.ts'
import type { EngineRequest } from '../engine/messages.ts'
import type { EngineSettings } from '../resources/websites/settings.ts'
import { isVirtual, scanVirtual } from '../test-mode/targets.ts'
import type { Ending } from './end-scan.ts'
import type { Claim } from './take-turn.ts'
import { feedsFolder } from './update-feeds.ts'

/** Milliseconds after which a scan fails, whatever it is doing. The engine ends by itself, with what it has, well before. */
export const TIME_LIMITS: Record<ScanType, number> = { quick: 120_000, full: 900_000, active: 3_900_000 }

export interface RunOptions {
  config: Pick<Config, 'allowPrivate' | 'dnsServers' | 'rdapBootstrap' | 'dataFolder'>
  engine: EnginePool
  /** Stops all traffic at once. */
  signal: AbortSignal
  onEvent: (event: ScanEvent) => void
  log: Logger
  /** What earlier scans of the website saw. */
  previous?: PreviousScan
  /** How the website is to be scanned. */
  settings?: EngineSettings
  /** Where an earlier worker's crawl was, and what keeps where this one is. */
  resume?: Checkpoint | undefined
  onCheckpoint?: (checkpoint: Checkpoint) => void
  /** Milliseconds; by default those of the scan's type. */
  timeLimit?: number
}

/** Runs a scan and tells how it came out. Never rejects. */
export async function runScan({ scan: { id, url, scan_type } }: Claim, options: RunOptions): Promise<Ending> {
  const { config, engine, signal, onEvent, log, timeLimit = TIME_LIMITS[scan_type] } = options
  if (isVirtual(url)) return await scanVirtual(url, scan_type, signal)
  const request: EngineRequest = {
    ...options.settings,
    url,
    type: scan_type,
    scanId: id,
    allowPrivate: config.allowPrivate,
    dnsServers: config.dnsServers.length > 0 ? config.dnsServers : undefined,
    rdapBootstrap: config.rdapBootstrap,
    feeds: feedsFolder(config),
    previous: options.previous,
    ...(options.resume && { resume: options.resume }),
  }
  const { onCheckpoint } = options
  const outcome = await engine.run(request, { signal, onEvent, ...(onCheckpoint && { onCheckpoint }) }, timeLimit)
  switch (outcome.kind) {
    case 'done':
    case 'stopped':
      return outcome
    case 'late':
      return failed('time_limit', `The scan did not end within ${timeLimit / 1000} s.`)
    case 'refused':
      return failed(outcome.code, outcome.message)
    case 'broken':
      log.error({ err: outcome, scan: id }, 'a scan broke off')
      return { ...failed('internal_error', BROKEN), fault: true }
    case 'lost':
      log.error({ why: outcome.why, scan: id }, 'a scan lost its process')
      return LOST[outcome.why]
  }
}

const failed = (code: string, message: string) => ({ kind: 'failed' as const, error: { code, message } })

const BROKEN = 'The scan broke off by a fault of ours.'

/** What takes the engine's process with it, would do so the next time too; unless somebody else ended that process. */
const LOST: Record<Loss, Ending> = {
  memory: failed('out_of_memory', `The website needs more than the ${HEAP_LIMIT} MB of memory that a scan may have.`),
  silence: failed('scan_stuck', 'Something on the website kept the scan busy without an end, so it was ended.'),
  death: { ...failed('internal_error', BROKEN), fault: true },
}
