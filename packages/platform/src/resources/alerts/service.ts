import { SEVERITIES } from '@lasthash/scanner'
import type { Kysely } from 'kysely'
import { jsonb } from '../../db/jsonb.ts'
import type { AlertKind, AlertStatus, Schema } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import { recordEvent } from '../../events/record.ts'
import { newId } from '../../identifier.ts'
import type { Trouble } from '../../monitoring/trouble.ts'
import { tellChannels } from '../alert-channels/tell.ts'
import { resetBaseline } from '../monitors/store.ts'
import { toAlert } from './schema.ts'
import { type AlertRow, findStandingAlert, holdAlert, insertAlert, updateAlert } from './store.ts'

interface Source {
  /** Of the monitor; null where no single one has seen it. */
  id: string | null
  organization_id: string
  website_id: string
  kind: AlertKind
}

/** Opens an alert and tells of it; where one of this cause is open already, that one is brought up to date instead. */
export async function raiseAlert(trx: Kysely<Schema>, monitor: Source, trouble: Trouble, at: Date): Promise<void> {
  const { organization_id, website_id, kind } = monitor
  const { cause, severity, summary } = trouble
  const seen = { severity, summary, data: jsonb(trouble.data), last_seen_at: at }
  const id = newId('alt')
  const opened = await insertAlert(trx, {
    id,
    organization_id,
    website_id,
    monitor_id: monitor.id,
    kind,
    cause,
    ...seen,
  })
  if (opened) {
    await recordEvent(trx, organization_id, 'alert.opened', toAlert(opened))
    await tellChannels(trx, opened, 'opened', at)
    return
  }
  const present = await findStandingAlert(trx, organization_id, website_id, cause)
  // Resolved by somebody in this very moment: they know.
  if (!present) return
  // A change back is no further trouble: nobody has to look any more.
  if (trouble.isChange && isBack(present, trouble)) {
    await resolve(trx, present, 'recovery', at)
    return
  }
  const after = await updateAlert(trx, organization_id, present.id, { ...seen, occurrences: present.occurrences + 1 })
  if (isWorse(after, present) || hasMore(after, present)) await tellChannels(trx, after, 'worsened', at)
}

/** A trouble that lasts: its alert tells how it is now, such as the days that a certificate has left. */
export async function refreshAlert(trx: Kysely<Schema>, monitor: Source, trouble: Trouble, at: Date): Promise<void> {
  const present = await findStandingAlert(trx, monitor.organization_id, monitor.website_id, trouble.cause)
  if (!present) return
  const { severity, summary, data } = trouble
  const isNews = severity !== present.severity || summary !== present.summary
  const news = isNews ? { severity, summary, data: jsonb(data) } : {}
  const after = await updateAlert(trx, present.organization_id, present.id, { ...news, last_seen_at: at })
  if (isWorse(after, present)) await tellChannels(trx, after, 'worsened', at)
}

/** Resolves the alert of a cause that has gone, if there is one. */
export async function recoverAlert(trx: Kysely<Schema>, monitor: Source, cause: string, at: Date): Promise<void> {
  const present = await findStandingAlert(trx, monitor.organization_id, monitor.website_id, cause)
  if (present) await resolve(trx, present, 'recovery', at)
}

/** What a person says of an alert. Throws `not_found` and `alert_resolved`. */
export async function changeAlert(
  trx: Kysely<Schema>,
  organizationId: string,
  id: string,
  status: AlertStatus,
  author: string,
): Promise<AlertRow> {
  const present = await holdAlert(trx, organizationId, id)
  if (!present) throw new ApiError('not_found', `There is no alert ${id}.`)
  if (present.status === status) return present
  if (present.status === 'resolved')
    throw new ApiError('alert_resolved', `The alert ${id} is resolved: it cannot become ${status}.`)
  const at = new Date()
  if (status === 'resolved') {
    // What is there now is how it should be: the next look is what later ones are held against.
    if (present.monitor_id) await resetBaseline(trx, organizationId, present.monitor_id)
    return resolve(trx, present, author, at)
  }
  const acknowledged = status === 'acknowledged'
  const changed = await updateAlert(trx, organizationId, id, {
    status,
    acknowledged_at: acknowledged ? at : null,
    acknowledged_by: acknowledged ? author : null,
  })
  if (acknowledged) await tellChannels(trx, changed, 'acknowledged', at)
  return changed
}

async function resolve(trx: Kysely<Schema>, { id, organization_id }: AlertRow, by: string, at: Date) {
  const resolved = await updateAlert(trx, organization_id, id, { status: 'resolved', resolved_at: at, resolved_by: by })
  await recordEvent(trx, organization_id, 'alert.resolved', toAlert(resolved))
  await tellChannels(trx, resolved, 'resolved', at)
  return resolved
}

/** What an alert of a policy is because of: vulnerabilities that it was not because of before. */
function hasMore(after: AlertRow, before: AlertRow): boolean {
  const known = new Set((before.data.vulnerability_ids ?? []) as string[])
  return ((after.data.vulnerability_ids ?? []) as string[]).some((id) => !known.has(id))
}

function isWorse(after: AlertRow, before: AlertRow): boolean {
  return SEVERITIES.indexOf(after.severity) < SEVERITIES.indexOf(before.severity)
}

/** Whether what is there now is what was there before the alert. */
function isBack({ data }: AlertRow, trouble: Trouble): boolean {
  return data.before !== undefined && jsonb(sortKeys(data.before)) === jsonb(sortKeys(trouble.data.after))
}

/** jsonb keeps its own order of keys. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, one]) => [key, sortKeys(one)]))
}
