import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Context } from './context.ts'
import { isUnavailable } from './db/errors.ts'
import { ApiError } from './errors.ts'
import { Authenticator } from './http/authenticate.ts'
import { sendPreflight, shareWithOwnOrigin } from './http/cors.ts'
import { rawProblem, sendProblem } from './http/problem.ts'
import { RateLimiter } from './http/rate-limit.ts'
import type { Route } from './http/route.ts'
import { serveRoute } from './http/serve.ts'
import { newId } from './identifier.ts'
import type { Lag } from './jobs/watch-monitoring.ts'
import { Metrics, serveOperations } from './operations.ts'
import { serveBounces } from './pages/bounces.ts'
import { serveDocs } from './pages/docs.ts'
import { servePeople } from './pages/people.ts'
import { serveReports } from './pages/reports.ts'
import { serveShared } from './pages/shared.ts'
import { serveUnsubscribe } from './pages/unsubscribe.ts'
import { serveVerification } from './pages/verify.ts'
import { People } from './people/person.ts'
import { routes as resources } from './resources/index.ts'
import { serveDomainProof } from './resources/organizations/domain.ts'
import { UsageCounter } from './resources/usage/counter.ts'
import { StorageUnavailable } from './storage/blob-store.ts'
import { serveHooks } from './tickets/hooks.ts'

const BODY_LIMIT = 1024 * 1024 // bytes
const MERGE_PATCH = 'application/merge-patch+json' // RFC 7396 section 4
const JSON_TYPES = ['application/json', MERGE_PATCH]

/** A request has to be complete within this, headers and body: a client that drips holds no connection for ever. */
const REQUEST_TIMEOUT = 60_000 // milliseconds

export interface AppOptions {
  /** Whether this replica should get requests. */
  ready?: () => boolean
  /** How far monitoring is behind, where that is watched. */
  lag?: () => Lag | null
  /** What is served below /v1. */
  routes?: readonly Route[]
}

/** The service over HTTP, ready to listen. */
export async function buildApp(
  context: Context,
  { ready = () => true, lag = () => null, routes = resources }: AppOptions = {},
): Promise<FastifyInstance> {
  const { config, log } = context
  const known: KnownRoute[] = []
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    genReqId: () => newId('req'),
    requestIdHeader: false,
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 256 },
    requestTimeout: REQUEST_TIMEOUT,
    clientErrorHandler(error, socket) {
      if (socket.writable) socket.end(rawProblem(unreadable(error), newId('req'), config.publicUrl))
    },
    frameworkErrors(error, request, reply) {
      setCommonHeaders(request, reply, config.publicUrl)
      sendProblem(reply, asApiError(error), config.publicUrl)
    },
  })
  const authenticator = new Authenticator(context)
  const usage = new UsageCounter(context)
  const metrics = new Metrics(lag)
  const open = new Set<AbortController>()
  const gate = { context, authenticator, people: new People(context) }
  const serving = {
    ...gate,
    open,
    rateLimiter: new RateLimiter(context),
    countRequest: (id: string) => usage.count(id),
  }

  app.removeAllContentTypeParsers()
  app.addContentTypeParser(JSON_TYPES, { parseAs: 'string' }, (request, body, done) => {
    if (request.method !== 'PATCH' && isMergePatch(request.headers['content-type'])) {
      done(asApiError({ code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE' } as FastifyError))
      return
    }
    try {
      done(null, body === '' ? undefined : parseJson(body as string))
    } catch (error) {
      done(new ApiError('malformed_json', `The body is not JSON: ${(error as Error).message}.`))
    }
  })
  app.addHook('onRequest', async (request, reply) => {
    setCommonHeaders(request, reply, config.publicUrl)
  })
  app.addHook('onRoute', ({ method, url }) => {
    if (!url.includes('*')) known.push({ methods: [method].flat(), pattern: patternOf(url) })
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
    // QUERY (RFC 10008) without a type: Fastify refuses it before it looks whether the address has it, which none has.
    const problem = error.code === NO_TYPE ? notFound(request, known) : asApiError(error)
    if (problem.code === 'internal_error')
      request.log.error({ err: error, trace: traceOf(request) }, 'a request failed')
    return sendProblem(reply, problem, config.publicUrl)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(reply, notFound(request, known), config.publicUrl))

  app.options('/v1/*', (request, reply) => sendPreflight(request, reply, context))
  for (const route of routes) serveRoute(app, route, serving, routes)
  serveOperations(app, context, { ready, lag, metrics, authenticator })
  serveDocs(app, context, routes)
  serveDomainProof(app, context)
  serveHooks(app, context)
  servePeople(app, gate)
  serveReports(app, gate)
  serveShared(app, context)
  serveVerification(app, context)
  serveUnsubscribe(app, context)
  serveBounces(app, context)

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

const NO_TYPE = 'FST_ERR_ROUTE_MISSING_CONTENT_TYPE'

interface KnownRoute {
  methods: string[]
  pattern: RegExp
}

/** An address that exists for other methods answers 405 and names them; any other is unknown. */
function notFound(request: FastifyRequest, known: readonly KnownRoute[]): ApiError {
  const path = request.url.split('?')[0]!
  const allowed = [...new Set(known.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))]
  if (allowed.length === 0)
    return new ApiError('route_not_found', `There is no ${path.slice(0, 200)}. The API is described at /openapi.json.`)
  const named = allowed.filter((method) => method !== 'HEAD').join(' or ')
  return new ApiError('method_not_allowed', `${request.method} is not allowed here. Use ${named}.`, {
    headers: { allow: allowed.join(', ') },
  })
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`)
}

function setCommonHeaders(request: FastifyRequest, reply: FastifyReply, publicUrl: string): void {
  reply.headers({
    'request-id': request.id,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
  })
  shareWithOwnOrigin(request, reply, publicUrl)
}

/** What came was no request that could be read. */
function unreadable({ code }: { code?: string }): ApiError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new ApiError('request_timeout', 'The request was not complete within a minute.')
  if (code === 'HPE_HEADER_OVERFLOW')
    return new ApiError('headers_too_large', 'The headers have more than 16 KiB together.')
  return new ApiError('bad_request', `The request could not be read (${code}).`)
}

function asApiError(error: FastifyError): ApiError {
  if (error instanceof ApiError) return error
  if (isUnavailable(error))
    return new ApiError(
      'database_unavailable',
      'The database cannot be reached at this moment. Repeat the request in a few seconds.',
      { headers: { 'retry-after': '2' } },
    )
  if (error instanceof StorageUnavailable)
    return new ApiError(
      'storage_unavailable',
      'The file is kept in storage that does not answer at this moment. Repeat the request in a while.',
      {
        headers: { 'retry-after': '30' },
      },
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
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new ApiError('bad_request', 'The request is not well formed: check its address and its length.')
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new ApiError('not_found', 'There is no such object.')
    case 'FST_ERR_BAD_URL':
      return new ApiError('route_not_found', 'There is no such address: it holds a “%” that encodes nothing.')
    default:
      return new ApiError(
        'internal_error',
        'Something went wrong on our side. Repeating the request is safe with an Idempotency-Key.',
      )
  }
}

function isMergePatch(contentType: string | undefined): boolean {
  return contentType?.toLowerCase().startsWith(MERGE_PATCH) ?? false
}

/** JSON without the keys by which objects are tampered with. */
function parseJson(text: string): unknown {
  return JSON.parse(text, (key, value) => {
    if (key === '__proto__') throw new Error('the key __proto__ is not allowed')
    return value
  })
}

/** The trace id of `traceparent` (W3C Trace Context section 3.2), so that our log lines join the caller's. */
function traceOf(request: FastifyRequest): string | undefined {
  const trace = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-|$)/
  return trace.exec(String(request.headers.traceparent ?? ''))?.[1]
}
