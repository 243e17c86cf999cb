import { KEY_ID, makeKey, type PublishedKey } from '@lasthash/bundle'
import { rfc3339 } from '@lasthash/scanner'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { Schema, SigningKeysTable } from '../../db/schema.ts'
import type { Secrets } from '../../secrets.ts'

export type SigningKeyRow = Selectable<SigningKeysTable>

/** Newest first; there are few. */
export function listSigningKeys(db: Kysely<Schema>, organizationId: string): Promise<SigningKeyRow[]> {
  return db
    .selectFrom('signing_keys')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('created_at', 'desc')
    .execute()
}

/** The one that signs now; made when there is none yet. */
export async function presentKey(
  db: Kysely<Schema>,
  secrets: Pick<Secrets, 'seal'>,
  organizationId: string,
): Promise<SigningKeyRow> {
  const present = () =>
    db
      .selectFrom('signing_keys')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('retired_at', 'is', null)
      .executeTakeFirst()
  const found = await present()
  if (found) return found
  const { kid, x, privateKey } = makeKey()
  await db
    .insertInto('signing_keys')
    .values({
      id: kid,
      organization_id: organizationId,
      public_key: x,
      private_key: secrets.seal(privateKey),
      created_at: wholeSeconds(),
    })
    // Somebody else has made one in this moment.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await present())!
}

/** The present key signs nothing any more; what it has signed is verified by it as before. */
export async function retirePresent(db: Kysely<Schema>, organizationId: string): Promise<void> {
  await db
    .updateTable('signing_keys')
    .set({ retired_at: wholeSeconds() })
    .where('organization_id', '=', organizationId)
    .where('retired_at', 'is', null)
    .execute()
}

/** By its name, of whichever organisation: what anybody may know of it. */
export async function publishedKey(db: Kysely<Schema>, kid: string): Promise<PublishedKey | undefined> {
  if (!KEY_ID.test(kid)) return undefined
  const { rows } = await sql<{
    id: string
    public_key: string
    created_at: Date
    retired_at: Date | null
    organization_id: string
    organization_name: string
  }>`SELECT * FROM published_signing_key(${kid})`.execute(db)
  const [row] = rows
  if (!row) return undefined
  return {
    kty: 'OKP',
    crv: 'Ed25519',
    x: row.public_key,
    kid: row.id,
    created_at: rfc3339(row.created_at),
    retired_at: row.retired_at && rfc3339(row.retired_at),
    organization: { id: row.organization_id, name: row.organization_name },
  }
}

/** As it is published, so that what is signed in the second of the change counts. */
function wholeSeconds(): Date {
  return new Date(Math.floor(Date.now() / 1_000) * 1_000)
}
