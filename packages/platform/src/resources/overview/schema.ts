import { type Static, type TSchema, Type } from 'typebox'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Count = Type.Integer()
const Day = Type.String({ format: 'date' })

export const STATES = ['open', 'reopened', 'fixed', 'accepted_risk', 'false_positive'] as const
export const SEVERITY_NAMES = ['critical', 'high', 'medium', 'low', 'info'] as const
export const GRADES = ['A+', 'A', 'B', 'C', 'D', 'F'] as const
export type State = (typeof STATES)[number]
export type SeverityName = (typeof SEVERITY_NAMES)[number]

const BySeverity = Type.Object(
  Object.fromEntries(SEVERITY_NAMES.map((name) => [name, Count])) as Record<SeverityName, typeof Count>,
)

const Site = Type.Object({
  website_id: Type.String(),
  url: Type.String(),
  name: Type.String(),
  security_score: Count,
  grade: nullable(Type.String()),
})

export const Overview = Type.Object(
  {
    object: Type.Literal('overview'),
    from: Day,
    to: Day,
    websites: Type.Object({
      total: Count,
      scored: Type.Integer({ description: 'Those that were scanned, and so have a score.' }),
    }),
    security_score: Type.Object({
      average: nullable(Type.Number({ description: 'Of all that have one, at the end of `to`; to one decimal.' })),
      change: nullable(Type.Number({ description: 'Since the day before `from`; null where there was none then.' })),
      trend: Type.Array(Type.Object({ date: Day, average: nullable(Type.Number()), websites: Count }), {
        description: 'At the end of each day.',
      }),
    }),
    grades: Type.Record(Type.String(), Count, { description: 'Websites by grade, now; `none` has no score yet.' }),
    vulnerabilities: Type.Object(
      {
        by_severity: BySeverity,
        by_status: Type.Object(Object.fromEntries(STATES.map((name) => [name, Count])) as Record<State, typeof Count>),
        by_status_and_severity: Type.Object(
          Object.fromEntries(STATES.map((name) => [name, BySeverity])) as Record<State, typeof BySeverity>,
        ),
      },
      { description: 'Now. `by_severity` counts what is open or reopened.' },
    ),
    activity: Type.Object({
      new: Count,
      fixed: Count,
      reopened: Count,
      days: Type.Array(Type.Object({ date: Day, new: Count, fixed: Count, reopened: Count }), {
        description: 'Every day of the span.',
      }),
    }),
    mean_time_to_fix: nullable(
      Type.Integer({ description: 'Seconds, of what was fixed in the span and had been open all the time.' }),
    ),
    worst: Type.Array(Site, { description: 'The five with the lowest scores, now.' }),
    most_improved: Type.Array(
      Type.Object({ ...Site.properties, change: Type.Integer({ description: 'Points won in the span.' }) }),
      { description: 'The five that won most, their first scan not counted.' },
    ),
    certificates_expiring: Type.Array(
      Type.Object({
        website_id: Type.String(),
        url: Type.String(),
        not_after: nullable(Type.String({ description: 'Null where a scan saw it, and no monitor looks at it.' })),
      }),
      { description: 'Those that end within 30 days, or have ended: the first 20.' },
    ),
    monitors: Type.Object({
      up: Count,
      degraded: Count,
      down: Count,
      unknown: Count,
      pending: Count,
      disabled: Count,
    }),
    scans: Type.Object({ queued: Count, running: Count }),
    tenants: nullable(
      Type.Array(
        Type.Object({
          organization_id: Type.String(),
          name: Type.String(),
          websites: Count,
          security_score: nullable(Type.Number()),
          open: BySeverity,
        }),
        { description: 'Where tenants were asked for: each, the worst first.' },
      ),
    ),
  },
  { title: 'Overview' },
)
export type OverviewObject = Static<typeof Overview>

const list = (description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: 4_000, description: `${description} Separated by commas.` }))
const day = (description: string) => Type.Optional(Type.String({ format: 'date', description }))

export const OverviewQuery = Type.Object(
  {
    website_ids: list('Only these websites, at most 100.'),
    tags: list('Only websites with one of these tags.'),
    groups: list('Only websites in one of these groups.'),
    tenants: list(
      '`all`, or ids of organisations under yours: their websites instead of your own. Not together with the other three.',
    ),
    from: day('First day, UTC. Default: 29 days before `to`.'),
    to: day('Last day, UTC. Default: today. At most 400 days with the first.'),
  },
  { additionalProperties: false },
)

const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0 }
const site = {
  website_id: 'ws_01k0000000000000000000000',
  url: 'https://example.com/',
  name: 'example.com',
  security_score: 85,
  grade: 'B',
}
export const EXAMPLE: OverviewObject = {
  object: 'overview',
  from: '2026-01-14',
  to: '2026-01-15',
  websites: { total: 3, scored: 2 },
  security_score: {
    average: 88.5,
    change: 2.5,
    trend: [
      { date: '2026-01-14', average: 86, websites: 2 },
      { date: '2026-01-15', average: 88.5, websites: 2 },
    ],
  },
  grades: { 'A+': 0, A: 1, B: 1, C: 0, D: 0, F: 0, none: 1 },
  vulnerabilities: {
    by_severity: { ...none, high: 2, medium: 5, low: 8 },
    by_status: { open: 14, reopened: 1, fixed: 9, accepted_risk: 1, false_positive: 0 },
    by_status_and_severity: {
      open: { ...none, high: 2, medium: 4, low: 8 },
      reopened: { ...none, medium: 1 },
      fixed: { ...none, high: 1, low: 8 },
      accepted_risk: { ...none, low: 1 },
      false_positive: none,
    },
  },
  activity: {
    new: 3,
    fixed: 4,
    reopened: 0,
    days: [
      { date: '2026-01-14', new: 3, fixed: 0, reopened: 0 },
      { date: '2026-01-15', new: 0, fixed: 4, reopened: 0 },
    ],
  },
  mean_time_to_fix: 93_600,
  worst: [site],
  most_improved: [{ ...site, change: 5 }],
  certificates_expiring: [{ website_id: site.website_id, url: site.url, not_after: '2026-01-29T00:00:00Z' }],
  monitors: { up: 3, degraded: 0, down: 0, unknown: 0, pending: 0, disabled: 0 },
  scans: { queued: 0, running: 1 },
  tenants: null,
}
