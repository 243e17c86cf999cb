import type { ScanEvent } from '@lasthash/scanner'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { type Database, isUnavailable } from '../db/client.ts'
import { jsonb } from '../db/jsonb.ts'

/** Told on this channel, with the scan's id: there is progress to read, or the scan's status has changed. */
export const PROGRESS_CHANNEL = 'lasthash_scan_progress'

const EVERY_MS = 200
const MOST_WAITING = 20_000 // events kept while the database is away; what is over is dropped, for it is only progress

interface Row {
  scan_id: string
  seq: number
  organization_id: string
  type: ScanEvent['type']
  data: Record<string, unknown>
}

/** Writes the progress of all scans of this process, in one statement at a time, so that watching costs scanning little. */
export class ProgressWriter {
  readonly #database: Database
  readonly #log: Logger
  #waiting: Row[] = []
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(database: Database, log: Logger) {
    this.#database = database
    this.#log = log
  }

  /** What to pass to `scan` as `onEvent`. Numbers go on after `seq`. */
  follow(scan: { id: string; organization_id: string }, seq: number): (event: ScanEvent) => void {
    let last = seq
    return (event) => {
      if (this.#stopped || this.#waiting.length >= MOST_WAITING) return
      const { id: scan_id, organization_id } = scan
      this.#waiting.push({ scan_id, seq: ++last, organization_id, type: event.type, data: published(event) })
      this.#timer ??= setTimeout(() => void this.flush(), EVERY_MS)
    }
  }

  /** Resolves when all that came so far is written, or cannot be at the moment. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const before = this.#writing
    this.#writing = before.then(() => this.#write())
    return this.#writing
  }

  /** Writes what there is, once, and nothing after that. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.flush()
  }

  async #write(): Promise<void> {
    const rows = this.#waiting
    if (rows.length === 0) return
    this.#waiting = []
    try {
      // Not waited for on disk: what a crash takes of it, the next attempt tells anew.
      await sql`
        WITH hurried AS MATERIALIZED (
          SELECT set_config('synchronous_commit', 'off', true)
        ), written AS (
          INSERT INTO scan_progress (scan_id, seq, organization_id, type, data)
          SELECT row.scan_id, seq, row.organization_id, type, data
          FROM jsonb_to_recordset(${jsonb(rows)}::jsonb) AS row (scan_id text, seq int, organization_id text, type text, data jsonb)
          JOIN scans ON scans.id = row.scan_id
          ON CONFLICT DO NOTHING
          RETURNING scan_id
        )
        SELECT pg_notify(${PROGRESS_CHANNEL}, scan_id), hurried FROM (SELECT DISTINCT scan_id FROM written) AS told, hurried
      `.execute(this.#database.system)
    } catch (error) {
      this.#log.debug({ err: error }, 'progress could not be written')
      if (this.#stopped || !isUnavailable(error)) return
      this.#waiting = [...rows, ...this.#waiting].slice(0, MOST_WAITING)
      this.#timer ??= setTimeout(() => void this.flush(), EVERY_MS)
    }
  }
}

/** What watchers are told. A finding in full stands in the result: here is what a line on a screen needs. */
function published(event: ScanEvent): Record<string, unknown> {
  if (event.type !== 'finding') {
    const { type: _, ...rest } = event
    return rest
  }
  const { check, outcome, type, severity, confidence, title, fingerprint, locations } = event.finding
  return { check, outcome, type, severity, confidence, title, fingerprint, url: locations[0]?.url ?? null }
}
