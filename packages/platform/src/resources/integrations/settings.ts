import { type Static, type TSchema, Type } from 'typebox'
import type { TrackerKind } from '../../db/schema.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const ids = (description: string) =>
  Type.Optional(
    Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 100, uniqueItems: true, description }),
  )
const Tags = Type.Optional(
  Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { minItems: 1, maxItems: 20, uniqueItems: true }),
)
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const
const bySeverity = <T extends TSchema>(schema: T, description: string) =>
  Type.Optional(
    Type.Object(
      {
        critical: Type.Optional(schema),
        high: Type.Optional(schema),
        medium: Type.Optional(schema),
        low: Type.Optional(schema),
        info: Type.Optional(schema),
      },
      { additionalProperties: false, description },
    ),
  )

export const TRACKER_KINDS: TrackerKind[] = ['jira', 'linear', 'github', 'gitlab', 'slack']

/** What a caller gives; each kind takes some of it. */
export const SettingsGiven = Type.Object(
  {
    repository: Type.Optional(
      Type.String({
        maxLength: 200,
        pattern: '^(?!\\.\\.?/)[\\w.-]+/(?!\\.\\.?$)[\\w.-]+$',
        description: 'github: as `owner/name`.',
      }),
    ),
    project: Type.Optional(
      Type.String({
        maxLength: 255,
        pattern: '^(?!(.*/)?\\.\\.?(/|$))[\\w.-]+(/[\\w.-]+)*$',
        description: 'jira: its key, as `SEC`. gitlab: its path, as `group/name`, or its number.',
      }),
    ),
    team: Type.Optional(
      Type.String({ maxLength: 80, pattern: '^[\\w-]+$', description: 'linear: its key, as `ENG`, or its id.' }),
    ),
    channel: Type.Optional(
      Type.String({ maxLength: 80, pattern: '^[CGD][A-Z0-9]+$', description: 'slack: its id, as `C0123456789`.' }),
    ),
    issue_type: Type.Optional(
      Type.String({ minLength: 1, maxLength: 80, description: 'jira: its name. Default `Task`.' }),
    ),
    deployment: Type.Optional(Type.Enum(['cloud', 'data_center'], { description: 'jira: default cloud.' })),
    email: Type.Optional(Type.String({ maxLength: 254, description: 'jira in the cloud: whose token it is.' })),
    token: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 1_000,
        pattern: '^[\\x21-\\x7e]+$',
        description: 'By which we log in there. A secret, and never shown again.',
      }),
    ),
    app_id: Type.Optional(
      Type.String({ maxLength: 40, pattern: '^[\\w.]+$', description: 'github, as an app in place of `token`.' }),
    ),
    installation_id: Type.Optional(
      Type.String({ maxLength: 40, pattern: '^\\d+$', description: 'github, as an app: of the repository’s owner.' }),
    ),
    private_key: Type.Optional(
      Type.String({
        maxLength: 10_000,
        description: 'github, as an app: in PEM. A secret, and never shown again.',
      }),
    ),
    webhook_secret: Type.Optional(
      Type.String({
        minLength: 8,
        maxLength: 256,
        description:
          'By which the other side signs what it tells `hook_url`. Left out: one is made and shown once, but for linear, which makes its own.',
      }),
    ),
  },
  { additionalProperties: false },
)
export type SettingsGiven = Static<typeof SettingsGiven>

export const SettingsShown = Type.Object({
  repository: Type.Optional(Type.String()),
  project: Type.Optional(Type.String()),
  team: Type.Optional(Type.String()),
  channel: Type.Optional(Type.String()),
  issue_type: Type.Optional(Type.String()),
  deployment: Type.Optional(Type.Enum(['cloud', 'data_center'])),
  email: Type.Optional(Type.String()),
  app_id: Type.Optional(Type.String()),
  installation_id: Type.Optional(Type.String()),
  token_last_four: Type.Optional(Type.String()),
})

type Setting = keyof SettingsGiven
/** Which settings each kind needs, which it may have, and where its API is unless told; null: that has to be told. */
export const SETTINGS_OF: Record<TrackerKind, { needs: Setting[]; takes: Setting[]; base_url: string | null }> = {
  github: {
    needs: ['repository'],
    takes: ['token', 'app_id', 'installation_id', 'private_key', 'webhook_secret'],
    base_url: 'https://api.github.com',
  },
  gitlab: { needs: ['project', 'token'], takes: ['webhook_secret'], base_url: 'https://gitlab.com' },
  jira: {
    needs: ['project', 'token'],
    takes: ['issue_type', 'deployment', 'email', 'webhook_secret'],
    base_url: null,
  },
  linear: { needs: ['team', 'token'], takes: ['webhook_secret'], base_url: 'https://api.linear.app' },
  slack: { needs: ['channel', 'token'], takes: [], base_url: 'https://slack.com' },
}
/** Kept sealed. */
export const SECRET_SETTINGS = ['token', 'private_key', 'webhook_secret'] as const satisfies Setting[]

export const TicketRule = Type.Object(
  {
    severities: Type.Optional(
      Type.Array(Type.Enum([...SEVERITIES]), {
        minItems: 1,
        maxItems: 5,
        uniqueItems: true,
        description: 'Default: all but `info`.',
      }),
    ),
    confidence: Type.Optional(
      Type.Enum(['confirmed', 'firm', 'tentative'], { description: 'So sure, or surer. Default `firm`.' }),
    ),
    website_ids: ids('Only of these websites, and of those in one of `groups` or with one of `tags`. Default: all.'),
    groups: ids('As `website_ids`: groups of websites.'),
    tags: Tags,
    new_only: Type.Optional(
      Type.Boolean({
        description:
          'true: what a scan sees for the first time, or again after it was fixed. false: whatever a scan sees that has no ticket yet. Default true.',
      }),
    ),
    policy_id: Type.Optional(Type.String({ maxLength: 80, description: 'Only what makes the scan fail this policy.' })),
  },
  { additionalProperties: false, description: 'All that is set has to be met.' },
)
export type TicketRule = Static<typeof TicketRule>
export const TicketRules = Type.Array(TicketRule, {
  maxItems: 20,
  description:
    'What becomes a ticket by itself: what one of the rules asks for. None: only what is asked for by `POST /v1/tickets`.',
})

const Label = Type.String({ minLength: 1, maxLength: 100 })
const Assignee = Type.String({ minLength: 1, maxLength: 200 })
export const TicketMapping = Type.Object(
  {
    labels: Type.Optional(
      Type.Array(Label, { maxItems: 20, uniqueItems: true, description: 'Of every ticket. Default `lasthash`.' }),
    ),
    severity_labels: bySeverity(Type.Array(Label, { maxItems: 10 }), 'Labels by severity, beside the others.'),
    priorities: bySeverity(
      Type.String({ minLength: 1, maxLength: 80 }),
      'Priorities by severity. jira: names, as `High`; left out, none is set. linear: 1 (urgent) to 4; left out, by severity.',
    ),
    fields: Type.Optional(
      Type.Record(Type.String({ pattern: '^[\\w.-]{1,80}$' }), Type.Unknown(), {
        maxProperties: 50,
        description:
          'Further fields of the issue as the other side’s API takes them, as `customfield_10010` or `milestone`. In texts, `{severity}`, `{check}`, `{cwe}`, `{cve}`, `{website}`, `{website_url}` and `{vulnerability_id}` are filled in.',
      }),
    ),
    assignee: Type.Optional({
      ...Assignee,
      description:
        'Who gets what none of `assignees` names. github: log-in. gitlab: user name. jira: account id, or in a data center the user name. linear: e-mail address or id.',
    }),
    assignees: Type.Optional(
      Type.Array(
        Type.Object(
          {
            assignee: Assignee,
            severities: Type.Optional(Type.Array(Type.Enum([...SEVERITIES]), { minItems: 1, uniqueItems: true })),
            website_ids: ids('Of these websites, or those with one of `tags`.'),
            tags: Tags,
          },
          { additionalProperties: false },
        ),
        { maxItems: 50, description: 'The first that fits.' },
      ),
    ),
  },
  { additionalProperties: false },
)
export type TicketMapping = Static<typeof TicketMapping>

export const TicketSync = Type.Object(
  {
    close_when_fixed: Type.Optional(
      Type.Boolean({
        description: 'Close the ticket when a scan finds the vulnerability gone. Default false: a comment says so.',
      }),
    ),
    verify_when_closed: Type.Optional(
      Type.Boolean({
        description:
          'When somebody closes a ticket, look at the vulnerability again, and say in a comment what was found. Default true.',
      }),
    ),
    reopen_when_still_there: Type.Optional(
      Type.Boolean({
        description:
          'Reopen what was closed as done and is still there; what was closed as not planned stays closed. Default true.',
      }),
    ),
    poll_seconds: Type.Optional(
      nullable(
        Type.Integer({
          minimum: 30,
          maximum: 86_400,
          description:
            'How often to ask what has changed there, beside what `hook_url` is told. Null: never. Default 300.',
        }),
      ),
    ),
  },
  { additionalProperties: false },
)
export type TicketSync = Static<typeof TicketSync>
