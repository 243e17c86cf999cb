import { type Static, type TProperties, Type } from 'typebox'

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const
const CONFIDENCES = ['confirmed', 'firm', 'tentative'] as const
export const TYPES = ['vulnerability', 'misconfiguration', 'exposure', 'threat', 'information'] as const

/** Of websites; more is worse to lose. */
const CRITICALITIES = ['low', 'medium', 'high', 'critical'] as const

const FIELDS = {
  severity: Type.Optional(Type.Enum([...SEVERITIES], { description: 'A vulnerability so bad, or worse.' })),
  confidence: Type.Optional(
    Type.Enum([...CONFIDENCES], {
      description:
        'So sure, or surer. Without it, and with `firm`, tentative ones never count; with `tentative` they do.',
    }),
  ),
  new: Type.Optional(
    Type.Boolean({ description: 'true: seen by this scan for the first time, or back again. false: known before.' }),
  ),
  type: Type.Optional(Type.Array(Type.Enum([...TYPES]), { minItems: 1, maxItems: TYPES.length, uniqueItems: true })),
  kev: Type.Optional(Type.Boolean({ description: 'Whether CISA lists a flaw of it as exploited.' })),
  age_days: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 3_650, description: 'Known for so many days, or longer.' }),
  ),
  compliance: Type.Optional(
    Type.Object(
      {
        framework: Type.String({ minLength: 1, maxLength: 50, description: 'As in a vulnerability’s `compliance`.' }),
        requirements: Type.Optional(
          Type.Array(Type.String({ minLength: 1, maxLength: 50 }), {
            minItems: 1,
            maxItems: 100,
            description: 'One of these; without it, any.',
          }),
        ),
      },
      { additionalProperties: false, description: 'A vulnerability that speaks to a requirement of the framework.' },
    ),
  ),
  score_below: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'The scan’s score is lower.' })),
  score_dropped_by: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 100,
      description: 'The score is lower by so much, or more, than that of the last scan of the same type and rules.',
    }),
  ),
  website_tags: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 50 }), {
      minItems: 1,
      maxItems: 20,
      description: 'The website has one of these tags.',
    }),
  ),
  website_criticality: Type.Optional(
    Type.Enum([...CRITICALITIES], { description: 'The website is so critical, or more.' }),
  ),
}

/** Three levels of `all` and `any`: enough for whatever people write down, and no recursion that clients stumble over. */
const Leaf = Type.Object(FIELDS, { additionalProperties: false, minProperties: 1 })
const group = <T extends TProperties>(inner: ReturnType<typeof Type.Object<T>>) =>
  Type.Object(
    {
      ...FIELDS,
      all: Type.Optional(Type.Array(inner, { minItems: 1, maxItems: 20, description: 'Each of them is met.' })),
      any: Type.Optional(Type.Array(inner, { minItems: 1, maxItems: 20, description: 'One of them is met.' })),
    },
    { additionalProperties: false, minProperties: 1 },
  )

export const FailWhen = Type.Object(group(group(Leaf)).properties, {
  additionalProperties: false,
  minProperties: 1,
  description:
    'What makes a scan fail. All fields of one object are met by the same vulnerability; what is said of the score and the website is of the scan. Vulnerabilities that were accepted or marked as false never count, nor do `info` ones unless `severity` says so.',
})

type Fields = Static<typeof Leaf>
export interface Condition extends Fields {
  all?: Condition[]
  any?: Condition[]
}
