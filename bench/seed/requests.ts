import type pg from 'pg'

/** A list as a client asks for it. */
export interface ListRequest {
  operation: string
  path: string
  /** Without `limit` and `cursor`. */
  query: Record<string, string>
}

interface Parameter {
  name: string
  in: string
  schema: { enum?: string[]; type?: string; format?: string; minimum?: number }
}

interface Operation {
  operationId: string
  parameters?: Parameter[]
}

/** Values for parameters that take no fixed set of them; all are of the organisation that has half of everything. */
const VALUES: Record<string, string[]> = {
  website_id: [id('ws', 2)],
  monitor_id: [id('mon', 2)],
  webhook_id: [id('wh', 0)],
  schedule_id: ['sch_none'],
  organization_id: [id('org', 0)],
  tag: ['shop', 'group-2', 'rare', 'none'],
  group: ['grp_usual', 'grp_rare', 'none'],
  q: ['site', 'site-4322', 'site-77', 'hsts', 'none at all'],
  min_score: ['0', '100'],
  max_score: ['0', '100'],
  first_seen_after: [daysAgo(90), daysAgo(40), daysAgo(-1)],
  first_seen_before: [daysAgo(90), daysAgo(40), daysAgo(-1)],
  url: ['https://site-2.example'],
  check: ['bench/check-7', 'none/at-all'],
  key_id: ['key_rare'],
  user_id: ['user_none'],
  operation: ['deleteWebsite'],
  object_id: [id('ws', 2)],
  created_after: ['2020-01-01T00:00:00Z'],
  created_before: ['2100-01-01T00:00:00Z'],
  cve: ['CVE-2026-7', 'CVE-2000-1'],
  assigned_to: ['somebody@example.com', 'nobody'],
}

/** Not lists that grow: one for each check or feed, or of one scan. */
const BOUNDED = new Set(['listChecks', 'listFeeds', 'listScanSoftware', 'listScanVulnerabilities'])
/** Of those that a filter takes: event types are some thirty, and one is as good as another. */
const MOST_VALUES = 5
/** Parameters that choose no rows. */
const PAGING = new Set(['limit', 'cursor'])

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString()
}

function id(prefix: string, number: number): string {
  return `${prefix}_${String(number).padStart(26, '0')}`
}

/**
 * Every list of the OpenAPI document: bare, and by each of its filters, with each value that the filter takes. `vulnerabilityId`
 * is of one that has comments.
 */
export function listRequests(
  document: { paths: Record<string, Record<string, unknown>> },
  vulnerabilityId: string,
): ListRequest[] {
  const requests: ListRequest[] = []
  for (const [template, methods] of Object.entries(document.paths)) {
    const get = methods.get as Operation | undefined
    if (!get?.operationId.startsWith('list') || BOUNDED.has(get.operationId)) continue
    // What has no pages is bounded by itself.
    if (!get.parameters?.some(({ name }) => name === 'limit')) continue
    const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      name === 'vulnerability_id' ? vulnerabilityId : valuesOf({ name, in: 'path', schema: {} })[0]!,
    )
    const base = { operation: get.operationId, path }
    requests.push({ ...base, query: {} })
    for (const parameter of get.parameters ?? []) {
      if (parameter.in !== 'query' || PAGING.has(parameter.name)) continue
      for (const value of valuesOf(parameter)) requests.push({ ...base, query: { [parameter.name]: String(value) } })
    }
  }
  return requests
}

function valuesOf({ name, schema }: Parameter): string[] {
  if (schema.enum) return schema.enum.length > MOST_VALUES ? schema.enum.slice(0, MOST_VALUES) : schema.enum
  if (VALUES[name]) return VALUES[name]
  if (schema.type === 'boolean') return ['true', 'false']
  if (schema.type === 'integer' || schema.type === 'number') return [String(schema.minimum ?? 1)]
  return [schema.format === 'date-time' ? '2026-01-01T00:00:00Z' : 'none']
}

const TABLES: Record<string, string> = {
  ws: 'websites',
  scan: 'scans',
  vuln: 'vulnerabilities',
  evt: 'events',
  dlv: 'deliveries',
  alt: 'alerts',
  mon: 'monitors',
  sch: 'schedules',
  cmt: 'vulnerability_comments',
}

/** The cursor of a page in the middle of the organisation's rows of the same kind as `first`; null where there are few. */
export async function middleCursor(client: pg.Client, organizationId: string, first: string): Promise<string | null> {
  const table = TABLES[/^[a-z]+/.exec(first)?.[0] ?? '']
  if (!table) return null
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM ${table} WHERE organization_id = $1 ORDER BY id DESC
    OFFSET (SELECT count(*) / 2 FROM ${table} WHERE organization_id = $1) LIMIT 1`,
    [organizationId],
  )
  return rows[0] ? Buffer.from(rows[0].id).toString('base64url') : null
}
