import { coversSubdomain, type OwnershipMethod } from '@lasthash/scanner'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { Schema, WebsitesTable } from '../../db/schema.ts'

type Website = Selectable<WebsitesTable>

/** Chooses the way; the token stays the same for as long as the website is there, so that a change of mind costs nothing. */
export function chooseMethod(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  method: OwnershipMethod,
  newToken: string,
): Promise<Website | undefined> {
  return db
    .updateTable('websites')
    .set({ verification_method: method, verification_token: sql`coalesce(verification_token, ${newToken})` })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

/** The website of a parent name whose verification covers this one's, if there is one. */
export async function findCovering(
  db: Kysely<Schema>,
  organizationId: string,
  { id, origin }: Pick<Website, 'id' | 'origin'>,
): Promise<string | null> {
  const host = new URL(origin).hostname
  const labels = host.split('.')
  const parents = labels.map((_, index) => labels.slice(index).join('.')).filter((name) => coversSubdomain(name, host))
  if (parents.length === 0) return null
  const row = await db
    .selectFrom('websites')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('verified_at', 'is not', null)
    .where('id', '<>', id)
    .where(sql<boolean>`substring(origin from '^[a-z]+://([^/:]+)') = ANY (${parents})`)
    .orderBy('verified_at')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Writes down that the token was seen. */
export function markVerified(db: Kysely<Schema>, id: string, at: Date): Promise<Website> {
  return db
    .updateTable('websites')
    .set({
      verified_at: sql`coalesce(verified_at, ${at})`,
      verification_checked_at: at,
      verification_failing_since: null,
      verification_failure: null,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Writes down what was found instead. A verified website stays so; since when it fails is kept. */
export function markFailing(db: Kysely<Schema>, id: string, at: Date, failure: string): Promise<Website> {
  return db
    .updateTable('websites')
    .set({
      verification_checked_at: at,
      verification_failing_since: sql`CASE WHEN verified_at IS NULL THEN NULL ELSE coalesce(verification_failing_since, ${at}) END`,
      verification_failure: failure,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Takes the verification away. */
export function revoke(db: Kysely<Schema>, id: string): Promise<Website> {
  return db
    .updateTable('websites')
    .set({ verified_at: null, verification_failing_since: null })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Verified websites that nobody has looked at since `before`, longest unseen first, over all organisations. */
export function listToVerify(system: Kysely<Schema>, before: Date, most: number): Promise<Website[]> {
  return system
    .selectFrom('websites')
    .selectAll()
    .where('verified_at', 'is not', null)
    .where('verification_checked_at', '<', before)
    .orderBy('verification_checked_at')
    .limit(most)
    .execute()
}
