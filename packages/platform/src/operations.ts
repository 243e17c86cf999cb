import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Context } from './context.ts'
import { ApiError } from './errors.ts'
import { clientAddress, isInRanges } from './http/address.ts'
import { type Authenticator, requireScope } from './http/authenticate.ts'
import type { Lag } from './jobs/watch-monitoring.ts'

const PING_LIMIT = 3_000 // milliseconds: a database behind a network that swallows everything counts as away
const LOOPBACK = ['127.0.0.0/8', '::1/128']

/** What Prometheus is told. */
export class Metrics {
  readonly registry = new Registry()
  readonly #requests = new Counter({
    name: 'lasthash_http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'],
    registers: [this.registry],
  })
  readonly #seconds = new Histogram({
    name: 'lasthash_http_request_duration_seconds',
    help: 'Time to answer.',
    labelNames: ['method', 'route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  })

  constructor(lag: () => Lag | null) {
    const gauge = (name: keyof Lag, help: string) =>
      new Gauge({
        name: `lasthash_monitoring_${name}_seconds`,
        help,
        registers: [this.registry],
        collect() {
          const seconds = lag()?.[name]
          if (typeof seconds === 'number') this.set(seconds)
          else this.reset()
        },
      })
    gauge('heartbeat_age', 'Time since some worker last took monitors that were due.')
    gauge('overdue', 'How long the monitor that waits longest has been due.')
    collectDefaultMetrics({ register: this.registry, prefix: 'lasthash_' })
  }

  /** `route` is the declared pattern, never the address: ids must not become labels. */
  observe(method: string, route: string | undefined, status: number, milliseconds: number): void {
    const labels = { method, route: route ?? 'unknown' }
    this.#requests.inc({ ...labels, status: String(status) })
    this.#seconds.observe(labels, milliseconds / 1000)
  }
}

interface Operations {
  /** False while this replica should get no requests: it starts, or drains. */
  ready: () => boolean
  lag: () => Lag | null
  metrics: Metrics
  authenticator: Authenticator
}

/** `/healthz`: the process lives. `/readyz`: it can do its work. `/metrics`: how it does it. */
export function serveOperations(
  app: FastifyInstance,
  context: Context,
  { ready, lag, metrics, authenticator }: Operations,
): void {
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async () => {
    if (!ready())
      throw new ApiError('shutting_down', 'This server takes no new requests.', { headers: { 'retry-after': '1' } })
    await within(PING_LIMIT, context.database.ping())
    const behind = lag()
    // A replica that answers is ready, also while monitoring has stopped: that is told, not acted on.
    return behind ? { status: 'ready', monitoring: behind } : { status: 'ready' }
  })
  app.get('/metrics', async (request, reply) => {
    await mayReadMetrics(request, context, authenticator)
    return reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<void>()
  const late = new ApiError('database_unavailable', 'The database does not answer.', {
    headers: { 'retry-after': '2' },
  })
  const timer = setTimeout(reject, milliseconds, late)
  await Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

/** A key with `metrics:read`, or the token that the setting names; from loopback nothing, as long as no token is set. */
async function mayReadMetrics(
  request: FastifyRequest,
  { config }: Context,
  authenticator: Authenticator,
): Promise<void> {
  const { authorization } = request.headers
  const address = clientAddress(
    request.socket.remoteAddress ?? '',
    request.headers['x-forwarded-for'],
    config.trustedProxies,
  )
  if (!authorization && !config.metricsToken && isInRanges(address, LOOPBACK)) return
  if (config.metricsToken && authorization && equal(authorization, `Bearer ${config.metricsToken}`)) return
  requireScope(await authenticator.authenticate(authorization, { address }), 'metrics:read')
}

function equal(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
