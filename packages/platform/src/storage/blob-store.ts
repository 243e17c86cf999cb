import type { Readable } from 'node:stream'
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

export type Content = Uint8Array | string | AsyncIterable<Uint8Array | string>

export interface StoredBlob {
  contentType: string
  /** Bytes. */
  size: number
  /** Read it to its end or destroy it. Fails with `StorageUnavailable` when the bytes cannot be had just now. */
  stream: Readable
}

export interface PutOptions {
  /** When it may go; left out: it is kept until it is removed. */
  expiresAt?: Date
  /** It goes with this scan. */
  scanId?: string
}

/**
 * Files of organisations, by name, such as `reports/rep_….pdf`. Each is the organisation's own: another one's is never found,
 * and all go with the organisation. Written to the database, so that it is safe once `put` resolves, whatever else is down;
 * with S3-compatible storage configured the bytes move there soon after.
 */
export interface BlobStore {
  /** Writes a file, in place of the one of that name: until all of it is there, readers get the old one. Throws what `content` throws. */
  put(
    organizationId: string,
    key: string,
    content: Content,
    contentType: string,
    options?: PutOptions,
  ): Promise<{ size: number }>
  /** Null: there is none. Throws `StorageUnavailable` when it is in storage that does not answer. */
  get(organizationId: string, key: string): Promise<StoredBlob | null>
  /** Whether there was one. In `trx` of the organisation or of the system, where given. */
  remove(organizationId: string, key: string, trx?: Kysely<Schema>): Promise<boolean>
}

/** The storage of the settings does not give or take a file just now; the message is one sentence that an operator understands. */
export class StorageUnavailable extends Error {}
