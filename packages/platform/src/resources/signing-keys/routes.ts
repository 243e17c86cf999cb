import { rfc3339 } from '@lasthash/scanner'
import { type Static, Type } from 'typebox'
import { listOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { listSigningKeys, presentKey, retirePresent, type SigningKeyRow } from './store.ts'

const Time = Type.String({ format: 'date-time' })
const SigningKey = Type.Object(
  {
    id: Type.String({ description: 'Published under `/.well-known/lasthash-signing-keys/{id}`.' }),
    public_key: Type.String({ description: 'Ed25519: 32 bytes, base64url.' }),
    created_at: Time,
    retired_at: Type.Union([Time, Type.Null()], { description: 'Null: it signs.' }),
  },
  { title: 'SigningKey' },
)

const EXAMPLE: Static<typeof SigningKey> = {
  id: 'sgk_21fe31dfa154a261626bf854046fd227',
  public_key: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  created_at: '2026-01-15T00:00:00Z',
  retired_at: null,
}

export const signingKeyRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/compliance/signing-keys',
    operationId: 'listSigningKeys',
    summary: 'List signing keys',
    description: 'What bundles are signed by; the first is made with the first bundle. All of them, in one page.',
    scope: 'compliance:read',
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(SigningKey),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId }) {
      const data = (await listSigningKeys(db, organizationId)).map(toKey)
      return { status: 200, body: { object: 'list', data, has_more: false, next_cursor: null } }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/compliance/signing-keys',
    operationId: 'rotateSigningKey',
    summary: 'Sign by a new key',
    description:
      'The one before signs nothing any more, and stays published: what it has signed is verified as before. A bundle that claims to be signed by it later is refused.',
    scope: 'compliance:write',
    answers: { 201: { description: 'The new key.', schema: SigningKey, example: EXAMPLE } },
    async handler({ db, organizationId, context }) {
      await retirePresent(db, organizationId)
      return { status: 201, body: toKey(await presentKey(db, context.secrets, organizationId)) }
    },
  }),
]

function toKey({ id, public_key, created_at, retired_at }: SigningKeyRow): Static<typeof SigningKey> {
  return { id, public_key, created_at: rfc3339(created_at), retired_at: retired_at && rfc3339(retired_at) }
}
