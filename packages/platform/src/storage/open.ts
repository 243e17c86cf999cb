import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Database } from '../db/client.ts'
import { StorageUnavailable } from './blob-store.ts'
import type { ObjectStorage } from './object-storage.ts'

/**
 * The S3-compatible storage of the settings, after a look whether it may be used; undefined where none is configured. One that
 * is away is no reason not to start. Throws `StartError` where a setting is at fault.
 */
export async function openStorage(
  { s3 }: Config,
  { system }: Database,
  log: Logger,
): Promise<ObjectStorage | undefined> {
  if (s3) {
    const { ObjectStorage } = await import('./object-storage.ts')
    const storage = new ObjectStorage(s3)
    try {
      await storage.check()
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) {
        await storage.close()
        throw error
      }
      log.warn(`${error.message} Files stay in the database until it can be used.`)
    }
    return storage
  }
  const left = await system
    .selectFrom('blobs')
    .select('key')
    .where('object', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (left) {
    log.warn(
      'Some files are in S3 storage, and none is configured: they cannot be read. Set LASTHASH_S3_ENDPOINT and its like to where they are, and LASTHASH_STORAGE=database to have them moved back.',
    )
  }
  return undefined
}
