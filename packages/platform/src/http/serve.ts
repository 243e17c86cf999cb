import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../errors.ts'
import { asShown, asStored } from '../test-mode/sample-ids.ts'
import { subjectOf } from './audit.ts'
import { type Caller, requireScope } from './authenticate.ts'
import { change } from './change.ts'
import { type Gate, identify } from './credentials.ts'
import { deprecationHeaders } from './deprecation.ts'
import { etagOf, isUnchanged } from './etag.ts'
import type { RateLimiter } from './rate-limit.ts'
import type { Call, Reply, Route } from './route.ts'
import { bodyValidator, parameterValidator, refuseBody } from './validate.ts'

export interface Serving extends Gate {
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
  const validateBody = route.body ? bodyValidator(route.body, route.bodyOptional) : refuseBody
  const reader = routes.find((other) => other.method === 'GET' && other.path === route.path)
  const subject = subjectOf(route, routes)
  const callers = new WeakMap<FastifyRequest, Caller & { publicUrl: string }>()

  app.route({
    method: route.method,
    url: route.path,
    // Before the body is read: strangers have none of theirs parsed, and a bad body counts as a request like any other.
    onRequest: async (request, reply) => {
      callers.set(request, await admit(route, request, reply, serving))
    },
    handler: async (request, reply) => {
      const { context } = serving
      const caller = callers.get(request)!
      const stored = <T>(value: T) => (caller.test ? asStored(caller.organizationId, value) : value)
      const call: Call = {
        context,
        caller,
        organizationId: caller.organizationId,
        params: validateParams ? stored(notFoundUnless(() => validateParams(request.params))) : {},
        query: validateQuery ? stored(validateQuery(request.query)) : refuseAny(request.query),
        body: route.method === 'GET' ? undefined : stored(validateBody(request.body)),
        db: context.database.as(caller.organizationId),
        publicUrl: caller.publicUrl,
        requestId: request.id,
        headers: request.headers,
        signal: signalOf(reply, serving.open),
      }
      const answer =
        route.method === 'GET'
          ? await route.handler(call as never)
          : await change(route, { reader, subject }, call, request.headers)
      return send(route, request, reply, answer, caller)
    },
  })
}

/** Who calls, and that they may: key or log-in, address, origin, limit, scope, and whether the route is still there. */
async function admit(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  serving: Serving,
): Promise<Caller & { publicUrl: string }> {
  const { context, rateLimiter, countRequest } = serving
  const { caller, cookies } = await identify(request, serving)
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  allowOrigin(request, reply, caller.allowedOrigins)
  // What people do in the dashboard is no use of the API.
  if (!caller.person) countRequest(caller.organizationId)
  reply.headers(await rateLimiter.spend(caller))
  requireScope(caller, route.scope)
  if (route.deprecation) reply.headers(deprecationHeaders(route.deprecation))
  // Before the request's transaction: it takes a connection of its own where nothing is known yet.
  const { publicUrl } = await context.brands.of(caller.organizationId)
  return { ...caller, publicUrl }
}

function send(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, body, headers = {} }: Reply,
  { test, organizationId }: Caller,
): FastifyReply {
  reply.code(status).headers(headers)
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache')
  if (body === undefined || body instanceof Readable) return reply.send(body)
  const whole = typeof body === 'string' ? body : JSON.stringify(body)
  const text = test ? asShown(organizationId, whole) : whole
  // What is made may hold a secret that is shown this once: its tag would not be the object's.
  if (status !== 201) {
    const etag = etagOf(text)
    reply.header('etag', etag)
    if (route.method === 'GET' && isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send()
  }
  if (!reply.hasHeader('content-type')) reply.header('content-type', 'application/json; charset=utf-8')
  return reply.send(text)
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
    // Most answers were sent whole, and then nobody listens: an abort would cost each of them 9 µs for its DOMException.
    if (!reply.raw.writableFinished) controller.abort()
  })
  return controller.signal
}
