import { rfc3339 } from '@lasthash/scanner'
import { type Static, type TSchema, Type } from 'typebox'
import { SettingsGiven, SettingsShown, TicketMapping, TicketRules, TicketSync, TRACKER_KINDS } from './settings.ts'
import type { IntegrationRow } from './store.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Kind = Type.Enum(TRACKER_KINDS)
const BaseUrl = Type.String({
  minLength: 1,
  maxLength: 2_048,
  description:
    'Where the tracker is: for jira always, as `https://acme.atlassian.net`; for the others where it is one of your own, as `https://github.acme.example/api/v3`.',
})

const FIELDS = {
  id: Type.String(),
  name: Name,
  kind: Kind,
  base_url: Type.String(),
  settings: SettingsShown,
  rules: TicketRules,
  mapping: TicketMapping,
  sync: TicketSync,
  enabled: Type.Boolean(),
  status: Type.Enum(['active', 'failing', 'disabled'], {
    description: 'failing: `last_error` says why, nothing is lost.',
  }),
  failing_since: nullable(Time),
  last_error: nullable(Type.String({ description: 'Why the last call failed; null after one that succeeded.' })),
  last_succeeded_at: nullable(Time),
  paused_until: nullable(
    Type.String({
      format: 'date-time',
      description: 'Nothing is sent before: the tracker has asked for that, or has failed.',
    }),
  ),
  hook_url: nullable(Type.String({ description: 'Where the tracker’s webhook is to point; null where it has none.' })),
  created_at: Time,
  updated_at: Time,
}
export const Integration = Type.Object(FIELDS, { title: 'Integration' })
export const IntegrationCreated = Type.Object(
  {
    ...FIELDS,
    webhook_secret: Type.Optional(
      Type.String({ description: 'The one that was made, this once: for the tracker’s webhook.' }),
    ),
  },
  { title: 'IntegrationCreated' },
)

export const IntegrationCreate = Type.Object(
  {
    name: Type.Optional(Name),
    kind: Kind,
    base_url: Type.Optional(BaseUrl),
    settings: SettingsGiven,
    rules: Type.Optional(TicketRules),
    mapping: Type.Optional(TicketMapping),
    sync: Type.Optional(TicketSync),
  },
  { additionalProperties: false },
)

export const IntegrationDraft = Type.Object(
  { kind: Kind, base_url: Type.Optional(BaseUrl), settings: SettingsGiven },
  { additionalProperties: false },
)

export const IntegrationPatch = Type.Object(
  {
    name: Type.Optional(Name),
    base_url: Type.Optional(BaseUrl),
    settings: Type.Optional(SettingsGiven),
    rules: Type.Optional(nullable(TicketRules)),
    mapping: Type.Optional(nullable(TicketMapping)),
    sync: Type.Optional(nullable(TicketSync)),
    enabled: Type.Optional(Type.Boolean()),
  },
  {
    additionalProperties: false,
    description:
      'Of `settings`, those that are given; `rules`, `mapping` and `sync` are replaced whole, and null is as if left out at first.',
  },
)

export const TestResult = Type.Object(
  {
    ok: Type.Boolean(),
    detail: Type.String({ description: 'One sentence: what was found, or what is wrong.' }),
  },
  { title: 'IntegrationTest' },
)

export const EXAMPLE: Static<typeof Integration> = {
  id: 'int_01k0000000000000000000000',
  name: 'Shop issues',
  kind: 'github',
  base_url: 'https://api.github.com',
  settings: { repository: 'acme/shop', token_last_four: 'aB3d' },
  rules: [{ severities: ['critical', 'high'], tags: ['shop'] }],
  mapping: { labels: ['security'], assignee: 'octocat' },
  sync: { close_when_fixed: true },
  enabled: true,
  status: 'active',
  failing_since: null,
  last_error: null,
  last_succeeded_at: '2026-01-15T14:32:16Z',
  paused_until: null,
  hook_url: 'https://app.lasthash.com/hooks/int_01k0000000000000000000000',
  created_at: '2026-01-15T00:00:00Z',
  updated_at: '2026-01-15T00:00:00Z',
}

export function toIntegration(row: IntegrationRow, publicUrl: string): Static<typeof Integration> {
  const { id, name, kind, base_url, settings, rules, mapping, sync, enabled, last_error } = row
  const at = (time: Date | null) => time && rfc3339(time)
  return {
    ...{ id, name, kind, base_url, settings, rules, mapping, sync, enabled },
    status: enabled ? (row.failing_since ? 'failing' : 'active') : 'disabled',
    failing_since: at(row.failing_since),
    last_error,
    last_succeeded_at: at(row.last_succeeded_at),
    paused_until: at(row.paused_until),
    hook_url: kind === 'slack' ? null : `${publicUrl}/hooks/${id}`,
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
  }
}
