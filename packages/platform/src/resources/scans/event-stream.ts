import { Readable } from 'node:stream'
import type { Context } from '../../context.ts'
import { type Watch, watchProgress } from '../../jobs/watch-progress.ts'
import { toScan } from './schema.ts'
import { findScan, progressAfter, type Scan } from './store.ts'
import { hasEnded } from './watch.ts'

const HEARTBEAT_MS = 15_000 // proxies cut connections that are silent for longer
const BATCH = 500 // events read at once
const RETRY_MS = 1_000 // how soon a client comes back after a cut

const FINAL = { done: 'scan.completed', failed: 'scan.failed', canceled: 'scan.canceled' } as const

export interface Watched {
  context: Context
  organizationId: string
  publicUrl: string
  scanId: string
  /** The number of the last event that the client has. */
  after: number
  signal: AbortSignal
}

/**
 * A scan's progress as Server-Sent Events (WHATWG HTML section 9.2): `scan.queued` or `scan.started` with the scan as it is,
 * then `source`, `check` and `finding` with their numbers as ids, and at last `scan.completed`, `scan.failed` or
 * `scan.canceled` with the scan. Undefined when the client has the last of them already: it need not come back.
 */
export async function eventStream(watched: Watched, scan: Scan): Promise<Readable | undefined> {
  if (hasEnded(scan.status) && watched.after > 0) {
    const rest = await progress(watched, watched.after - 1)
    if (rest.length === 0 || rest.at(-1)!.seq < watched.after) return undefined
  }
  return Readable.from(told(watched, scan), { objectMode: false, highWaterMark: 65_536 })
}

async function* told(watched: Watched, scan: Scan): AsyncGenerator<string> {
  const { context, organizationId, publicUrl, scanId, signal } = watched
  const watch = await watchProgress(context.database, scanId)
  try {
    let last = watched.after
    let status: Scan['status'] | undefined
    yield `retry: ${RETRY_MS}\n\n`
    for (let present: Scan | undefined = scan; present && !signal.aborted; ) {
      if (present.status !== status) {
        status = present.status
        const body = toScan(present, publicUrl)
        if (status === 'queued') yield message({ type: 'scan.queued', data: body })
        if (status === 'running') yield message({ type: 'scan.started', data: body })
      }
      // Read after the status, so that an end is told after all that led to it.
      for (let rows = await progress(watched, last); rows.length > 0; rows = await progress(watched, last)) {
        for (const { seq, type, data } of rows) yield message({ id: seq, type, data })
        last = rows.at(-1)!.seq
        if (rows.length < BATCH) break
      }
      if (hasEnded(present.status)) {
        const type = FINAL[present.status as keyof typeof FINAL]
        yield message({ id: last + 1, type, data: toScan(present, publicUrl) })
        return
      }
      yield* quiet(watch, signal)
      present = await findScan(context.database.as(organizationId), organizationId, scanId)
    }
  } finally {
    await watch.close()
  }
}

async function* quiet(watch: Watch, signal: AbortSignal): AsyncGenerator<string> {
  const began = Date.now()
  await watch.change(HEARTBEAT_MS, signal)
  if (Date.now() - began >= HEARTBEAT_MS) yield ': still here\n\n'
}

function progress({ context, organizationId, scanId }: Watched, after: number) {
  return progressAfter(context.database.as(organizationId), organizationId, scanId, after, BATCH)
}

function message({ id, type, data }: { id?: number; type: string; data: unknown }): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`
}
