import { type Static, Type } from 'typebox'
import type { MonitorKind } from '../db/schema.ts'

/** When a look is an alarm. Each kind knows some of them. */
export const Thresholds = Type.Object(
  {
    timeout_ms: Type.Optional(
      Type.Integer({
        minimum: 1_000,
        maximum: 30_000,
        description: 'uptime: milliseconds for connecting, and again for the answer. Default 10000.',
      }),
    ),
    max_response_ms: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 60_000,
        description: 'uptime: slower than this is an alarm. Default: none.',
      }),
    ),
    expected_status: Type.Optional(
      Type.Array(Type.Integer({ minimum: 100, maximum: 599 }), {
        minItems: 1,
        maxItems: 20,
        description: 'uptime: the good answers. Default: 200 to 399, and 401, 403 and 429.',
      }),
    ),
    expiry_days: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 365,
        description: 'certificate, domain: days before its end. Default 21 and 30.',
      }),
    ),
    required_headers: Type.Optional(
      Type.Array(Type.String({ pattern: '^[A-Za-z0-9-]{1,60}$' }), {
        maxItems: 20,
        description: 'headers: security headers that have to be there, besides those that were seen before.',
      }),
    ),
    max_change_percent: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, description: 'content: how much of the text may change. Default 30.' }),
    ),
    min_score: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'score: lower is an alarm.' })),
    max_drop: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, description: 'score: falling by more is an alarm. Default 9.' }),
    ),
  },
  { additionalProperties: false },
)
export type Thresholds = Static<typeof Thresholds>

export const OF_KIND: Record<MonitorKind, readonly (keyof Thresholds)[]> = {
  uptime: ['timeout_ms', 'max_response_ms', 'expected_status'],
  certificate: ['expiry_days'],
  headers: ['required_headers'],
  dns: [],
  content: ['max_change_percent'],
  scripts: [],
  malware: [],
  domain: ['expiry_days'],
  score: ['min_score', 'max_drop'],
}
