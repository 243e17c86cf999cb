import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Context } from './context.ts'
import { isUnavailable } from './db/errors.ts'
import { ApiError } from './errors.ts'
import { Authenticator } from './http/authenticate.ts'
import { sendProblem } from './http/problem.ts'
import { RateLimiter } from './http/rate-limit.ts'
import { serveRoute } from './http/serve.ts'
import { newId } from './identifier.ts'
import { Metrics, serveOperations } from './operations.ts'
import { serveDocs } from './pages/docs.ts'
import { serveLogin } from './pages/login.ts'
import { serveReports } from './pages/reports.ts'
import { routes } from './resources/index.ts'
import { UsageCounter } from './resources/usage/counter.ts'

const BODY_LIMIT = 1024 * 1024 // bytes

/** The service over HTTP, ready to listen. `ready` says whether this replica should get requests. */
export async function buildApp(context: Context, ready: () => boolean = () => true): Promise<FastifyInstance> {
  const { config, log } = context
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    genReqId: () => newId('req'),
    requestIdHeader: false,
    loggerInstance: log as FastifyBaseLogger,
    disableRequestLogging: true,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 256 },
    clientErrorHandler(error, socket) {
      if (!socket.writable) return
      const body = JSON.stringify({
        type: `${config.publicUrl}/docs/errors#bad_request`,
        title: 'The request is not valid HTTP',
        status: 400,
        detail: `The request could not be read (${error.code}).`,
        code: 'bad_request',
        request_id: newId('req'),
        retryable: false,
      })
      socket.end(
        `HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
      )
    },
  })
  const authenticator = new Authenticator(context)
  const usage = new UsageCounter(context)
  const metrics = new Metrics()
  const open = new Set<AbortController>()
  const serving = {
    context,
    open,
    authenticator,
    rateLimiter: new RateLimiter(context),
    countRequest: (id: string) => usage.count(id),
  }

  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => {
    try {
      done(null, body === '' ? undefined : parseJson(body as string))
    } catch (error) {
      done(new ApiError('malformed_json', `The body is not JSON: ${(error as Error).message}.`))
    }
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'request-id': request.id,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
    })
    shareWithOwnOrigin(request, reply, config.publicUrl)
  })
  app.addHook('onResponse', async (request, reply) => {
    metrics.observe(request.method, request.routeOptions.url, reply.statusCode, reply.elapsedTime)
    request.log.debug(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        trace: traceOf(request),
      },
      'request',
    )
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = asApiError(error)
    if (problem.code === 'internal_error')
      request.log.error({ err: error, trace: traceOf(request) }, 'a request failed')
    return sendProblem(reply, problem, config.publicUrl)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(reply, notFound(request), config.publicUrl))

  app.options('/v1/*', (request, reply) => sendPreflight(request, reply))
  for (const route of routes) serveRoute(app, route, serving, routes)
  serveOperations(app, context, { ready, metrics, authenticator })
  serveDocs(app, context, routes)
  serveLogin(app, context, authenticator)
  serveReports(app, context, authenticator)

  app.addHook('onReady', () => authenticator.start())
  // Whoever watches a scan comes back, to another replica; waiting for the scan's end would hold up the shut-down.
  app.addHook('preClose', async () => {
    for (const request of open) request.abort()
  })
  app.addHook('onClose', async () => {
    await authenticator.stop()
    await usage.stop()
  })
  usage.start()
  return app
}

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'] as const

/** An address that exists for other methods answers 405 and names them; any other is unknown. */
function notFound(request: FastifyRequest): ApiError {
  const path = request.url.split('?')[0]!
  const allowed = METHODS.filter((method) =>
    routes.some((route) => route.method === method && patternOf(route.path).test(path)),
  )
  if (allowed.length === 0)
    return new ApiError('route_not_found', `There is no ${path.slice(0, 200)}. The API is described at /openapi.json.`)
  return new ApiError('method_not_allowed', `${request.method} is not allowed here. Use ${allowed.join(' or ')}.`, {
    headers: { allow: allowed.join(', ') },
  })
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`)
}

function asApiError(error: FastifyError): ApiError {
  if (error instanceof ApiError) return error
  if (isUnavailable(error))
    return new ApiError(
      'database_unavailable',
      'The database cannot be reached at this moment. Repeat the request in a few seconds.',
      { headers: { 'retry-after': '2' } },
    )
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ApiError('body_too_large', 'The body has more than 1 MiB.')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ApiError(
        'unsupported_media_type',
        'The body is not declared as JSON. Send “Content-Type: application/json”.',
      )
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new ApiError('bad_request', 'The request is not well formed: check its address and its length.')
    default:
      return new ApiError(
        'internal_error',
        'Something went wrong on our side. Repeating the request is safe with an Idempotency-Key.',
      )
  }
}

/** JSON without the keys by which objects are tampered with. */
function parseJson(text: string): unknown {
  return JSON.parse(text, (key, value) => {
    if (key === '__proto__') throw new Error('the key __proto__ is not allowed')
    return value
  })
}

/** The playground lives on our own origin; an organisation's own origins are known only after its key. */
function shareWithOwnOrigin(request: FastifyRequest, reply: FastifyReply, publicUrl: string): void {
  const { origin } = request.headers
  if (!origin) return
  reply.header('vary', 'Origin')
  if (origin === new URL(publicUrl).origin) reply.header('access-control-allow-origin', origin)
  reply.header(
    'access-control-expose-headers',
    'Request-Id, ETag, RateLimit, RateLimit-Policy, Retry-After, Location, Idempotent-Replayed, Deprecation, Sunset, Link',
  )
}

/** A preflight carries no key, so it cannot know whose origins count: the answer to the request itself decides. */
function sendPreflight({ headers: { origin } }: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (origin) reply.header('access-control-allow-origin', origin)
  return reply
    .code(204)
    .headers({
      'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
      'access-control-allow-headers':
        'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Prefer, traceparent',
      'access-control-max-age': '600',
    })
    .send()
}

/** The trace id of `traceparent` (W3C Trace Context section 3.2), so that our log lines join the caller's. */
function traceOf(request: FastifyRequest): string | undefined {
  return /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(String(request.headers.traceparent ?? ''))?.[1]
}
