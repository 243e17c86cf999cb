import type { Selectable } from 'kysely'
import type { Database } from '../../db/client.ts'
import type { ScanStatus, ScansTable } from '../../db/schema.ts'
import { PROGRESS_CHANNEL } from '../../jobs/progress.ts'
import { findScan } from './store.ts'

/** Whether nothing more will happen to a scan. */
export function hasEnded(status: ScanStatus): boolean {
  return status === 'done' || status === 'failed' || status === 'canceled'
}

export interface Watch {
  /** Resolves when something happened to the scan since the last call, or after `milliseconds`, or when `signal` fires. */
  change(milliseconds: number, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** Waits for news of one scan. All watches of a process share the database client's one listening connection. */
export async function watchScan(database: Database, scanId: string): Promise<Watch> {
  let changed = false
  let wake = () => {}
  const tell = () => {
    changed = true
    wake()
  }
  const unlisten = await database.listen(PROGRESS_CHANNEL, (id) => id === scanId && tell(), { onReconnect: tell })
  return {
    async change(milliseconds, signal) {
      if (!changed && !signal.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>()
        const timer = setTimeout(resolve, milliseconds)
        wake = resolve
        signal.addEventListener('abort', wake, { once: true })
        await promise
        signal.removeEventListener('abort', wake)
        clearTimeout(timer)
      }
      changed = false
    },
    close: unlisten,
  }
}

/** The scan once it has ended, or as it is after `seconds`, or when the caller has gone. */
export async function waitForEnd(
  database: Database,
  scan: { organizationId: string; id: string },
  seconds: number,
  signal: AbortSignal,
): Promise<Selectable<ScansTable> | undefined> {
  const deadline = Date.now() + seconds * 1000
  const watch = await watchScan(database, scan.id)
  try {
    for (;;) {
      const present = await findScan(database.as(scan.organizationId), scan.organizationId, scan.id)
      const left = deadline - Date.now()
      if (!present || hasEnded(present.status) || left <= 0 || signal.aborted) return present
      // Behind the notification, a look now and then: a lost one must not cost the whole wait.
      await watch.change(Math.min(left, 2_000), signal)
    }
  } finally {
    await watch.close()
  }
}
