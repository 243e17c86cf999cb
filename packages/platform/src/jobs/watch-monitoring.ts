import { rfc3339 } from '@lasthash/scanner'
import { type Kysely, sql } from 'kysely'
import type { Context } from '../context.ts'
import { isDuplicate } from '../db/client.ts'
import type { Schema } from '../db/schema.ts'
import { raiseAlert, recoverAlert } from '../resources/alerts/service.ts'
import { listStandingOfCause } from '../resources/alerts/store.ts'

const EVERY = 15_000 // milliseconds
/** Seconds without a sign from any worker, which gives one every few. */
const SILENT = 120
/** Seconds that a look may be late: longer than a dead worker's lease, and as the monitors themselves say it. */
const LATE = 300
const CAUSE = 'monitoring_stopped'

/** How far monitoring is behind, in seconds. */
export interface Lag {
  /** Since some worker last took what was due; null when none ever has. */
  heartbeat_age: number | null
  /** Of the look that has waited for longest. */
  overdue: number
}

interface Waiting {
  organization_id: string
  website_id: string
  monitors: number
  since: Date
}

/**
 * Notices when monitoring itself has stopped: by the workers' sign of life, and by looks that are overdue. Each organisation
 * that has monitors gets one alert, which is resolved when they are looked at again. Any number of processes may run one.
 */
export class Watchdog {
  readonly #context: Context
  #timer: NodeJS.Timeout | undefined
  #checking: Promise<void> | undefined
  #lag: Lag | null = null

  constructor(context: Context) {
    this.#context = context
  }

  get lag(): Lag | null {
    return this.#lag
  }

  /** The first look comes when workers that started at the same time have had theirs. */
  start(): void {
    const begun = Date.now()
    this.#timer = setInterval(() => {
      if (Date.now() - begun < SILENT * 1_000) void this.#guarded(() => this.#measure())
      else void this.#guarded(() => this.check())
    }, EVERY).unref()
    void this.#guarded(() => this.#measure())
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#checking
  }

  /** Looks now. */
  async check(): Promise<void> {
    const { database, log } = this.#context
    const lag = await this.#measure()
    const isSilent = lag.heartbeat_age !== null && lag.heartbeat_age > SILENT
    const waiting = await waitingOf(database.system, isSilent)
    if (waiting.length > 0) log.error({ ...lag, organizations: waiting.length }, 'monitoring has stopped')
    for (const one of waiting) await database.system.transaction().execute((trx) => raise(trx, one))
    await database.system.transaction().execute((trx) => recoverOthers(trx, waiting))
  }

  async #guarded(work: () => Promise<unknown>): Promise<void> {
    if (this.#checking) return
    this.#checking = work()
      .then(() => {})
      .catch((error: unknown) => {
        // A lost database, or another process that raised the same at this moment.
        if (!isDuplicate(error, 'alerts_one_watchdog'))
          this.#context.log.warn({ err: error }, 'whether monitoring goes on could not be seen')
      })
    await this.#checking
    this.#checking = undefined
  }

  async #measure(): Promise<Lag> {
    const { rows } = await sql<{ heartbeat_age: number | null; overdue: number }>`
      SELECT (SELECT extract(epoch FROM now() - monitored_at)::float8 FROM installation) AS heartbeat_age,
        greatest(0, extract(epoch FROM now() - min(next_check_at)))::float8 AS overdue
      FROM monitors JOIN organizations ON organizations.id = monitors.organization_id
      WHERE monitors.enabled AND suspended_at IS NULL
    `.execute(this.#context.database.system)
    const { heartbeat_age, overdue } = rows[0]!
    this.#lag = { heartbeat_age, overdue: overdue ?? 0 }
    return this.#lag
  }
}

/** By organisation, what waits for too long; where no worker lives at all, everything that is switched on. */
async function waitingOf(system: Kysely<Schema>, isSilent: boolean): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    SELECT organization_id, count(*)::int AS monitors, min(next_check_at) AS since,
      (array_agg(website_id ORDER BY next_check_at))[1] AS website_id
    FROM monitors JOIN organizations ON organizations.id = monitors.organization_id
    WHERE monitors.enabled AND suspended_at IS NULL AND (${isSilent} OR next_check_at < now() - make_interval(secs => ${LATE}))
    GROUP BY organization_id ORDER BY organization_id
  `.execute(system)
  return rows
}

async function raise(trx: Kysely<Schema>, { organization_id, website_id, monitors, since }: Waiting): Promise<void> {
  const [standing] = await listStandingOfCause(trx, organization_id, CAUSE)
  if (standing) return
  const source = { id: null, organization_id, website_id, kind: 'monitoring' as const }
  const many = monitors === 1 ? 'One monitor is' : `${monitors} monitors are`
  const summary = `Monitoring has stopped: no worker looks any more. ${many} not looked at; nothing that they watch is known.`
  const data = { monitors, waiting_since: rfc3339(since) }
  await raiseAlert(trx, source, { cause: CAUSE, severity: 'critical', summary, data }, new Date())
}

async function recoverOthers(trx: Kysely<Schema>, waiting: readonly Waiting[]): Promise<void> {
  const still = new Set(waiting.map(({ organization_id }) => organization_id))
  const standing = await trx
    .selectFrom('alerts')
    .select(['organization_id', 'website_id'])
    .where('cause', '=', CAUSE)
    .where('status', '<>', 'resolved')
    .execute()
  for (const { organization_id, website_id } of standing) {
    if (still.has(organization_id)) continue
    const source = { id: null, organization_id, website_id, kind: 'monitoring' as const }
    await recoverAlert(trx, source, CAUSE, new Date())
  }
}

/** A worker's sign of life. */
export async function beat(system: Kysely<Schema>): Promise<void> {
  await sql`UPDATE installation SET monitored_at = now()`.execute(system)
}
