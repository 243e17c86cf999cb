import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'
import { clientAddress } from './address.ts'
import { type Authenticator, requireScope } from './authenticate.ts'
import { deprecationHeaders } from './deprecation.ts'
import { etagOf, isUnchanged, requireMatch } from './etag.ts'
import { idempotencyKey, once } from './idempotency.ts'
import type { RateLimiter } from './rate-limit.ts'
import type { Call, Reply, Route } from './route.ts'
import { bodyValidator, parameterValidator } from './validate.ts'

export interface Serving {
  context: Context
  authenticator: Authenticator
  rateLimiter: RateLimiter
  /** Counts one request for the organisation's usage. */
  countRequest: (organizationId: string) => void
  /** One for each request under way: streams and waits end when theirs is aborted. */
  open: Set<AbortController>
}

/** Puts one declared route on the server, with all that every route has: key, limit, scope, validation, idempotency, tags. */
export function serveRoute(app: FastifyInstance, route: Route, serving: Serving, routes: readonly Route[]): void {
  const validateParams = route.params && parameterValidator(route.params)
  const validateQuery = route.query && parameterValidator(route.query)
  const validateBody = route.body && bodyValidator(route.body)
  const reader = routes.find((other) => other.method === 'GET' && other.path === route.path)

  app.route({
    method: route.method,
    url: route.path,
    handler: async (request, reply) => {
      const { context, authenticator, rateLimiter } = serving
      const address = clientAddress(
        request.socket.remoteAddress ?? '',
        request.headers['x-forwarded-for'],
        context.config.trustedProxies,
      )
      const caller = await authenticator.authenticate(request.headers.authorization, address)
      serving.countRequest(caller.organizationId)
      reply.headers(await rateLimiter.spend(caller))
      allowOrigin(request, reply, caller.allowedOrigins)
      requireScope(caller, route.scope)
      if (route.deprecation) reply.headers(deprecationHeaders(route.deprecation))

      const call: Call = {
        context,
        caller,
        organizationId: caller.organizationId,
        params: validateParams ? notFoundUnless(() => validateParams(request.params)) : {},
        query: validateQuery ? validateQuery(request.query) : refuseAny(request.query),
        body: validateBody ? validateBody(request.body) : undefined,
        db: context.database.as(caller.organizationId),
        requestId: request.id,
        headers: request.headers,
        signal: signalOf(reply, serving.open),
      }
      const answer =
        route.method === 'GET' ? await route.handler(call as never) : await write(route, reader, call, request)
      return send(route, request, reply, answer)
    },
  })
}

/** A change is one transaction: precondition, work, idempotency key. What follows the commit cannot undo it. */
async function write(route: Route, reader: Route | undefined, call: Call, request: FastifyRequest): Promise<Reply> {
  const key = route.method === 'POST' ? idempotencyKey(request.headers['idempotency-key']) : undefined
  const ifMatch = request.headers['if-match']
  const answer = await call.db.transaction().execute(async (trx) => {
    const inside = { ...call, db: trx }
    if (ifMatch !== undefined && reader && route.method !== 'POST') {
      const present = await reader.handler({ ...inside, query: {} } as never)
      requireMatch(ifMatch, etagOf(JSON.stringify(present.body)))
    }
    const work = () => route.handler(inside as never)
    if (key === undefined) return work()
    const payload = { params: call.params, query: call.query, body: call.body }
    return once(
      trx,
      { organizationId: call.organizationId, route: `${route.method} ${route.path}`, key, payload },
      work,
    )
  })
  return answer.afterCommit ? { ...answer, ...(await answer.afterCommit()) } : answer
}

function send(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, body, headers = {} }: Reply,
): FastifyReply {
  reply.code(status).headers(headers)
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache')
  if (body === undefined) return reply.send()
  if (typeof body === 'string' || body instanceof Readable) return reply.send(body)
  const text = JSON.stringify(body)
  if (status !== 201 || route.method !== 'POST') {
    const etag = etagOf(text)
    reply.header('etag', etag)
    if (route.method === 'GET' && isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send()
  }
  return reply.header('content-type', 'application/json; charset=utf-8').send(text)
}

/** A malformed id is one that nobody has. */
function notFoundUnless(validate: () => unknown): unknown {
  try {
    return validate()
  } catch (error) {
    if (error instanceof ApiError) throw new ApiError('not_found', 'There is no such object.')
    throw error
  }
}

function refuseAny(query: unknown): object {
  const names = Object.keys(query as object)
  if (names.length === 0) return {}
  const errors = names.map((parameter) => ({ parameter, detail: 'is not known here; check its spelling' }))
  throw new ApiError('validation_failed', `The parameters do not validate. ${names[0]}: ${errors[0]!.detail}.`, {
    errors,
  })
}

/** A custom dashboard without a server of its own: the organisation names the origins that may read its answers. */
function allowOrigin(request: FastifyRequest, reply: FastifyReply, allowed: readonly string[]): void {
  const { origin } = request.headers
  if (origin && allowed.includes(origin)) reply.header('access-control-allow-origin', origin)
}

/** Of the answer, not of the socket, which may carry many. */
function signalOf(reply: FastifyReply, open: Set<AbortController>): AbortSignal {
  const controller = new AbortController()
  open.add(controller)
  reply.raw.once('close', () => {
    open.delete(controller)
    controller.abort()
  })
  return controller.signal
}
