import { type Static, type TSchema, Type } from 'typebox'
import type { AlertKind, ChannelKind } from '../../db/schema.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const TimeOfDay = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'HH:MM.' })
const TimeZone = Type.String({ minLength: 1, maxLength: 64, description: 'Of the IANA database, as Europe/Berlin.' })
const Url = Type.String({ minLength: 1, maxLength: 2_048 })

export const CHANNEL_KINDS: ChannelKind[] = ['mail', 'slack', 'teams', 'pagerduty', 'webhook']
export const ALERT_KINDS: AlertKind[] = [
  'uptime',
  'certificate',
  'headers',
  'dns',
  'content',
  'scripts',
  'score',
  'malware',
  'domain',
  'policy',
  'compliance',
  'schedule',
  'monitoring',
]
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const

/** What a caller gives; each kind takes some of it. */
export const SettingsGiven = Type.Object(
  {
    to: Type.Optional(
      Type.Array(Type.String({ maxLength: 254, pattern: '^[^\\s<>@",;:\\\\]+@[^\\s<>@",;:\\\\]+$' }), {
        minItems: 1,
        maxItems: 20,
        uniqueItems: true,
        description: 'mail: the addresses.',
      }),
    ),
    url: Type.Optional({
      ...Url,
      description:
        'slack: of an incoming webhook. teams: of a workflow that posts to a channel when a webhook request is received. webhook: the endpoint. Those of slack and teams are secrets, and never shown again.',
    }),
    routing_key: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9]{32}$',
        description: 'pagerduty: of an Events API v2 integration. A secret, and never shown again.',
      }),
    ),
    region: Type.Optional(Type.Enum(['us', 'eu'], { description: 'pagerduty: of the service. Default us.' })),
    base_url: Type.Optional({ ...Url, description: 'pagerduty: in place of its own address, as for a relay.' }),
    secret: Type.Optional(
      Type.String({
        maxLength: 400,
        description:
          'webhook: by which it is signed; of your own, 8 to 256 characters, or `whsec_` and base64. Left out: one is made.',
      }),
    ),
  },
  { additionalProperties: false },
)
export type SettingsGiven = Static<typeof SettingsGiven>

export const SettingsShown = Type.Object({
  to: Type.Optional(Type.Array(Type.String())),
  url: Type.Optional(Type.String({ description: 'Of slack and teams only the host: the rest is secret.' })),
  routing_key_last_four: Type.Optional(Type.String()),
  region: Type.Optional(Type.Enum(['us', 'eu'])),
  base_url: Type.Optional(Type.String()),
})

/** Which settings each kind needs, and which it may have. */
export const SETTINGS_OF: Record<ChannelKind, { needs: (keyof SettingsGiven)[]; takes: (keyof SettingsGiven)[] }> = {
  mail: { needs: ['to'], takes: [] },
  slack: { needs: ['url'], takes: [] },
  teams: { needs: ['url'], takes: [] },
  pagerduty: { needs: ['routing_key'], takes: ['region', 'base_url'] },
  webhook: { needs: ['url'], takes: ['secret'] },
}

export const ChannelFilter = Type.Object(
  {
    min_severity: Type.Optional(
      Type.Enum([...SEVERITIES], { description: 'Only alerts as bad as this, or worse. Default: all.' }),
    ),
    kinds: Type.Optional(
      Type.Array(Type.Enum(ALERT_KINDS), {
        minItems: 1,
        maxItems: ALERT_KINDS.length,
        uniqueItems: true,
        description:
          'Only alerts that these kinds of monitors raise; `policy`: scans that fail a policy; `schedule`: that one was switched off; `monitoring`: that monitoring itself has stopped. Default: all.',
      }),
    ),
    policy_id: Type.Optional(
      Type.String({
        maxLength: 80,
        description:
          'Scans of these websites that fail this policy open an alert of kind `policy`; of that kind, no other is told here.',
      }),
    ),
    website_ids: Type.Optional(
      Type.Array(Type.String({ maxLength: 80 }), {
        minItems: 1,
        maxItems: 100,
        uniqueItems: true,
        description: 'Only alerts of these websites, and of those with one of `tags`. Default: all.',
      }),
    ),
    tags: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { minItems: 1, maxItems: 20, uniqueItems: true }),
    ),
  },
  { additionalProperties: false, description: 'Which alerts are told here: those that meet all that is set.' },
)
export type ChannelFilter = Static<typeof ChannelFilter>

export const QuietHours = Type.Object(
  { from: TimeOfDay, to: TimeOfDay, time_zone: TimeZone },
  {
    additionalProperties: false,
    description:
      'Each day from one time to another, which may be on the next day. What happens then is told at their end, in one digest.',
  },
)
export type QuietHours = Static<typeof QuietHours>

export const ChannelDigest = Type.Object(
  {
    every: Type.Enum(['immediately', 'hourly', 'daily'], {
      description: 'When alerts are told: at once, each by itself; or gathered, at each full hour or once a day.',
    }),
    at: Type.Optional({ ...TimeOfDay, description: 'daily: at this time. Default 08:00.' }),
    time_zone: Type.Optional({ ...TimeZone, description: 'daily: of `at`. Default UTC.' }),
  },
  { additionalProperties: false },
)
export type ChannelDigest = Static<typeof ChannelDigest>

export const NullableQuietHours = nullable(QuietHours)
