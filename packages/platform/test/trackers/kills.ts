import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'kysely'
import { newId } from '../../src/identifier.ts'
import { EXAMPLE } from '../../src/resources/vulnerabilities/schema.ts'
import { noteForTickets } from '../../src/tickets/notices.ts'
import { startApi } from '../test-api.ts'
import { createTestContext } from '../test-context.ts'
import { until } from '../until.ts'
import type { FakeTracker } from './server.ts'

const WORKER = join(import.meta.dirname, '../ticket-worker-process.ts')
const WORKERS = 2
const SECRET = 'the secret of all workers'

export interface Outcome {
  /** Issues in the tracker, and how many of them are of a ticket that has another one, too. */
  issues: number
  twice: number
  /** Tickets that know their issue. */
  open: number
  kills: number
  seconds: number
}

/**
 * A scan with so many new vulnerabilities becomes tickets while two workers are at it and are killed in turn, each time at the
 * moment at which the tracker has made an issue and has not answered yet.
 */
export async function ticketsUnderKills(
  tracker: FakeTracker,
  { vulnerabilities, kills, lease, limit }: { vulnerabilities: number; kills: number; lease: number; limit: number },
): Promise<Outcome> {
  const world = await createTestContext({ LASTHASH_SECRET: SECRET })
  const api = await startApi(world.context)
  const { id, key } = await world.organization('enterprise')
  const { settings, kind, url: base_url } = tracker
  await api.ask(key, 'POST', '/v1/integrations', { kind, base_url, settings, rules: [{ severities: ['high'] }] })
  const workers: ChildProcess[] = []
  const start = async (): Promise<void> => {
    const env = { ...process.env, LASTHASH_SECRET: SECRET }
    const child = spawn(process.execPath, [WORKER, world.databaseUrl, String(lease)], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    workers.push(child)
    await once(child.stdout!, 'data')
  }
  try {
    for (let n = 0; n < WORKERS; n++) await start()
    await seed(world.context.database.system, id, vulnerabilities)
    const began = Date.now()
    let killed = 0
    tracker.mishap = () => {
      const due = Math.floor(((killed + 1) * vulnerabilities) / (kills + 1))
      if (killed === kills || tracker.seen().length < due) return undefined
      const victim = workers[killed % WORKERS]!
      killed++
      victim.kill('SIGKILL')
      void once(victim, 'exit').then(async () => {
        workers.splice(workers.indexOf(victim), 1)
        await start()
      })
      return 'done, then silence'
    }
    const count = async () =>
      (
        await sql<{ open: number }>`SELECT count(*)::int AS open FROM tickets WHERE status = 'open'`.execute(
          world.context.database.system,
        )
      ).rows[0]!.open
    await until(async () => (await count()) === vulnerabilities && killed === kills, limit)
    const markers = tracker.seen().map(({ text }) => /tkt_[0-9a-z]{26}/.exec(text)![0])
    return {
      issues: markers.length,
      twice: markers.length - new Set(markers).size,
      open: await count(),
      kills: killed,
      seconds: Math.round((Date.now() - began) / 1000),
    }
  } finally {
    tracker.mishap = undefined
    await Promise.all(
      workers.map(async (child) => {
        const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
        child.kill('SIGKILL')
        await gone
      }),
    )
    await api.close()
    await world.close()
  }
}

/** A scan that is done and has found so much, as its end writes it. */
async function seed(
  system: Parameters<typeof noteForTickets>[0],
  organization_id: string,
  count: number,
): Promise<void> {
  const website_id = newId('ws')
  const scan_id = newId('scan')
  const origin = 'https://shop.example'
  const { id, status, detected_at, first_seen_at, last_seen_at, fixed_at, ...detail } = EXAMPLE
  const rows = Array.from({ length: count }, (_, n) => ({ id: newId('vuln'), title: `Finding number ${n}` }))
  await system.transaction().execute(async (trx) => {
    await trx
      .insertInto('websites')
      .values({ id: website_id, organization_id, url: `${origin}/`, origin, name: 'Shop' })
      .execute()
    await sql`INSERT INTO scans (id, organization_id, website_id, url, scan_type, priority, status, attempts, security_score, grade, score_version,
        kept_days, started_at, completed_at)
      VALUES (${scan_id}, ${organization_id}, ${website_id}, ${`${origin}/`}, 'full', 'normal', 'done', 1, 0, 'F', 1, 1100, now(), now())`.execute(
      trx,
    )
    await sql`INSERT INTO vulnerabilities (id, organization_id, website_id, fingerprint, "check", outcome, type, severity, confidence,
        first_scan_id, last_scan_id, first_seen_at, last_seen_at)
      SELECT id, ${organization_id}, ${website_id}, sha256(id::bytea), 'transport/hsts', 'missing', 'misconfiguration', 'high', 'firm',
        ${scan_id}, ${scan_id}, now(), now() FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS made (id text)`.execute(
      trx,
    )
    await sql`INSERT INTO scan_findings (scan_id, vulnerability_id, kept_days, organization_id, detected_at, detail)
      SELECT ${scan_id}, id, 1100, ${organization_id}, now(), ${JSON.stringify({ ...detail, severity: 'high' })}::jsonb || jsonb_build_object('title', title)
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS made (id text, title text)`.execute(trx)
    await noteForTickets(trx, organization_id, { scan_id })
  })
}
