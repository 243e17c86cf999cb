import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import { ApiKey, ApiKeyCreate, ApiKeyCreated, ApiKeyPatch, ApiKeyRoll, EXAMPLE, toApiKey } from './schema.ts'
import { changeApiKey, cidrList, createApiKey, expiry, refuseGrowth, refuseWriting, rollApiKey } from './service.ts'
import { findApiKey, listApiKeys } from './store.ts'

const params = Type.Object({ key_id: Type.String() })
const CREATED_EXAMPLE = { ...EXAMPLE, key: 'lh_live_Zx81kQ0aVbTnR4uYcD7eWfG2hJ5mLp3sXq9KoA' }

async function existing({ db, organizationId }: Call, id: string) {
  const key = await findApiKey(db, organizationId, id)
  if (!key) throw new ApiError('not_found', `There is no API key ${id}.`)
  return key
}

export const apiKeyRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/api-keys',
    operationId: 'listApiKeys',
    summary: 'List API keys',
    scope: 'api_keys:read',
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(ApiKey),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const rows = await listApiKeys(db, organizationId, page)
      return { status: 200, body: listBody(rows.map(toApiKey), page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/api-keys',
    operationId: 'createApiKey',
    summary: 'Make an API key',
    description: 'The key is in the answer, this once. It can do no more than the key that makes it.',
    scope: 'api_keys:write',
    body: ApiKeyCreate,
    example: {
      name: 'Pipeline',
      scopes: ['scans:read', 'scans:write'],
      allowed_cidrs: ['203.0.113.0/24'],
      force: true,
    },
    answers: { 201: { description: 'Made.', location: true, schema: ApiKeyCreated, example: CREATED_EXAMPLE } },
    async handler(call) {
      const key = await createApiKey(call, call.body)
      return { status: 201, body: key, headers: { location: `/v1/api-keys/${key.id}` } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/api-keys/:key_id',
    operationId: 'getApiKey',
    summary: 'Get an API key',
    scope: 'api_keys:read',
    params,
    answers: { 200: { description: 'The key, without itself.', schema: ApiKey, example: EXAMPLE } },
    async handler(call) {
      return { status: 200, body: toApiKey(await existing(call, call.params.key_id)) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/api-keys/:key_id',
    operationId: 'updateApiKey',
    summary: 'Change an API key',
    description: 'JSON merge patch (RFC 7396).',
    scope: 'api_keys:write',
    params,
    body: ApiKeyPatch,
    example: { name: 'Pipeline, old' },
    answers: { 200: { description: 'Changed.', schema: ApiKey, example: EXAMPLE } },
    async handler(call) {
      const key = await existing(call, call.params.key_id)
      const { force = false, allowed_cidrs, allowed_origins, expires_at, ...changes } = call.body
      if (changes.scopes) refuseGrowth(changes.scopes, call.caller.scopes)
      const list =
        allowed_cidrs === undefined ? {} : { allowed_cidrs: cidrList(allowed_cidrs ?? [], call.caller.address, force) }
      const origins = allowed_origins === undefined ? {} : { allowed_origins: allowed_origins ?? [] }
      refuseWriting(changes.scopes ?? key.scopes, origins.allowed_origins ?? key.allowed_origins)
      const end = expires_at === undefined ? {} : { expires_at: expires_at === null ? null : expiry(expires_at) }
      return { status: 200, body: toApiKey(await changeApiKey(call, key, { ...changes, ...list, ...origins, ...end })) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/api-keys/:key_id',
    operationId: 'revokeApiKey',
    summary: 'Revoke an API key',
    description: 'At once, on every server. It stays in the list, with the time.',
    scope: 'api_keys:write',
    params,
    answers: { 204: { description: 'Revoked.' } },
    async handler(call) {
      const key = await existing(call, call.params.key_id)
      if (!key.revoked_at) await changeApiKey(call, key, { revoked_at: new Date() })
      return { status: 204 }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/api-keys/:key_id/roll',
    operationId: 'rollApiKey',
    summary: 'Replace an API key',
    description: 'Makes a successor with the same rights. The old key works until the overlap has passed.',
    scope: 'api_keys:write',
    params,
    body: ApiKeyRoll,
    bodyOptional: true,
    errors: ['api_key_ended'],
    example: { overlap_seconds: 3600 },
    answers: {
      201: { description: 'The successor.', location: true, schema: ApiKeyCreated, example: CREATED_EXAMPLE },
    },
    async handler(call) {
      const key = await existing(call, call.params.key_id)
      const successor = await rollApiKey(call, key, call.body.overlap_seconds ?? 86_400)
      return { status: 201, body: successor, headers: { location: `/v1/api-keys/${successor.id}` } }
    },
  }),
]
