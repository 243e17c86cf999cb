import { type Static, type TSchema, Type } from 'typebox'

/** Stands for a value that is kept and not shown. Given back, it leaves the value as it is. */
export const HIDDEN = '[hidden]'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const optional = <T extends TSchema>(schema: T) => Type.Optional(nullable(schema))

const Text = Type.String({ maxLength: 2_000 })
const Secret = Type.String({ maxLength: 8_000 })
const Values = Type.Record(Type.String(), nullable(Secret), { maxProperties: 30 })
const Path = Type.String({ minLength: 1, maxLength: 500 })
const TimeOfDay = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'HH:MM.' })

const Step = Type.Object(
  {
    url: Type.String({ minLength: 1, maxLength: 2_000 }),
    method: Type.Optional(Type.Enum(['GET', 'POST', 'PUT', 'PATCH'])),
    headers: Type.Optional(Type.Record(Type.String(), Secret, { maxProperties: 30 })),
    form: Type.Optional(Type.Record(Type.String(), Secret, { maxProperties: 50 })),
    body: Type.Optional(Type.String({ maxLength: 20_000 })),
    extract: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 500 }), { maxProperties: 20 })),
  },
  { additionalProperties: false },
)

const AllowedHours = Type.Object(
  { from: TimeOfDay, to: TimeOfDay, time_zone: Type.String({ minLength: 1, maxLength: 64 }) },
  {
    additionalProperties: false,
    description:
      'Scans begin only from `from` until before `to`, in this time zone (IANA); it may span midnight. Others wait in the queue: see `waits_until`.',
  },
)

const NUMBERS = {
  requests_per_second: Type.Number({
    minimum: 0.1,
    maximum: 100,
    description: 'To each host; else as fast as it answers.',
  }),
  concurrent_requests: Type.Integer({ minimum: 1, maximum: 20, description: 'At once to each host; 6 unless told.' }),
}

/** What a PATCH may say: null takes a thing away. */
export const SettingsPatch = Type.Object(
  {
    headers: optional(Values),
    cookies: optional(Values),
    login: optional(
      Type.Object(
        {
          url: optional(Text),
          username: optional(Text),
          password: optional(Secret),
          username_field: optional(Text),
          password_field: optional(Text),
          fields: optional(Values),
          steps: optional(Type.Array(Step, { minItems: 1, maxItems: 20 })),
          logged_in: optional(Text),
          logged_out: optional(Text),
        },
        { additionalProperties: false },
      ),
    ),
    include: optional(Type.Array(Path, { maxItems: 50 })),
    exclude: optional(Type.Array(Path, { maxItems: 50 })),
    requests_per_second: optional(NUMBERS.requests_per_second),
    concurrent_requests: optional(NUMBERS.concurrent_requests),
    allowed_hours: optional(AllowedHours),
    openapi_url: optional(Type.String({ minLength: 1, maxLength: 2_000 })),
    user_agent_suffix: optional(Type.String({ pattern: '^[\\x21-\\x7e][\\x20-\\x7e]{0,99}$' })),
    obey_robots: optional(Type.Boolean()),
    use_browser: optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type SettingsPatch = Static<typeof SettingsPatch>

const Shown = Type.Record(Type.String(), Type.String())

/** What is shown: values that open something are `[hidden]`. */
export const Settings = Type.Object(
  {
    headers: Type.Record(Type.String(), Type.String(), { description: 'Sent with every request to the website.' }),
    cookies: Shown,
    login: nullable(
      Type.Object(
        {
          url: Type.Optional(Type.String()),
          username: Type.Optional(Type.String()),
          password: Type.Optional(Type.String()),
          username_field: Type.Optional(Type.String()),
          password_field: Type.Optional(Type.String()),
          fields: Type.Optional(Shown),
          steps: Type.Optional(
            Type.Array(
              Type.Object({
                url: Type.String(),
                method: Type.Optional(Type.String()),
                headers: Type.Optional(Shown),
                form: Type.Optional(Shown),
                body: Type.Optional(Type.String()),
                extract: Type.Optional(Shown),
              }),
            ),
          ),
          logged_in: Type.Optional(Type.String()),
          logged_out: Type.Optional(Type.String()),
        },
        { description: 'By a form (url, username, password) or by recorded steps.' },
      ),
    ),
    include: Type.Array(Type.String(), {
      description: 'Paths that are crawled, as they begin; `*` is anything, `$` the end.',
    }),
    exclude: Type.Array(Type.String(), { description: 'Paths that are not: stronger than `include`.' }),
    requests_per_second: nullable(NUMBERS.requests_per_second),
    concurrent_requests: nullable(NUMBERS.concurrent_requests),
    allowed_hours: nullable(AllowedHours),
    openapi_url: nullable(Type.String({ description: 'An OpenAPI document, as JSON, on the website.' })),
    user_agent_suffix: nullable(Type.String({ description: 'Stands behind our own name in the User-Agent.' })),
    obey_robots: Type.Boolean({ description: 'Leave out what robots.txt does. False unless told.' }),
    use_browser: Type.Boolean({ description: 'Open pages in a browser, too. True unless told.' }),
  },
  {
    title: 'WebsiteSettings',
    description: `How its scans go about it. Values of headers, cookies, fields and steps, and the password, are stored encrypted and shown as “${HIDDEN}”.`,
  },
)
