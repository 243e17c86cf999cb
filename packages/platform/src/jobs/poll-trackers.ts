import { type Kysely, type Selectable, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { IntegrationsTable, Schema } from '../db/schema.ts'
import { redacted } from '../integrations/redact.ts'
import { placeOf } from '../integrations/trackers/place.ts'
import { converse, type SendCall } from '../integrations/trackers/send.ts'
import type { Sessions } from '../integrations/trackers/session.ts'
import { type External, TrackerFault } from '../integrations/trackers/tracker.ts'
import { TRACKERS } from '../integrations/trackers/trackers.ts'
import { noteFault } from '../tickets/settle.ts'
import { lookAt } from '../tickets/state.ts'

const AT_ONCE = 20 // trackers that are asked in one go
const EVERY = 300 // seconds, where nothing else is set
const OVERLAP = 120_000 // milliseconds that are asked for again: clocks differ, and what is written is not seen at once
const MOST_PAGES = 20 // of one tracker in one go; what is beyond is next

type Integration = Selectable<IntegrationsTable>

/**
 * Asks trackers whose time has come what has changed there, and has those tickets looked at that differ from what is known.
 * Any number of processes may: each takes others.
 */
export async function pollTrackers(context: Context, send: SendCall, sessions: Sessions): Promise<void> {
  const { system } = context.database
  // Their next time is set first: whoever dies on the way leaves the tracker to the next time.
  const { rows } = await sql<Integration>`
    UPDATE integrations SET next_poll_at = now() + make_interval(secs => coalesce((sync ->> 'poll_seconds')::int, ${EVERY}))
    WHERE id IN (SELECT id FROM integrations WHERE next_poll_at <= now() AND enabled AND (paused_until IS NULL OR paused_until <= now())
        AND NOT EXISTS (SELECT FROM organizations o WHERE o.id = integrations.organization_id AND (o.suspended_at IS NOT NULL OR o.test))
      ORDER BY next_poll_at LIMIT ${AT_ONCE} FOR NO KEY UPDATE SKIP LOCKED)
      AND EXISTS (SELECT FROM tickets WHERE integration_id = integrations.id AND external_id IS NOT NULL)
    RETURNING integrations.*
  `.execute(system)
  await Promise.all(rows.map((one) => poll(context, one, send, sessions)))
}

async function poll(context: Context, integration: Integration, send: SendCall, sessions: Sessions): Promise<void> {
  const { system } = context.database
  const { changed } = TRACKERS[integration.kind]
  if (!changed) return
  const { place, words } = placeOf(context, integration)
  try {
    const there = await sessions.loggedIn(integration, place)
    let since = integration.polled_until ?? integration.created_at
    for (let page = 0; page < MOST_PAGES; page++) {
      const begun = page === 0 ? new Date(since.getTime() - OVERLAP) : since
      const { issues, until, more } = await converse(changed(there, begun), send)
      await lookAt(system, integration.organization_id, integration.id, await differing(system, integration.id, issues))
      since = new Date(Math.max(until.getTime(), since.getTime()))
      await system.updateTable('integrations').set({ polled_until: since }).where('id', '=', integration.id).execute()
      if (!more) return
    }
  } catch (error) {
    if (!(error instanceof TrackerFault)) throw error
    const fault = new TrackerFault(error.kind, redacted(error.message, words), error.retryAfter)
    await noteFault(system, integration.id, integration.failure_count, fault)
  }
}

/** The ids of those that do not look as they are known here. */
async function differing(
  system: Kysely<Schema>,
  integrationId: string,
  issues: readonly External[],
): Promise<string[]> {
  if (issues.length === 0) return []
  const seen = issues.map(({ id, state, assignee }) => ({ id, state, assignee }))
  const { rows } = await sql<{ external_id: string }>`
    SELECT external_id FROM tickets
    JOIN jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) AS seen (id text, state text, assignee text) ON seen.id = external_id
    WHERE integration_id = ${integrationId}
      AND (seen.state IS DISTINCT FROM external_state OR seen.assignee IS DISTINCT FROM external_assignee)
  `.execute(system)
  return rows.map(({ external_id }) => external_id)
}
