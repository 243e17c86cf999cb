import { type Kysely, sql } from 'kysely'
import { notify } from '../../db/client.ts'
import { jsonb } from '../../db/jsonb.ts'
import type { NoticeChange, Schema } from '../../db/schema.ts'
import { fitPayload } from '../../events/payload.ts'
import { newId } from '../../identifier.ts'
import type { Notice } from '../../integrations/notice.ts'
import { toAlert } from '../alerts/schema.ts'
import type { AlertRow } from '../alerts/store.ts'
import { type Channel, listEnabled } from './store.ts'
import { heldUntil } from './timing.ts'
import { wants } from './wants.ts'

/** Told on this channel: there are deliveries to make. */
export const CHANNELS_CHANNEL = 'lasthash_alert_channels'

/**
 * Owes a change of an alert to each channel that wants it, in the transaction of the change: at once, or held for a digest
 * or the end of quiet hours. That it was acknowledged or resolved is told where it was told that it opened, and nowhere else.
 */
export async function tellChannels(
  trx: Kysely<Schema>,
  alert: AlertRow,
  change: NoticeChange,
  at: Date,
): Promise<void> {
  const { organization_id, id: alert_id } = alert
  const channels = await listEnabled(trx, organization_id)
  if (channels.length === 0) return
  const website = await trx
    .selectFrom('websites')
    .select(['id', 'name', 'url', 'tags'])
    .where('organization_id', '=', organization_id)
    .where('id', '=', alert.website_id)
    .executeTakeFirstOrThrow()
  const before = await heldOf(trx, organization_id, alert_id)
  const isFollowUp = change === 'acknowledged' || change === 'resolved'
  const told = channels.filter(({ id, filter }) =>
    isFollowUp ? before.has(id) : wants(filter, { ...alert, tags: website.tags }),
  )
  if (told.length === 0) return
  const notice = noticeOf(alert, change, website)
  for (const channel of told) {
    // What follows on something that is still held is held with it, or it would come first.
    const due_at = before.get(channel.id) ?? heldUntil(channel, alert.severity, at)
    const delivery_id = due_at ? null : await owe(trx, channel, alert_id)
    const base = { organization_id, channel_id: channel.id, alert_id }
    await trx
      .insertInto('alert_notices')
      .values({ ...base, change, notice: jsonb(notice), due_at, delivery_id })
      .execute()
  }
  await notify(trx, CHANNELS_CHANNEL, '')
}

async function owe(trx: Kysely<Schema>, { id, organization_id }: Channel, alert_id: string): Promise<string> {
  const delivery = { id: newId('dlv'), organization_id, channel_id: id, kind: 'alert' as const, alert_id }
  await trx.insertInto('channel_deliveries').values(delivery).execute()
  return delivery.id
}

/** The channels that know of the alert, and until when what they know is held; null when it is on its way or there. */
async function heldOf(trx: Kysely<Schema>, organizationId: string, alertId: string): Promise<Map<string, Date | null>> {
  const rows = await trx
    .selectFrom('alert_notices')
    .select(['channel_id', sql<Date | null>`max(due_at)`.as('due_at')])
    .where('organization_id', '=', organizationId)
    .where('alert_id', '=', alertId)
    .groupBy('channel_id')
    .execute()
  return new Map(rows.map(({ channel_id, due_at }) => [channel_id, due_at]))
}

function noticeOf(alert: AlertRow, change: NoticeChange, website: { id: string; name: string; url: string }): Notice {
  const { id, kind, cause, severity, status, summary, occurrences, data, created_at, resolved_at } = toAlert(alert)
  const { id: website_id, name, url } = website
  return {
    change,
    alert: {
      ...{ id, kind, cause, severity, status, summary, occurrences, created_at, resolved_at },
      data: fitPayload(data),
    },
    website: { id: website_id, name, url },
    link: typeof data.report_url === 'string' ? data.report_url : null,
  }
}
