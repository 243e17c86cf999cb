import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../packages/platform/src/context.ts'
import { newApiKey } from '../../packages/platform/src/http/api-key.ts'
import { ALL_SCOPES } from '../../packages/platform/src/http/scopes.ts'
import { newId } from '../../packages/platform/src/identifier.ts'

export interface Seeded {
  organizationId: string
  key: string
  /** The id of the newest scan. */
  newest: string
  /** The id of one with as many before as after it. */
  middle: string
}

/** An organisation with `count` scans that are done, and a key with a limit that no bench reaches. */
export async function seedScans({ database, secrets }: Context, count: number): Promise<Seeded> {
  const { system } = database
  const organizationId = newId('org')
  const key = newApiKey('lh_live_')
  const run = (query: RawBuilder<unknown>) => query.execute(system)
  await system
    .insertInto('organizations')
    .values({ id: organizationId, name: 'Bench', plan: 'enterprise', requests_per_minute: 100_000_000 })
    .execute()
  await system
    .insertInto('api_keys')
    .values({
      id: newId('key'),
      organization_id: organizationId,
      name: 'Bench',
      hash: secrets.hashApiKey(key),
      prefix: 'lh_live_',
      last_four: key.slice(-4),
      scopes: [...ALL_SCOPES],
    })
    .execute()
  const websiteId = newId('ws')
  await system
    .insertInto('websites')
    .values({
      id: websiteId,
      organization_id: organizationId,
      url: 'https://bench.example/',
      origin: 'https://bench.example',
      name: 'Bench',
    })
    .execute()
  // Ids that sort by number stand for ids that sort by time.
  const prefix = newId('scan').slice(0, -8)
  await run(sql`INSERT INTO scans (id, organization_id, website_id, url, scan_type, priority, status, attempts,
      security_score, grade, score_version, high, medium, low, info, duration_ms, created_at, started_at, completed_at)
    SELECT ${prefix} || lpad(n::text, 8, '0'), ${organizationId}, ${websiteId}, 'https://bench.example/', 'full', 'normal', 'done', 1,
      85, 'B', 1, 2, 5, 8, 3, 42000, now() - interval '1 minute', now() - interval '50 seconds', now()
    FROM generate_series(1, ${count}::int) n`)
  await run(sql`ANALYZE scans`)
  const scan = (number: number) => `${prefix}${String(number).padStart(8, '0')}`
  return { organizationId, key, newest: scan(count), middle: scan(Math.ceil(count / 2)) }
}
