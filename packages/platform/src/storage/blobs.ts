import { Readable } from 'node:stream'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/client.ts'
import type { Schema } from '../db/schema.ts'
import type { BlobStore, Content, PutOptions, StoredBlob } from './blob-store.ts'
import { inChunks } from './chunks.ts'

const KEY = /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/ // safe as part of an object's name in any storage, and of a path

interface Row {
  id: string
  content_type: string
  size: number
  object: string | null
}

/** The files of organisations, in PostgreSQL, so that every replica sees them and row-level security holds. */
export class Blobs implements BlobStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async put(organization_id: string, key: string, content: Content, content_type: string, options: PutOptions = {}) {
    if (!KEY.test(key) || key.length > 300) throw new Error(`“${key}” is no name of a file.`)
    const db = this.#database.as(organization_id)
    const { id } = await db
      .insertInto('blobs')
      .values({
        organization_id,
        key,
        content_type,
        scan_id: options.scanId ?? null,
        expires_at: options.expiresAt ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    try {
      let [size, number] = [0, 0]
      for await (const bytes of inChunks(content)) {
        await db.insertInto('blob_chunks').values({ blob_id: id, number: number++, organization_id, bytes }).execute()
        size += bytes.length
      }
      await db.transaction().execute(async (trx) => {
        // Of two that are written at once, the later one stays.
        await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${organization_id} ${key}`}, 1))`.execute(trx)
        await this.remove(organization_id, key, trx)
        const written = await trx.updateTable('blobs').set({ size }).where('id', '=', id).executeTakeFirst()
        if (written.numUpdatedRows === 0n) throw new Error(`${key} was removed while it was being written.`)
      })
      return { size }
    } catch (error) {
      // Where the database is away, housekeeping does it.
      await db
        .deleteFrom('blobs')
        .where('id', '=', id)
        .execute()
        .catch(() => {})
      throw error
    }
  }

  async get(organizationId: string, key: string): Promise<StoredBlob | null> {
    const row = await this.#find(organizationId, key)
    return (
      row && { contentType: row.content_type, size: row.size, stream: Readable.from(this.#chunks(organizationId, row)) }
    )
  }

  async remove(organizationId: string, key: string, trx: Kysely<Schema> = this.#database.as(organizationId)) {
    const { rows } = await sql<{ id: string }>`
      WITH removed AS (
        DELETE FROM blobs WHERE organization_id = ${organizationId} AND key = ${key} AND size IS NOT NULL RETURNING id, object
      ), doomed AS (
        UPDATE stored_objects SET doomed_at = now() FROM removed WHERE stored_objects.object = removed.object
      )
      SELECT id FROM removed
    `.execute(trx)
    return rows.length > 0
  }

  async #find(organizationId: string, key: string): Promise<Row | null> {
    const row = await this.#database
      .as(organizationId)
      .selectFrom('blobs')
      .select(['id', 'content_type', 'size', 'object'])
      .where('organization_id', '=', organizationId)
      .where('key', '=', key)
      .where('size', 'is not', null)
      .executeTakeFirst()
    return row ? { ...row, size: row.size! } : null
  }

  /** One statement a chunk: whoever reads slowly holds no connection. */
  async *#chunks(organizationId: string, { id, size }: Row): AsyncGenerator<Buffer> {
    const db = this.#database.as(organizationId)
    let sent = 0
    for (let number = 0; sent < size; number++) {
      const chunk = await db
        .selectFrom('blob_chunks')
        .select('bytes')
        .where('organization_id', '=', organizationId)
        .where('blob_id', '=', id)
        .where('number', '=', number)
        .executeTakeFirst()
      if (!chunk) throw new Error('The file was replaced or removed while it was being read.')
      sent += chunk.bytes.length
      yield chunk.bytes
    }
  }
}
