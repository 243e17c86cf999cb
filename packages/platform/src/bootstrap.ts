import { type Kysely, sql } from 'kysely'
import type { Context } from './context.ts'
import type { Schema } from './db/schema.ts'
import { newApiKey } from './http/api-key.ts'
import { ALL_SCOPES } from './http/scopes.ts'
import { newId } from './identifier.ts'
import type { Secrets } from './secrets.ts'
import { StartError } from './start-error.ts'

const LOCK = 4_867_120_332 // any number of our own: replicas that start together take turns on it
const SETTING_KEY_ID = 'key_setting' // the key that LASTHASH_API_KEY gives; another value replaces it

/**
 * Makes the default organisation at the first start. Throws `StartError` when this process has another secret than the
 * installation. Any number of processes may do it at once.
 */
export async function makeDefaultOrganization({
  database,
  secrets,
}: Pick<Context, 'database' | 'secrets'>): Promise<string> {
  return await takingTurns(database.system, async (trx) => {
    const secret_check = secrets.hashApiKey('installation')
    const found = await trx.selectFrom('installation').selectAll().executeTakeFirst()
    if (found && !found.secret_check.equals(secret_check)) {
      throw new StartError(
        'LASTHASH_SECRET is not the one that this database was set up with, so no API key and no stored secret could be read: give every process the same LASTHASH_SECRET, or the data folder that holds it.',
      )
    }
    if (found) return found.default_organization_id
    const id = newId('org')
    await trx.insertInto('organizations').values({ id, name: 'Default', plan: 'enterprise' }).execute()
    await trx.insertInto('installation').values({ secret_check, default_organization_id: id }).execute()
    return id
  })
}

/**
 * Sees to it that the default organisation can be used: by the key of the setting, with every scope, or else by a key that
 * is made when there is none at all. Gives that new key, which is readable here and now only; otherwise null.
 */
export async function makeFirstKey(context: Context, organizationId: string): Promise<string | null> {
  const { config, database, secrets } = context
  return await takingTurns(database.system, async (trx) => {
    if (config.apiKey) {
      await putSettingKey(trx, secrets, organizationId, config.apiKey)
      return null
    }
    const some = trx.selectFrom('api_keys').select('id').where('organization_id', '=', organizationId)
    if (await some.limit(1).executeTakeFirst()) return null
    const key = newApiKey('lh_live_')
    await trx
      .insertInto('api_keys')
      .values({ id: newId('key'), name: 'First key', prefix: 'lh_live_', ...about(secrets, organizationId, key) })
      .execute()
    return key
  })
}

async function putSettingKey(
  trx: Kysely<Schema>,
  secrets: Secrets,
  organizationId: string,
  key: string,
): Promise<void> {
  const values = about(secrets, organizationId, key)
  const renewed = { ...values, revoked_at: null, expires_at: null, updated_at: new Date() }
  // The setting may name a key that was made here before.
  const { numUpdatedRows } = await trx
    .updateTable('api_keys')
    .set(renewed)
    .where('hash', '=', values.hash)
    .where('id', '<>', SETTING_KEY_ID)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await trx
    .insertInto('api_keys')
    .values({ id: SETTING_KEY_ID, name: 'LASTHASH_API_KEY', prefix: '', ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(renewed))
    .execute()
}

function about(secrets: Secrets, organization_id: string, key: string) {
  return { organization_id, hash: secrets.hashApiKey(key), last_four: key.slice(-4), scopes: [...ALL_SCOPES] }
}

function takingTurns<T>(system: Kysely<Schema>, work: (trx: Kysely<Schema>) => Promise<T>): Promise<T> {
  return system.transaction().execute(async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(trx)
    return await work(trx)
  })
}
