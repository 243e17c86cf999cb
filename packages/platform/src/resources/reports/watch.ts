import type { Database } from '../../db/client.ts'
import { watchProgress } from '../../jobs/watch-progress.ts'
import type { ReportRow } from './schema.ts'
import { findReport } from './store.ts'

/** The report once it is made, or could not be, or as it is after `seconds`, or when the caller has gone. */
export async function waitForReport(
  database: Database,
  { organizationId, id }: { organizationId: string; id: string },
  seconds: number,
  signal: AbortSignal,
): Promise<ReportRow | undefined> {
  const deadline = Date.now() + seconds * 1000
  const watch = await watchProgress(database, id)
  try {
    for (;;) {
      const present = await findReport(database.as(organizationId), organizationId, id)
      const left = deadline - Date.now()
      const over = present?.status === 'done' || present?.status === 'failed'
      if (!present || over || left <= 0 || signal.aborted) return present
      await watch.change(Math.min(left, 2_000), signal)
    }
  } finally {
    await watch.close()
  }
}
