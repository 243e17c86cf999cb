import { Type } from 'typebox'
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
  vulnerabilities: 'What was found, over all websites.',
  websites: 'The websites that are looked after.',
  webhooks: 'Endpoints that are told what happens, and every delivery to them.',
  events: 'Everything that happened: the same objects as webhooks deliver.',
  checks: 'The catalogue of what is looked for.',
  api_keys: 'Keys to this API.',
  organizations: 'Your organisation.',
  usage: 'Use against plan.',
}

/** OpenAPI 3.1 from the routes themselves: the document is what the router does. */
export function openApi(routes: readonly Route[], publicUrl: string, version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] ??= {}
    paths[path][route.method.toLowerCase()] = operation(route)
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
      schemas: { Problem: PROBLEM },
    },
  }
}

function operation(route: Route): Record<string, unknown> {
  const parameters = [
    ...Object.entries(route.params?.properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'path',
      required: true,
      schema: plain(schema),
    })),
    ...Object.entries(route.query?.properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: false,
      schema: plain(schema),
      ...((schema as { description?: string }).description
        ? { description: (schema as { description?: string }).description }
        : {}),
    })),
    ...(route.method === 'POST'
      ? [
          header(
            'Idempotency-Key',
            '1 to 255 printable characters, quoted or bare: repeats within 24 hours give the first answer again.',
            255,
          ),
        ]
      : []),
    ...(route.method === 'PATCH' || route.method === 'DELETE'
      ? [header('If-Match', 'The `ETag` that the object must still have.')]
      : []),
    ...(route.method === 'GET'
      ? [header('If-None-Match', 'The `ETag` of what you have: 304 when it has not changed.')]
      : []),
  ]
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    tags: [tagOf(route)],
    ...(route.deprecation ? { deprecated: true } : {}),
    'x-scope': route.scope,
    parameters,
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: plain(route.body), ...(route.example ? { example: route.example } : {}) },
            },
          },
        }
      : {}),
    responses: responses(route),
  }
}

function responses(route: Route): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [status, { description, schema, example }] of Object.entries(route.answers)) {
    const type = (schema as { contentMediaType?: string } | undefined)?.contentMediaType ?? 'application/json'
    made[status] = {
      description,
      headers: { 'Request-Id': { schema: { type: 'string' } } },
      ...(schema
        ? { content: { [type]: { schema: plain(schema), ...(example !== undefined ? { example } : {}) } } }
        : {}),
    }
  }
  const codes = new Set<ErrorCode>([...COMMON, ...(route.errors ?? [])])
  if (route.body)
    for (const code of ['malformed_json', 'validation_failed', 'body_too_large', 'unsupported_media_type'] as const)
      codes.add(code)
  if (route.query || route.method === 'POST') codes.add('validation_failed')
  if (route.params) codes.add('not_found')
  if (route.method === 'POST')
    for (const code of ['idempotency_key_in_use', 'idempotency_key_reused'] as const) codes.add(code)
  if (route.method === 'PATCH' || route.method === 'DELETE') codes.add('precondition_failed')
  if (route.method === 'GET') made['304'] ??= { description: 'Not changed since the tag in `If-None-Match`.' }
  const byStatus = Map.groupBy([...codes], (code) => ERRORS[code].status)
  for (const [status, group] of byStatus) {
    made[String(status)] = {
      description: group.map((code) => `\`${code}\`: ${ERRORS[code].title}.`).join(' '),
      content: {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/Problem' },
          example: {
            type: `/docs/errors#${group[0]}`,
            title: ERRORS[group[0]!].title,
            status,
            detail: ERRORS[group[0]!].explanation,
            code: group[0],
            request_id: 'req_01k0000000000000000000000',
            retryable: ERRORS[group[0]!].retryable,
          },
        },
      },
    }
  }
  return made
}

function header(name: string, description: string, maxLength?: number) {
  return {
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string', ...(maxLength ? { maxLength } : {}) },
  }
}

function tagOf(route: Route): string {
  return route.scope.split(':')[0]!
}

/** TypeBox schemas carry symbols; the document is plain JSON. */
function plain(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema ?? Type.Any()))
}
