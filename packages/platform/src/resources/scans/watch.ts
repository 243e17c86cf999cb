import type { Selectable } from 'kysely'
import type { Database } from '../../db/client.ts'
import type { ScanStatus, ScansTable } from '../../db/schema.ts'
import { watchProgress } from '../../jobs/watch-progress.ts'
import { findScan } from './store.ts'

/** Whether nothing more will happen to a scan. */
export function hasEnded(status: ScanStatus): boolean {
  return status === 'done' || status === 'failed' || status === 'canceled'
}

/** The scan once it has ended, or as it is after `seconds`, or when the caller has gone. */
export async function waitForEnd(
  database: Database,
  scan: { organizationId: string; id: string },
  seconds: number,
  signal: AbortSignal,
): Promise<Selectable<ScansTable> | undefined> {
  const deadline = Date.now() + seconds * 1000
  const watch = await watchProgress(database, scan.id)
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
