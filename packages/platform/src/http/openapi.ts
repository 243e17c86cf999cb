import { ERRORS, type ErrorCode } from '../errors.ts'
import type { Route } from './route.ts'
import { ALL_SCOPES } from './scopes.ts'

/** What any route may answer with, whatever it does. */
const COMMON: readonly ErrorCode[] = [
  'missing_api_key',
  'invalid_api_key',
  'insufficient_scope',
  'ip_not_allowed',
  'plan_without_api',
  'organization_suspended',
  'not_found',
  'rate_limited',
  'internal_error',
  'database_unavailable',
]

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457, with a code from the catalogue of errors.',
  required: ['type', 'title', 'status', 'detail', 'code', 'request_id', 'retryable'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'The page that explains this code.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is wrong with this very request, and the remedy.' },
    code: { type: 'string', enum: Object.keys(ERRORS) },
    request_id: { type: 'string' },
    retryable: { type: 'boolean', description: 'Whether the very same request may succeed later.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON Pointer into the body.' },
          parameter: { type: 'string' },
          header: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
}

const TAGS: Record<string, string> = {
  scans: 'Trigger scans, follow them, get results.',
  schedules: 'Scans that begin by themselves.',
  vulnerabilities: 'What was found, over all websites.',
  websites: 'The websites that are looked after.',
  monitors: 'What is looked at again and again, and how it was.',
  alerts: 'What is wrong, one alert for each cause.',
  alert_channels: 'Where alerts are told: mail, Slack, Microsoft Teams, PagerDuty, webhooks; and every delivery there.',
  policies: 'What makes a scan fail: for pipelines, alerts and tickets.',
  compliance: 'How websites stand against frameworks of requirements: what shows from outside, and what people attest.',
  reports: 'Reports for people: made, kept, shared by links that expire, and mailed on a schedule.',
  integrations: 'Trackers in which vulnerabilities become tickets: Jira, Linear, GitHub, GitLab, Slack.',
  tickets: 'One for each vulnerability and tracker, in step with both.',
  webhooks: 'Endpoints that are told what happens, and every delivery to them.',
  events: 'Everything that happened: the same objects as webhooks deliver.',
  checks: 'The catalogue of what is looked for.',
  feeds: 'Vulnerability data: how old it is, and how to have it renewed.',
  api_keys: 'Keys to this API.',
  organizations: 'Your organisation, and those under it.',
  exports: 'All that is kept of an organisation.',
  usage: 'Use against plan.',
  users: 'People who log in: their roles, and invitations.',
  sessions: 'Where people are logged in.',
  audit_log: 'Every change: who, what, from where, before and after.',
}

const HEADERS = {
  'Request-Id': { description: 'What we need to look into this very request.', schema: { type: 'string' } },
  'RateLimit-Policy': { description: 'The limit: q requests in w seconds.', schema: { type: 'string' } },
  RateLimit: { description: 'r requests are left, for t seconds.', schema: { type: 'string' } },
  'X-RateLimit-Limit': { description: 'The limit, in the older form.', schema: { type: 'string' } },
  'X-RateLimit-Remaining': { description: 'How many requests are left.', schema: { type: 'string' } },
  'X-RateLimit-Reset': { description: 'When the window ends, in seconds since the epoch.', schema: { type: 'string' } },
  ETag: { description: 'A strong tag of what is sent.', schema: { type: 'string' } },
  Location: { description: 'Where it is.', schema: { type: 'string' } },
  'Retry-After': { description: 'Seconds until trying again makes sense.', schema: { type: 'string' } },
  'Idempotent-Replayed': { description: '`true` when this is the stored answer.', schema: { type: 'string' } },
  Deprecation: { description: 'Since when it is deprecated (RFC 9745).', schema: { type: 'string' } },
  Sunset: { description: 'When it goes (RFC 8594).', schema: { type: 'string' } },
}
type HeaderName = keyof typeof HEADERS
const EVERY: readonly HeaderName[] = [
  'Request-Id',
  'RateLimit-Policy',
  'RateLimit',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
]

/** Of these types everything is sent as it is made, so without a tag. */
const STREAMED = new Set(['text/event-stream', 'application/x-ndjson'])

/** OpenAPI 3.1 from the routes themselves: the document is what the router does. */
export function openApi(routes: readonly Route[], publicUrl: string, version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  const parts: Parts = { schemas: { Problem: PROBLEM }, responses: {} }
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] ??= {}
    paths[path][route.method.toLowerCase()] = operation(route, publicUrl, parts)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'LastHash API',
      version,
      description:
        'Website security through an API: scans, vulnerabilities with their cures, webhooks. Errors are RFC 9457 problem documents.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      contact: { name: 'LastHash', url: 'https://lasthash.com' },
    },
    servers: [{ url: publicUrl }],
    security: [{ api_key: [] }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        api_key: { type: 'http', scheme: 'bearer', description: `An API key. Scopes: ${ALL_SCOPES.join(', ')}.` },
      },
      headers: HEADERS,
      ...parts,
    },
  }
}

/** What operations share, by name. */
interface Parts {
  schemas: Record<string, unknown>
  responses: Record<string, unknown>
}

function operation(route: Route, publicUrl: string, parts: Parts): Record<string, unknown> {
  const { body, example, method } = route
  const json = body && { schema: hoisted(body, parts.schemas), ...(example === undefined ? {} : { example }) }
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    tags: [tagOf(route)],
    ...(route.deprecation ? { deprecated: true } : {}),
    'x-scope': route.scope,
    parameters: parameters(route),
    ...(json
      ? {
          requestBody: {
            required: !route.bodyOptional,
            content: {
              'application/json': json,
              ...(method === 'PATCH' ? { 'application/merge-patch+json': json } : {}),
            },
          },
        }
      : {}),
    responses: { ...successes(route, parts), ...failures(route, publicUrl, parts) },
  }
}

function parameters({ method, params, query, headers = {} }: Route) {
  const known: [string, string][] = [
    ...Object.entries(headers),
    ['LastHash-Organization', 'An organisation under yours to act for: everything is then its own, and counts for it.'],
  ]
  if (method === 'POST')
    known.push([
      'Idempotency-Key',
      '1 to 255 printable characters, quoted or bare: repeats within 24 hours give the first answer again.',
    ])
  if (method === 'PATCH' || method === 'DELETE') known.push(['If-Match', 'The `ETag` that the object must still have.'])
  if (method === 'GET') known.push(['If-None-Match', 'The `ETag` of what you have: 304 when it has not changed.'])
  return [
    ...Object.entries(params?.properties ?? {}).map(([name, schema]) => parameter('path', name, plain(schema))),
    ...Object.entries(query?.properties ?? {}).map(([name, schema]) => parameter('query', name, plain(schema))),
    ...known.map(([name, description]) => parameter('header', name, { type: 'string', description })),
  ]
}

function parameter(place: 'path' | 'query' | 'header', name: string, { description, ...schema }: JsonSchema) {
  return {
    name,
    in: place,
    required: place === 'path',
    ...(typeof description === 'string' ? { description } : {}),
    schema,
  }
}

function successes(route: Route, { schemas }: Parts): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  let tagged = false
  for (const [status, answer] of Object.entries(route.answers)) {
    const {
      description,
      schema,
      example,
      type = 'application/json',
      otherTypes = {},
      streamed = STREAMED.has(type),
    } = answer
    const others = Object.entries(otherTypes).map(([other, text]) => [
      other,
      { schema: { type: 'string' }, example: text },
    ])
    const hasTag = schema !== undefined && !streamed && status !== '201'
    tagged ||= hasTag
    const names: HeaderName[] = [...EVERY]
    if (hasTag) names.push('ETag')
    if (answer.location) names.push('Location')
    if (route.method === 'POST') names.push('Idempotent-Replayed')
    if (route.deprecation) names.push('Deprecation', 'Sunset')
    made[status] = {
      description,
      headers: headerRefs(names),
      ...(schema
        ? {
            content: {
              [type]: { schema: hoisted(schema, schemas), ...(example === undefined ? {} : { example }) },
              ...Object.fromEntries(others),
            },
          }
        : {}),
    }
  }
  if (route.method === 'GET' && tagged)
    made['304'] = {
      description: 'Not changed since the tag in `If-None-Match`.',
      headers: headerRefs([...EVERY, 'ETag']),
    }
  return made
}

function failures(route: Route, publicUrl: string, { responses }: Parts): Record<string, unknown> {
  const { method } = route
  const codes = new Set<ErrorCode>([...COMMON, 'validation_failed', ...(route.errors ?? [])])
  if (method !== 'GET')
    for (const code of ['malformed_json', 'body_too_large', 'unsupported_media_type'] as const) codes.add(code)
  if (method === 'POST')
    for (const code of ['idempotency_key_in_use', 'idempotency_key_reused'] as const) codes.add(code)
  if (method === 'PATCH' || method === 'DELETE') codes.add('precondition_failed')
  if (route.deprecation) codes.add('gone')
  const made: Record<string, unknown> = {}
  for (const [status, group] of Map.groupBy([...codes].sort(), (code) => ERRORS[code].status)) {
    const name = `${status}.${group.join('.')}`
    responses[name] ??= {
      description: group.map((code) => `\`${code}\`: ${ERRORS[code].title}.`).join(' '),
      headers: headerRefs(['Request-Id', ...(status === 429 || status === 503 ? (['Retry-After'] as const) : [])]),
      content: {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/Problem' },
          examples: Object.fromEntries(group.map((code) => [code, { value: problemExample(code, publicUrl) }])),
        },
      },
    }
    made[String(status)] = { $ref: `#/components/responses/${name}` }
  }
  return made
}

function problemExample(code: ErrorCode, publicUrl: string) {
  const { title, status, explanation, retryable } = ERRORS[code]
  const request_id = 'req_01k0000000000000000000000'
  return { type: `${publicUrl}/docs/errors#${code}`, title, status, detail: explanation, code, request_id, retryable }
}

function headerRefs(names: readonly HeaderName[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}

function tagOf(route: Route): string {
  return route.scope.split(':')[0]!
}

type JsonSchema = Record<string, unknown>

/** TypeBox schemas carry symbols; the document is plain JSON. */
function plain(schema: unknown): JsonSchema {
  return JSON.parse(JSON.stringify(schema))
}

/** The schema with each titled one in it moved to `schemas` under its title, so that clients get one type for it. */
function hoisted(schema: unknown, schemas: Record<string, unknown>): unknown {
  const move = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(move)
    if (value === null || typeof value !== 'object') return value
    const { title, ...rest } = value as JsonSchema
    const moved = Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, move(one)]))
    // A property may be called “title” too: then it is a schema, not a name.
    if (typeof title !== 'string') return title === undefined ? moved : { ...moved, title: move(title) }
    schemas[title] = moved
    return { $ref: `#/components/schemas/${title}` }
  }
  return move(plain(schema))
}
