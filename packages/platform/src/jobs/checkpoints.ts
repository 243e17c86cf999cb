import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'
import type { Checkpoint } from '@lasthash/scanner'
import type { Kysely, Selectable } from 'kysely'
import type { Logger } from 'pino'
import type { ScansTable, Schema } from '../db/schema.ts'

const EVERY = 5_000 // milliseconds between two that are kept: what is lost with a worker is asked for again
const MOST_KNOWN = 300_000 // addresses; a crawl that knows more is begun anew rather than written down every few seconds

const pack = promisify(deflate)
const unpack = promisify(inflate)

type Of = Pick<Selectable<ScansTable>, 'id' | 'organization_id'>

/** Where an earlier worker's crawl was; undefined where none was kept, or it cannot be read. */
export async function checkpointOf(database: Kysely<Schema>, { id }: Of, log: Logger): Promise<Checkpoint | undefined> {
  const row = await database
    .selectFrom('scan_checkpoints')
    .select('checkpoint')
    .where('scan_id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  try {
    return JSON.parse((await unpack(row.checkpoint)).toString('utf8')) as Checkpoint
  } catch (error) {
    log.warn({ err: error, scan: id }, 'a checkpoint cannot be read; the scan begins anew')
    return undefined
  }
}

/** Keeps checkpoints of a scan as they come: one at a time, the rest passed over. Never throws. */
export function keeperOf(
  database: Kysely<Schema>,
  { id: scan_id, organization_id }: Of,
  log: Logger,
  every = EVERY,
): (checkpoint: Checkpoint) => void {
  let next = 0
  let isBusy = false
  const keep = async (given: Checkpoint) => {
    const checkpoint = await pack(JSON.stringify(given))
    const updated_at = new Date()
    await database
      .insertInto('scan_checkpoints')
      .values({ scan_id, organization_id, checkpoint, updated_at })
      .onConflict((conflict) => conflict.column('scan_id').doUpdateSet({ checkpoint, updated_at }))
      .execute()
  }
  return (checkpoint) => {
    if (isBusy || Date.now() < next || checkpoint.crawl.known.length > MOST_KNOWN) return
    isBusy = true
    keep(checkpoint)
      .catch((error: unknown) => log.debug({ err: error, scan: scan_id }, 'a checkpoint could not be kept'))
      .finally(() => {
        isBusy = false
        next = Date.now() + every
      })
  }
}

/** In the transaction that ends the scan. */
export async function dropCheckpoint(trx: Kysely<Schema>, scanId: string): Promise<void> {
  await trx.deleteFrom('scan_checkpoints').where('scan_id', '=', scanId).execute()
}
