import { type PreviousScan, ScanError, type ScanEvent, type ScanType, scan } from '@lasthash/scanner'
import { openKnowledge } from '@lasthash/scanner/feeds/stored'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { isVirtual, scanVirtual } from '../test-mode/targets.ts'
import type { Ending } from './end-scan.ts'
import type { Claim } from './take-turn.ts'
import { feedsFolder } from './update-feeds.ts'

/** Milliseconds after which a scan fails, whatever it is doing. The engine ends by itself, with what it has, well before. */
export const TIME_LIMITS: Record<ScanType, number> = { quick: 120_000, full: 900_000, active: 3_900_000 }

export interface RunOptions {
  config: Pick<Config, 'allowPrivate' | 'dnsServers' | 'rdapBootstrap' | 'dataFolder'>
  /** Stops all traffic at once. */
  signal: AbortSignal
  onEvent: (event: ScanEvent) => void
  log: Logger
  /** What earlier scans of the website saw. */
  previous?: PreviousScan
  /** Milliseconds; by default those of the scan's type. */
  timeLimit?: number
}

/** Runs a scan and tells how it came out. Never rejects. */
export async function runScan({ scan: { id, url, scan_type } }: Claim, options: RunOptions): Promise<Ending> {
  const { config, signal, onEvent, log, timeLimit = TIME_LIMITS[scan_type] } = options
  if (isVirtual(url)) return await scanVirtual(url, scan_type, signal)
  const limit = AbortSignal.timeout(timeLimit)
  const detectedAt = new Map<string, Date>()
  try {
    const result = await scan({
      url,
      type: scan_type,
      scanId: id,
      allowPrivate: config.allowPrivate,
      dnsServers: config.dnsServers.length > 0 ? config.dnsServers : undefined,
      rdapBootstrap: config.rdapBootstrap,
      knowledge: openKnowledge(feedsFolder(config)),
      previous: options.previous,
      signal: AbortSignal.any([signal, limit]),
      onEvent(event) {
        if (event.type === 'finding') detectedAt.set(event.finding.fingerprint, new Date())
        onEvent(event)
      },
    })
    return signal.aborted ? { kind: 'stopped' } : { kind: 'done', result, detectedAt }
  } catch (error) {
    if (signal.aborted) return { kind: 'stopped' }
    if (limit.aborted) {
      const message = `The scan did not end within ${timeLimit / 1000} s.`
      return { kind: 'failed', error: { code: 'time_limit', message } }
    }
    if (error instanceof ScanError) {
      return { kind: 'failed', error: { code: error.code, message: error.message } }
    }
    log.error({ err: error, scan: id }, 'a scan broke off')
    const message = 'The scan broke off by a fault of ours.'
    return { kind: 'failed', error: { code: 'internal_error', message }, fault: true }
  }
}
