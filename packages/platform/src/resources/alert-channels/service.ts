import { setTimeout as pause } from 'node:timers/promises'
import { notify } from '../../db/client.ts'
import type { ChannelKind } from '../../db/schema.ts'
import { ApiError, type FieldError } from '../../errors.ts'
import { newSecret, secretFault, standardForm } from '../../events/sign.ts'
import type { Call } from '../../http/route.ts'
import { newId } from '../../identifier.ts'
import { callableUrl } from '../../outbound.ts'
import { findPolicy } from '../policies/store.ts'
import { isTimeZone } from '../schedules/timing.ts'
import { toChannel, toChannelAttempt, toChannelDelivery } from './schema.ts'
import { type ChannelDigest, type ChannelFilter, type QuietHours, SETTINGS_OF, type SettingsGiven } from './settings.ts'
import {
  type Channel,
  countChannels,
  findChannelDelivery,
  giveUpDeliveries,
  holdChannel,
  insertChannel,
  insertTest,
  listChannelAttempts,
  updateChannel,
} from './store.ts'
import { CHANNELS_CHANNEL } from './tell.ts'

const MOST_CHANNELS = 100 // of an organisation: each alert is held against every one of them
const TEST_WAIT = 25_000 // milliseconds; longer than any try
const LOOK = 100 // milliseconds between looks for what came of a test

type Inside = Pick<Call, 'context' | 'organizationId' | 'db'>

interface Creation {
  name: string
  kind: ChannelKind
  settings: SettingsGiven
  filter?: ChannelFilter
  quiet_hours?: QuietHours | null
  digest?: ChannelDigest
  critical_at_once?: boolean
}

interface Changes extends Omit<Partial<Creation>, 'kind' | 'filter' | 'digest' | 'critical_at_once'> {
  filter?: ChannelFilter | null
  digest?: ChannelDigest | null
  critical_at_once?: boolean | null
  enabled?: boolean
}

const IMMEDIATELY: ChannelDigest = { every: 'immediately' }

/** Stores the channel; what is secret only sealed. Throws `validation_failed`, `target_refused`, `mail_not_configured`. */
export async function createChannel(call: Inside, given: Creation) {
  const { db, organizationId, context } = call
  const { name, kind, filter = {}, quiet_hours = null, digest = IMMEDIATELY, critical_at_once = true } = given
  if (kind === 'mail' && !context.config.smtpUrl)
    throw new ApiError('mail_not_configured', 'This LastHash has no mail server: LASTHASH_SMTP_URL is not set.')
  if ((await countChannels(db, organizationId)) >= MOST_CHANNELS)
    throw new ApiError('too_many_channels', `There are ${MOST_CHANNELS} alert channels already: remove one first.`)
  requireTimes(kind, quiet_hours, digest)
  await requirePolicy(call, filter)
  const { shown, hidden } = settingsOf(kind, given.settings, {}, context.config.allowPrivate)
  const channel = await insertChannel(db, {
    id: newId('chn'),
    organization_id: organizationId,
    name,
    kind,
    settings: JSON.stringify(shown),
    secrets: context.secrets.seal(JSON.stringify(hidden)),
    filter: JSON.stringify(filter),
    quiet_hours: quiet_hours && JSON.stringify(quiet_hours),
    digest: JSON.stringify(digest),
    critical_at_once,
  })
  return { ...toChannel(channel), ...(hidden.secret ? { secret: standardForm(hidden.secret) } : {}) }
}

/** Settings are merged, other fields replaced. Switching it on again forgives what went before; off, what waits is given up. */
export async function changeChannel(call: Inside, id: string, changes: Changes): Promise<Channel> {
  const { db, organizationId, context } = call
  const present = await holdChannel(db, organizationId, id)
  if (!present) throw missing(id)
  const { name = present.name, enabled = present.enabled } = changes
  const filter = changes.filter === undefined ? present.filter : (changes.filter ?? {})
  const quiet_hours = changes.quiet_hours === undefined ? present.quiet_hours : changes.quiet_hours
  const digest = changes.digest === undefined ? present.digest : (changes.digest ?? IMMEDIATELY)
  const critical_at_once =
    changes.critical_at_once === undefined ? present.critical_at_once : (changes.critical_at_once ?? true)
  requireTimes(present.kind, quiet_hours, digest)
  if (changes.filter) await requirePolicy(call, changes.filter)
  const before: Record<string, string> = JSON.parse(context.secrets.open(present.secrets).toString())
  const { shown, hidden } = changes.settings
    ? settingsOf(present.kind, changes.settings, { ...present.settings, ...before }, context.config.allowPrivate)
    : { shown: present.settings, hidden: before }
  const channel = await updateChannel(db, organizationId, id, {
    name,
    settings: JSON.stringify(shown),
    ...(changes.settings ? { secrets: context.secrets.seal(JSON.stringify(hidden)) } : {}),
    filter: JSON.stringify(filter),
    quiet_hours: quiet_hours && JSON.stringify(quiet_hours),
    digest: JSON.stringify(digest),
    critical_at_once,
    enabled,
    ...(changes.enabled === undefined ? {} : { failing_since: null, disabled_reason: null, last_error: null }),
  })
  if (changes.enabled === false) await giveUpDeliveries(db, organizationId, id)
  return channel
}

/** Owes the channel a test; what comes of it is waited for by `readDelivery`. */
export async function beginTest({ db, organizationId }: Inside, channel: Channel): Promise<string> {
  if (!channel.enabled)
    throw new ApiError(
      'channel_disabled',
      `The alert channel ${channel.id} is switched off. Set enabled to true first.`,
    )
  const id = newId('dlv')
  await insertTest(db, { id, organization_id: organizationId, channel_id: channel.id })
  await notify(db, CHANNELS_CHANNEL, '')
  return id
}

/** The test's delivery with what the other side has answered; still pending when nobody has tried it in time. */
export async function readDelivery(
  { db, organizationId }: Inside,
  channelId: string,
  id: string,
  signal?: AbortSignal,
) {
  for (const deadline = Date.now() + TEST_WAIT; ; ) {
    const delivery = await findChannelDelivery(db, organizationId, channelId, id)
    if (!delivery) throw new ApiError('not_found', `There is no delivery ${id} of the alert channel ${channelId}.`)
    if (delivery.status !== 'pending' || Date.now() > deadline || !signal || signal.aborted) {
      const attempts = await listChannelAttempts(db, organizationId, id)
      return { ...toChannelDelivery(delivery), attempts: attempts.map(toChannelAttempt) }
    }
    await pause(LOOK)
  }
}

export const missing = (id: string) => new ApiError('not_found', `There is no alert channel ${id}.`)

/** What is shown and what is sealed, out of what is given and what was there before. */
function settingsOf(
  kind: ChannelKind,
  given: SettingsGiven,
  before: Record<string, unknown>,
  allowPrivate: boolean,
): { shown: Record<string, unknown>; hidden: Record<string, string> } {
  const { needs, takes } = SETTINGS_OF[kind]
  const known: readonly string[] = [...needs, ...takes]
  const errors: FieldError[] = Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => ({ pointer: `/settings/${name}`, detail: `is not for ${kind}: it takes ${known.join(', ')}` }))
  const all: SettingsGiven = { ...(before as SettingsGiven), ...given }
  for (const name of needs)
    if (all[name] === undefined) errors.push({ pointer: `/settings/${name}`, detail: `is needed for ${kind}` })
  const fault = given.secret === undefined ? null : secretFault(given.secret)
  if (fault) errors.push({ pointer: '/settings/secret', detail: fault })
  if (errors.length > 0) refuse(errors)
  const address = (name: 'url' | 'base_url') =>
    given[name] === undefined ? all[name]! : callableUrl(given[name], allowPrivate, `/settings/${name}`)
  switch (kind) {
    case 'mail':
      return { shown: { to: all.to }, hidden: {} }
    case 'slack':
    case 'teams': {
      const url = address('url')
      return { shown: { url: `${new URL(url).origin}/…` }, hidden: { url } }
    }
    case 'pagerduty': {
      const { routing_key, region = 'us' } = all
      const base = all.base_url === undefined ? {} : { base_url: address('base_url') }
      return {
        shown: { region, ...base, routing_key_last_four: routing_key!.slice(-4) },
        hidden: { routing_key: routing_key! },
      }
    }
    case 'webhook':
      return { shown: { url: address('url') }, hidden: { secret: all.secret ?? newSecret() } }
  }
}

async function requirePolicy({ db, organizationId }: Inside, { policy_id }: ChannelFilter): Promise<void> {
  if (policy_id !== undefined && !(await findPolicy(db, organizationId, policy_id)))
    refuse([{ pointer: '/filter/policy_id', detail: 'is no policy of yours' }])
}

function requireTimes(kind: ChannelKind, quiet: QuietHours | null, { every, at, time_zone }: ChannelDigest): void {
  const errors: FieldError[] = []
  const zone = 'is not a time zone: use a name such as Europe/Berlin or UTC'
  if (quiet && !isTimeZone(quiet.time_zone)) errors.push({ pointer: '/quiet_hours/time_zone', detail: zone })
  if (quiet && quiet.from === quiet.to)
    errors.push({ pointer: '/quiet_hours/to', detail: 'must differ from the beginning of the quiet hours' })
  if (time_zone !== undefined && !isTimeZone(time_zone)) errors.push({ pointer: '/digest/time_zone', detail: zone })
  if (every !== 'daily' && at !== undefined) errors.push({ pointer: '/digest/at', detail: 'is for daily alone' })
  if (every !== 'immediately' && kind === 'pagerduty')
    errors.push({
      pointer: '/digest/every',
      detail: 'is always immediately for pagerduty, whose incidents stand alone',
    })
  if (errors.length > 0) refuse(errors)
}

function refuse(errors: FieldError[]): never {
  const [{ pointer = '', detail }] = errors as [FieldError]
  throw new ApiError('validation_failed', `The body does not validate. ${pointer}: ${detail}.`, { errors })
}
