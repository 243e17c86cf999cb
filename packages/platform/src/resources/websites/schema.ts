import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { Type } from 'typebox'
import type { WebsitesTable } from '../../db/schema.ts'
import { toSettings } from './settings.ts'
import { HIDDEN, Settings, SettingsPatch } from './settings-schema.ts'

const Tags = Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: 20, uniqueItems: true })
const Name = Type.String({ minLength: 1, maxLength: 200 })
export const Criticality = Type.Enum(['low', 'medium', 'high', 'critical'])
const Groups = Type.Array(Type.String({ maxLength: 80 }), { maxItems: 20, uniqueItems: true })
const Nullable = <T extends import('typebox').TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const Website = Type.Object(
  {
    id: Type.String(),
    url: Type.String({ format: 'uri' }),
    name: Type.String(),
    tags: Type.Array(Type.String()),
    groups: Type.Array(Type.String(), { description: 'Identifiers of its groups.' }),
    criticality: Type.Enum(['low', 'medium', 'high', 'critical'], {
      description: 'How much depends on it, as you say.',
    }),
    settings: Settings,
    security_score: Nullable(
      Type.Integer({ description: 'Of all that is open on the website, whichever scan saw it.' }),
    ),
    grade: Nullable(Type.String()),
    score_version: Nullable(Type.Integer()),
    latest_scan_id: Nullable(Type.String()),
    open_vulnerabilities: Type.Object({
      critical: Type.Integer(),
      high: Type.Integer(),
      medium: Type.Integer(),
      low: Type.Integer(),
      info: Type.Integer(),
    }),
    verified_at: Nullable(
      Type.String({ format: 'date-time', description: 'Since when it is shown to be yours; see its verification.' }),
    ),
    created_at: Type.String({ format: 'date-time' }),
    updated_at: Type.String({ format: 'date-time' }),
  },
  { title: 'Website' },
)

export const WebsiteCreate = Type.Object(
  {
    url: Type.String({
      minLength: 1,
      maxLength: 2048,
      description: 'As a person would type it; https where no scheme is given. A website is scheme, host and port.',
    }),
    name: Type.Optional(Name),
    tags: Type.Optional(Tags),
    groups: Type.Optional(Groups),
    criticality: Type.Optional(Criticality),
    settings: Type.Optional(SettingsPatch),
  },
  { additionalProperties: false },
)

export const WebsitePatch = Type.Object(
  {
    name: Type.Optional(Nullable(Name)),
    tags: Type.Optional(Nullable(Tags)),
    groups: Type.Optional(Nullable(Groups)),
    criticality: Type.Optional(Nullable(Criticality)),
    settings: Type.Optional(Nullable(SettingsPatch)),
  },
  { additionalProperties: false, description: 'Null gives a field the value that it has when left out at first.' },
)

/** The same change to many, names apart. */
export const WebsitesPatch = Type.Object(
  {
    ids: Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 100, uniqueItems: true }),
    ...Type.Omit(WebsitePatch, ['name']).properties,
  },
  { additionalProperties: false },
)

export const WebsitesPatched = Type.Object({
  results: Type.Array(
    Type.Object({
      id: Type.String(),
      status: Type.Integer({ description: 'What the change alone would have answered: 200 or 404.' }),
      code: Nullable(Type.String()),
      detail: Nullable(Type.String()),
    }),
  ),
})

export const EXAMPLE = {
  id: 'ws_01k0000000000000000000000',
  url: 'https://example.com/',
  name: 'example.com',
  tags: ['shop'],
  groups: ['grp_01k0000000000000000000000'],
  criticality: 'high' as const,
  settings: {
    ...toSettings(null),
    login: { url: '/login', username: 'ann@example.com', password: HIDDEN },
    exclude: ['/blog/*'],
    allowed_hours: { from: '22:00', to: '06:00', time_zone: 'Europe/Berlin' },
  },
  security_score: 85,
  grade: 'B',
  score_version: 1,
  latest_scan_id: 'scan_01k0000000000000000000000',
  open_vulnerabilities: { critical: 0, high: 2, medium: 5, low: 8, info: 3 },
  verified_at: null,
  created_at: '2026-01-15T00:00:00Z',
  updated_at: '2026-01-15T00:00:00Z',
}

/** A row as the API gives it. */
export function toWebsite(row: Selectable<WebsitesTable>) {
  const { id, url, name, tags, security_score, grade, score_version, latest_scan_id } = row
  return {
    id,
    url,
    name,
    tags,
    groups: row.group_ids,
    criticality: row.criticality,
    settings: toSettings(row.settings),
    security_score,
    grade,
    score_version,
    latest_scan_id,
    open_vulnerabilities: {
      critical: row.open_critical,
      high: row.open_high,
      medium: row.open_medium,
      low: row.open_low,
      info: row.open_info,
    },
    verified_at: row.verified_at && rfc3339(row.verified_at),
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
  }
}
