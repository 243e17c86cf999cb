import type { Context } from '../../packages/platform/src/context.ts'
import { newId } from '../../packages/platform/src/identifier.ts'
import { ScanWorker } from '../../packages/platform/src/jobs/scan-worker.ts'
import { acceptMany } from '../../packages/platform/test/scans.ts'
import { until } from '../../packages/platform/test/until.ts'

export interface Queue {
  /** Organisations with `scansOfSmall` waiting scans each. */
  small: number
  scansOfSmall: number
  limitOfSmall: number
  /** Waiting scans of one more organisation. */
  scansOfBig: number
  limitOfBig: number
  /** Three in all, each with so many slots. */
  slots: number
  url: string
}

export interface Course {
  /** Median, over the small ones' scans, of how many scans had begun before. */
  medianRank: number
  /** Milliseconds from the workers' start until the small ones' scans began, the median. */
  medianWait: number
  /** Most scans of one organisation that ran at one moment beyond its limit: 0 when it was kept. */
  over: number
  /** Scans that are not done. */
  left: number
}

const WORKERS = 3

/** Queues all scans, then lets three workers run them. */
export async function runQueue(context: Context, queue: Queue, patience: number): Promise<Course> {
  const { system } = context.database
  const organization = async (concurrent_scans: number) => {
    const id = newId('org')
    await system.insertInto('organizations').values({ id, name: 'Fair', plan: 'pro', concurrent_scans }).execute()
    return { id, limit: concurrent_scans }
  }
  const big = queue.scansOfBig > 0 ? [await organization(queue.limitOfBig)] : []
  // The big one's come first: whoever serves by age alone shows it.
  for (const { id } of big) await acceptMany(context, id, { url: queue.url }, queue.scansOfBig)
  const small = await Promise.all(Array.from({ length: queue.small }, () => organization(queue.limitOfSmall)))
  for (const { id } of small) await acceptMany(context, id, { url: queue.url }, queue.scansOfSmall)

  const workers = Array.from({ length: WORKERS }, () => new ScanWorker(context, { slots: queue.slots }))
  const began = Date.now()
  for (const worker of workers) await worker.start()
  const organizations = [...big, ...small]
  const ids = organizations.map(({ id }) => id)
  const scans = () =>
    system
      .selectFrom('scans')
      .select(['organization_id', 'status', 'started_at', 'completed_at'])
      .where('organization_id', 'in', ids)
      .execute()
  const total = queue.scansOfBig + queue.small * queue.scansOfSmall
  try {
    await until(async () => (await scans()).filter(({ status }) => status === 'done').length === total, patience)
  } finally {
    await Promise.all(workers.map((worker) => worker.stop(0)))
  }
  const rows = (await scans()).sort((a, b) => a.started_at!.getTime() - b.started_at!.getTime())
  const isSmall = new Set(small.map(({ id }) => id))
  const ranks = rows.flatMap((row, rank) => (isSmall.has(row.organization_id) ? [rank] : []))
  const waits = rows
    .filter((row) => isSmall.has(row.organization_id))
    .map(({ started_at }) => started_at!.getTime() - began)
  const over = organizations.map(({ id, limit }) => overlap(rows.filter((row) => row.organization_id === id)) - limit)
  return {
    medianRank: median(ranks),
    medianWait: median(waits),
    over: Math.max(0, ...over),
    left: total - rows.filter(({ status }) => status === 'done').length,
  }
}

/** The most scans that ran at one moment, by their own times. */
function overlap(scans: { started_at: Date | null; completed_at: Date | null }[]): number {
  const moments = scans.flatMap(({ started_at, completed_at }) => [
    { at: started_at!.getTime(), step: 1 },
    { at: completed_at!.getTime(), step: -1 },
  ])
  let [now, most] = [0, 0]
  // An end and a beginning within one millisecond: the end made room for the beginning.
  for (const { step } of moments.sort((a, b) => a.at - b.at || a.step - b.step)) {
    now += step
    most = Math.max(most, now)
  }
  return most
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
