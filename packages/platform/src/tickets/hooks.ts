import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'
import { isId } from '../identifier.ts'
import { TRACKERS } from '../integrations/trackers/trackers.ts'
import { lookAt } from './state.ts'

const MOST_BODY = 4_194_304 // bytes: an issue of 64 KiB, and what trackers tell around it

/**
 * Where trackers tell that something has changed: `/hooks/{integration}`. Nothing of what they say is taken at its word: the
 * tickets that it is about are looked at, so a hook that comes late or twice does no harm.
 */
export function serveHooks(app: FastifyInstance, context: Context): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // As it came: it is signed.
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MOST_BODY }, (_, body, done) => done(null, body))
    scope.post<{ Params: { integration_id: string } }>('/hooks/:integration_id', async (request, reply) => {
      const { integration_id } = request.params
      const integration = isId('int', integration_id) ? await find(context, integration_id) : undefined
      if (!integration) throw new ApiError('not_found', 'There is no such integration.')
      const { webhook_secret } = JSON.parse(context.secrets.open(integration.secrets).toString())
      const body = typeof request.body === 'string' ? request.body : ''
      const ids = webhook_secret ? read(integration.kind, { headers: request.headers, body }, webhook_secret) : null
      if (ids === null) throw new ApiError('invalid_signature', 'It is not signed by the integration’s webhook_secret.')
      await lookAt(context.database.as(integration.organization_id), integration.organization_id, integration_id, ids)
      return reply.code(204).send()
    })
  })
}

function find({ database }: Context, id: string) {
  return database.system
    .selectFrom('integrations')
    .select(['organization_id', 'kind', 'secrets'])
    .where('id', '=', id)
    .where('enabled', '=', true)
    .executeTakeFirst()
}

function read(
  kind: keyof typeof TRACKERS,
  request: Parameters<(typeof TRACKERS)['github']['readHook']>[0],
  secret: string,
) {
  try {
    return TRACKERS[kind].readHook(request, secret)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new ApiError('malformed_json', 'The body is not JSON: have the tracker send application/json.')
  }
}
