import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/client.ts'
import type { Schema } from '../db/schema.ts'
import { StorageUnavailable } from '../storage/blob-store.ts'
import { chunksOf } from '../storage/blobs.ts'
import { inChunks } from '../storage/chunks.ts'
import type { ObjectStorage } from '../storage/object-storage.ts'
import { isOfOneObject } from '../storage/storage-errors.ts'

const BATCH = 50 // files asked for at once

/** Longer than any upload takes: an object that nothing points to by then was never finished. */
const ORPHAN_AGE = '1 day'

interface Moving {
  id: string
  organization_id: string
  key: string
  content_type: string
  size: number
  object: string | null
}

/**
 * Moves all files to where the settings want them. A file's row says where it is, and says so in one transaction with the
 * bytes: whatever is killed in between, it is there or here. Throws `StorageUnavailable` at once when the storage cannot be
 * used, and at the end when it would not take some of them.
 */
export async function moveFiles(
  database: Database,
  storage: ObjectStorage,
  wanted: 'database' | 's3',
  signal?: AbortSignal,
): Promise<void> {
  let refused: unknown
  let last = '00000000-0000-0000-0000-000000000000'
  while (!signal?.aborted) {
    const found = (await database.system
      .selectFrom('blobs')
      .select(['id', 'organization_id', 'key', 'content_type', 'size', 'object'])
      .where('object', wanted === 's3' ? 'is' : 'is not', null)
      .where('size', 'is not', null)
      .where('id', '>', last)
      .orderBy('id')
      .limit(BATCH)
      .execute()) as Moving[]
    for (const blob of found) {
      if (signal?.aborted) return
      try {
        await (wanted === 's3' ? moveOut(database, storage, blob) : moveIn(database, storage, blob))
      } catch (error) {
        if (!isOfOneObject((error as Error).cause)) throw error
        refused = error
      }
    }
    if (found.length < BATCH) break
    last = found.at(-1)!.id
  }
  if (refused) throw refused
}

async function moveOut({ system }: Database, storage: ObjectStorage, blob: Moving): Promise<void> {
  // A name of its own for each try: two processes never write over each other, and what was committed is never touched again.
  const object = storage.newName(blob)
  const { organization_id } = blob
  // Before there is anything: so that whatever becomes of this process, it is known what to sweep.
  await system.insertInto('stored_objects').values({ object, organization_id }).execute()
  try {
    await storage.put(object, chunksOf(system, blob), blob.size, blob.content_type)
  } catch (error) {
    const present = await system.selectFrom('blobs').select('object').where('id', '=', blob.id).executeTakeFirst()
    // Removed, or moved by another process: then its bytes were no longer there to be read.
    if (!present || present.object !== null) return
    throw error
  }
  await system.transaction().execute(async (trx) => {
    // Held, so that it is not swept at this very moment.
    const known =
      await sql`SELECT FROM stored_objects WHERE object = ${object} AND doomed_at IS NULL FOR UPDATE`.execute(trx)
    if (known.rows.length === 0) return
    const moved =
      await sql`UPDATE blobs SET object = ${object} WHERE id = ${blob.id} AND object IS NULL RETURNING id`.execute(trx)
    if (moved.rows.length > 0) await trx.deleteFrom('blob_chunks').where('blob_id', '=', blob.id).execute()
    else await doom(trx, object)
  })
}

async function moveIn({ system }: Database, storage: ObjectStorage, blob: Moving): Promise<void> {
  const { id: blob_id, organization_id } = blob
  const object = blob.object!
  await system.transaction().execute(async (trx) => {
    const held =
      await sql`SELECT FROM blobs WHERE id = ${blob_id} AND object = ${object} FOR NO KEY UPDATE SKIP LOCKED`.execute(
        trx,
      )
    if (held.rows.length === 0) return
    let [number, size] = [0, 0]
    for await (const bytes of inChunks(storage.get(object))) {
      await trx.insertInto('blob_chunks').values({ blob_id, number: number++, organization_id, bytes }).execute()
      size += bytes.length
    }
    if (size !== blob.size) throw new StorageUnavailable(`The object ${object} has ${size} of ${blob.size} bytes.`)
    await trx.updateTable('blobs').set({ object: null }).where('id', '=', blob_id).execute()
    await doom(trx, object)
  })
}

async function doom(db: Kysely<Schema>, object: string): Promise<void> {
  await sql`UPDATE stored_objects SET doomed_at = now() WHERE object = ${object}`.execute(db)
}

/** Marks the objects that nothing points to, as after a deleted website or a process that was killed while it uploaded. */
export async function findOrphans({ system }: Database): Promise<void> {
  await sql`
    UPDATE stored_objects SET doomed_at = now()
    WHERE doomed_at IS NULL AND created_at < now() - ${ORPHAN_AGE}::interval
      AND NOT EXISTS (SELECT FROM blobs WHERE blobs.object = stored_objects.object)
  `.execute(system)
}

/** Removes the objects that are needed no more. Throws `StorageUnavailable`. */
export async function sweepObjects({ system }: Database, storage: ObjectStorage, signal?: AbortSignal): Promise<void> {
  let isMore = true
  while (isMore && !signal?.aborted) {
    isMore = await system.transaction().execute(async (trx) => {
      const { rows } = await sql<{ object: string; unfinished: boolean }>`
        SELECT object, doomed_at - created_at > ${ORPHAN_AGE}::interval AS unfinished FROM stored_objects
        WHERE doomed_at IS NOT NULL ORDER BY doomed_at LIMIT 1 FOR UPDATE SKIP LOCKED`.execute(trx)
      const [row] = rows
      if (!row) return false
      const used = await sql`SELECT FROM blobs WHERE object = ${row.object}`.execute(trx)
      if (used.rows.length > 0) {
        await sql`UPDATE stored_objects SET doomed_at = NULL WHERE object = ${row.object}`.execute(trx)
      } else {
        await storage.remove(row.object, { parts: row.unfinished })
        await trx.deleteFrom('stored_objects').where('object', '=', row.object).execute()
      }
      return true
    })
  }
}
