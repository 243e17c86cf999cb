import { notify } from '../../db/client.ts'
import type { TrackerKind } from '../../db/schema.ts'
import { ApiError, type FieldError } from '../../errors.ts'
import { newSecret } from '../../events/sign.ts'
import type { Call } from '../../http/route.ts'
import { newId } from '../../identifier.ts'
import { callableUrl } from '../../outbound.ts'
import { noteKnown, TICKETS_CHANNEL } from '../../tickets/notices.ts'
import { findPolicies } from '../policies/store.ts'
import { wakeTickets } from '../tickets/store.ts'
import {
  SECRET_SETTINGS,
  SETTINGS_OF,
  type SettingsGiven,
  type TicketMapping,
  type TicketRule,
  type TicketSync,
} from './settings.ts'
import {
  countIntegrations,
  holdIntegration,
  type IntegrationRow,
  insertIntegration,
  updateIntegration,
} from './store.ts'

const MOST_INTEGRATIONS = 50 // of an organisation: each scan is held against every one of them

type Inside = Pick<Call, 'context' | 'organizationId' | 'db'>

interface Creation {
  name?: string
  kind: TrackerKind
  base_url?: string
  settings: SettingsGiven
  rules?: TicketRule[]
  mapping?: TicketMapping
  sync?: TicketSync
}

interface Changes {
  name?: string
  base_url?: string
  settings?: SettingsGiven
  rules?: TicketRule[] | null
  mapping?: TicketMapping | null
  sync?: TicketSync | null
  enabled?: boolean
}

export const missing = (id: string) => new ApiError('not_found', `There is no integration ${id}.`)

/** Stores the integration; what is secret only sealed. Throws `validation_failed`, `target_refused`, `too_many_integrations`. */
export async function createIntegration(
  call: Inside,
  given: Creation,
): Promise<{ row: IntegrationRow; webhook_secret: string | undefined }> {
  const { db, organizationId, context } = call
  const { kind, rules = [], mapping = {}, sync = {} } = given
  if ((await countIntegrations(db, organizationId)) >= MOST_INTEGRATIONS)
    throw new ApiError(
      'too_many_integrations',
      `There are ${MOST_INTEGRATIONS} integrations already: remove one first.`,
    )
  await requirePolicies(call, rules)
  const { base_url, shown, hidden } = placeGiven(given, context.config.allowPrivate)
  // Linear makes its own, and Slack tells nothing.
  const made = hidden.webhook_secret === undefined && kind !== 'linear' && kind !== 'slack' ? newSecret() : undefined
  if (made) hidden.webhook_secret = made
  const row = await insertIntegration(db, {
    id: newId('int'),
    organization_id: organizationId,
    name: given.name ?? defaultName(kind, shown),
    kind,
    base_url,
    settings: JSON.stringify(shown),
    secrets: context.secrets.seal(JSON.stringify(hidden)),
    rules: JSON.stringify(rules),
    mapping: JSON.stringify(mapping),
    sync: JSON.stringify(sync),
    next_poll_at: nextPoll(kind, sync),
  })
  if (takesKnown(rules)) await noteKnown(db, organizationId)
  return { row, webhook_secret: made }
}

/** Settings are merged, other fields replaced. What waits, or has failed, is tried again at once. */
export async function changeIntegration(call: Inside, id: string, changes: Changes): Promise<IntegrationRow> {
  const { db, organizationId, context } = call
  const present = await holdIntegration(db, organizationId, id)
  if (!present) throw missing(id)
  const { kind } = present
  const rules = changes.rules === undefined ? present.rules : (changes.rules ?? [])
  const mapping = changes.mapping === undefined ? present.mapping : (changes.mapping ?? {})
  const sync = changes.sync === undefined ? present.sync : (changes.sync ?? {})
  if (changes.rules) await requirePolicies(call, rules)
  const before: SettingsGiven = JSON.parse(context.secrets.open(present.secrets).toString())
  const settings = { ...onlySettings(present.settings), ...before, ...(changes.settings ?? {}) }
  const given = { kind, base_url: changes.base_url ?? present.base_url, settings, given: changes.settings ?? {} }
  const { base_url, shown, hidden } = placeGiven(given, context.config.allowPrivate)
  const row = await updateIntegration(db, organizationId, id, {
    name: changes.name ?? present.name,
    base_url,
    settings: JSON.stringify(shown),
    secrets: context.secrets.seal(JSON.stringify(hidden)),
    rules: JSON.stringify(rules),
    mapping: JSON.stringify(mapping),
    sync: JSON.stringify(sync),
    enabled: changes.enabled ?? present.enabled,
    failing_since: null,
    failure_count: 0,
    last_error: null,
    paused_until: null,
    next_poll_at: nextPoll(kind, sync),
  })
  await wakeTickets(db, organizationId, { integration_id: id })
  if (changes.enabled === true || takesKnown(rules)) await noteKnown(db, organizationId)
  await notify(db, TICKETS_CHANNEL, '')
  return row
}

function takesKnown(rules: readonly TicketRule[]): boolean {
  return rules.some(({ new_only }) => new_only === false)
}

function nextPoll(kind: TrackerKind, { poll_seconds }: TicketSync): Date | null {
  return kind === 'slack' || poll_seconds === null ? null : new Date()
}

function defaultName(kind: TrackerKind, { repository, project, team, channel }: Record<string, string>): string {
  const names = { github: 'GitHub', gitlab: 'GitLab', jira: 'Jira', linear: 'Linear', slack: 'Slack' }
  return `${names[kind]} ${repository ?? project ?? team ?? channel}`
}

/** Where issues are made, out of what is given: what is shown, and what is sealed. */
export function placeGiven(
  {
    kind,
    base_url,
    settings,
    given = settings,
  }: { kind: TrackerKind; base_url?: string; settings: SettingsGiven; given?: SettingsGiven },
  allowPrivate: boolean,
): { base_url: string; shown: Record<string, string>; hidden: Record<string, string> } {
  const { needs, takes, base_url: usual } = SETTINGS_OF[kind]
  const known: readonly string[] = [...needs, ...takes]
  const errors: FieldError[] = Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => ({ pointer: `/settings/${name}`, detail: `is not for ${kind}: it takes ${known.join(', ')}` }))
  for (const name of needs)
    if (settings[name] === undefined) errors.push({ pointer: `/settings/${name}`, detail: `is needed for ${kind}` })
  errors.push(...logInFaults(kind, settings))
  const address = base_url ?? usual
  if (address === null) errors.push({ pointer: '/base_url', detail: `is needed for ${kind}` })
  if (address === null || errors.length > 0) refuse(errors)
  const secret: readonly string[] = SECRET_SETTINGS
  const entries = Object.entries(settings) as [string, string][]
  const shown = Object.fromEntries(entries.filter(([name]) => !secret.includes(name)))
  const hidden = Object.fromEntries(entries.filter(([name]) => secret.includes(name)))
  if (hidden.token) shown.token_last_four = hidden.token.length > 12 ? hidden.token.slice(-4) : '…'
  const url = new URL(callableUrl(address, allowPrivate, '/base_url'))
  return { base_url: `${url.origin}${url.pathname}`.replace(/\/+$/, ''), shown, hidden }
}

function logInFaults(kind: TrackerKind, settings: SettingsGiven): FieldError[] {
  const { token, app_id, installation_id, private_key, deployment = 'cloud', email } = settings
  if (kind === 'jira' && deployment === 'cloud' && email === undefined)
    return [{ pointer: '/settings/email', detail: 'is needed in the cloud: whose token it is' }]
  if (kind !== 'github' || token !== undefined) return []
  const asApp = { app_id, installation_id, private_key }
  const absent = Object.entries(asApp).filter(([, value]) => value === undefined)
  if (absent.length === 3)
    return [{ pointer: '/settings/token', detail: 'is needed, or app_id, installation_id and private_key' }]
  return absent.map(([name]) => ({ pointer: `/settings/${name}`, detail: 'is needed beside the other two of an app' }))
}

function onlySettings({ token_last_four, ...settings }: Record<string, unknown>): SettingsGiven {
  return settings as SettingsGiven
}

async function requirePolicies({ db, organizationId }: Inside, rules: readonly TicketRule[]): Promise<void> {
  const named = [...new Set(rules.flatMap(({ policy_id }) => policy_id ?? []))]
  if (named.length === 0) return
  const known = (await findPolicies(db, organizationId, named)).map(({ id }) => id)
  const errors = rules.flatMap(({ policy_id }, n) =>
    policy_id && !known.includes(policy_id)
      ? [{ pointer: `/rules/${n}/policy_id`, detail: 'is no policy of yours' }]
      : [],
  )
  if (errors.length > 0) refuse(errors)
}

function refuse(errors: FieldError[]): never {
  const [{ pointer = '', detail }] = errors as [FieldError]
  throw new ApiError('validation_failed', `The body does not validate. ${pointer}: ${detail}.`, { errors })
}
