import { Readable } from 'node:stream'
import { type Kysely, type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import type { Database } from '../db/client.ts'
import type { BlobsTable, Schema } from '../db/schema.ts'
import { type BlobStore, type Content, type PutOptions, StorageUnavailable, type StoredBlob } from './blob-store.ts'
import { CHUNK, inChunks } from './chunks.ts'
import type { ObjectStorage } from './object-storage.ts'

const KEY = /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/ // safe as part of an object's name in any storage, and of a path

/** How often a file may move while it is read: each time it may be read on from there. */
const MOVES = 4

interface Row {
  id: string
  content_type: string
  size: number
  object: string | null
}

/**
 * The files of organisations, in PostgreSQL, so that every replica sees them and row-level security holds; and in
 * `storage`, where it has been configured, as soon as they have been moved there (jobs/file-keeper.ts).
 */
export class Blobs implements BlobStore {
  readonly #database: Database
  readonly #storage: ObjectStorage | undefined

  constructor(database: Database, storage?: ObjectStorage) {
    this.#database = database
    this.#storage = storage
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
    const row = await this.#find(organizationId, (query) => query.where('key', '=', key))
    if (!row) return null
    const pieces = this.#read(organizationId, row)
    // Asked for now, so that storage that does not answer is an error here, and not in the midst of an answer.
    const first = await pieces.next()
    const stream = Readable.from(first.done ? [] : chain(first.value, pieces), { objectMode: false })
    return { contentType: row.content_type, size: row.size, stream }
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

  async #find(organizationId: string, which: (query: Query) => Query): Promise<Row | null> {
    const query = this.#database
      .as(organizationId)
      .selectFrom('blobs')
      .select(['id', 'content_type', 'size', 'object'])
      .where('organization_id', '=', organizationId)
      .where('size', 'is not', null)
    const row = await which(query).executeTakeFirst()
    return row ? { ...row, size: row.size! } : null
  }

  /** The bytes of one file, also where it is moved while it is being read. */
  async *#read(organizationId: string, found: Row): AsyncGenerator<Buffer> {
    let sent = 0
    let row: Row | null = found
    for (let moves = 0; row && moves < MOVES; moves++) {
      for await (const bytes of row.object === null
        ? chunksOf(this.#database.as(organizationId), row, sent)
        : this.#open(row.object, sent)) {
        sent += bytes.length
        yield bytes
      }
      if (sent === found.size) return
      row = await this.#find(organizationId, (query) => query.where('id', '=', found.id))
    }
    throw new Error('The file was replaced or removed while it was being read.')
  }

  #open(object: string, from: number): AsyncGenerator<Buffer> {
    if (!this.#storage) {
      throw new StorageUnavailable(
        'The file is in S3 storage, and no S3 storage is configured: set LASTHASH_S3_ENDPOINT and its like to where it was.',
      )
    }
    return this.#storage.get(object, from)
  }
}

type Query = SelectQueryBuilder<
  Schema,
  'blobs',
  Pick<Selectable<BlobsTable>, 'id' | 'content_type' | 'size' | 'object'>
>

async function* chain(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}

/** A file's bytes from `from` on, as far as they are in the database. One statement a chunk: whoever reads slowly holds no connection. */
export async function* chunksOf(
  db: Kysely<Schema>,
  { id, size }: { id: string; size: number },
  from = 0,
): AsyncGenerator<Buffer> {
  for (let number = Math.floor(from / CHUNK), skip = from % CHUNK; number * CHUNK < size; number++, skip = 0) {
    const chunk = await db
      .selectFrom('blob_chunks')
      .select('bytes')
      .where('blob_id', '=', id)
      .where('number', '=', number)
      .executeTakeFirst()
    if (!chunk) return
    yield chunk.bytes.subarray(skip)
  }
}
