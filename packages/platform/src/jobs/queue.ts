import { CompiledQuery, type Kysely } from 'kysely'
import { type Db, type Job, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Database } from '../db/client.ts'
import type { Schema } from '../db/schema.ts'

export const SCAN_QUEUE = 'scan'
export const HOUSEKEEPING_QUEUE = 'housekeeping'
export const VERIFICATION_QUEUE = 'verify-websites'
export const FEEDS_QUEUE = 'update-feeds'
export const SCHEDULES_QUEUE = 'run-schedules'
export const REPORT_SCHEDULES_QUEUE = 'run-report-schedules'

const HEARTBEAT = 10 // seconds of silence after which a worker counts as dead; pg-boss takes no less
const SUPERVISE = 5 // seconds between looks for dead workers
const EXPIRE = 3 * 3600 // seconds; longer than any scan with its tries to be written down, for heartbeats tell of dead workers
const FETCHING = 2 * 3600 // seconds that all feeds may take
const RETRIES = 1_000 // how often a scan is begun again is ours to say (take-turn.ts)
const WAIT = 365 * 86_400 // seconds that a turn may wait: it is never given up

export interface TurnJob {
  organization_id: string
}

/** A turn as pg-boss hands it out; its id is the turn's. */
export type TakenJob = Pick<Job<TurnJob>, 'id' | 'retryCount' | 'data'>

export interface NewTurn {
  id: string
  organizationId: string
  position: number
}

export interface QueueOptions {
  database: Database
  log: Logger
  /** Whether this process looks after the queue: dead workers, clean-up, schedules. Workers do. */
  supervise: boolean
  /** Seconds between looks for dead workers. */
  superviseSeconds?: number
}

/** pg-boss, as far as scans need it. All processes enqueue through it; workers take from it. */
export class ScanQueue {
  readonly boss: PgBoss

  constructor({ database, log, supervise, superviseSeconds = SUPERVISE }: QueueOptions) {
    this.boss = new PgBoss({
      db: { executeSql: (text, values) => database.executeSql(text, values) },
      schema: 'pgboss',
      supervise,
      schedule: supervise,
      superviseIntervalSeconds: superviseSeconds,
      monitorIntervalSeconds: superviseSeconds,
      registerInstance: false,
      openTelemetry: { enabled: false },
    })
    this.boss.on('error', (error) =>
      log.warn({ err: error }, 'the queue could not be looked after; it will be tried again'),
    )
    this.boss.on('warning', ({ message, data }) => log.warn({ data }, message))
  }

  /** Makes or updates the queue's own schema. Any number of processes may do so at once. */
  async start(): Promise<void> {
    await this.boss.start()
    const scan = { retryLimit: RETRIES, expireInSeconds: EXPIRE, retentionSeconds: WAIT, heartbeatSeconds: HEARTBEAT }
    await this.boss.createQueue(SCAN_QUEUE, scan)
    const chore = { retryLimit: 0, expireInSeconds: 600, deleteAfterSeconds: 3600 }
    for (const name of [HOUSEKEEPING_QUEUE, VERIFICATION_QUEUE, SCHEDULES_QUEUE, REPORT_SCHEDULES_QUEUE])
      await this.boss.createQueue(name, chore)
    await this.boss.createQueue(FEEDS_QUEUE, { ...chore, expireInSeconds: FETCHING })
  }

  async stop(): Promise<void> {
    await this.boss.stop({ graceful: false })
  }

  /** Puts turns into the queue, in a transaction of `lasthash_system`. */
  async add(trx: Kysely<Schema>, turns: readonly NewTurn[]): Promise<void> {
    const jobs = turns.map(({ id, organizationId, position }) => ({
      id,
      priority: -position,
      data: { organization_id: organizationId } satisfies TurnJob,
    }))
    await this.boss.insert(SCAN_QUEUE, jobs, { db: inside(trx) })
  }

  /** Up to `most` turns, each for this caller alone until its heartbeats stop. */
  fetch(most: number): Promise<TakenJob[]> {
    return this.boss.fetch<TurnJob>(SCAN_QUEUE, { batchSize: most })
  }

  /** Says that these turns' worker is alive. */
  async beat(jobs: readonly TakenJob[]): Promise<void> {
    await this.boss.touch(SCAN_QUEUE, [...jobs])
  }

  /** Takes a turn that is over out of the queue, in a transaction of `lasthash_system`. */
  async remove(trx: Kysely<Schema>, id: string): Promise<void> {
    await this.boss.deleteJob(SCAN_QUEUE, id, { db: inside(trx) })
  }

  /** Hands a turn back, for another worker to take at once. */
  async giveBack(trx: Kysely<Schema>, job: TakenJob, why: string): Promise<void> {
    await this.boss.fail(SCAN_QUEUE, job, { message: why }, { db: inside(trx) })
  }
}

function inside(trx: Kysely<Schema>): Db {
  return {
    async executeSql(text, values = []) {
      const { rows } = await trx.executeQuery(CompiledQuery.raw(text, [...values]))
      return { rows }
    },
  }
}
