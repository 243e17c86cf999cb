const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT', // a Unix socket that is not there
])

// PostgreSQL documentation, appendix A: operator intervention (but not query_canceled), too many connections, and
// read-only, which is what a server is that has just lost its part in a failover.
const STATES = new Set(['57P01', '57P02', '57P03', '57P04', '57P05', '53300', '25006'])

// What pg and pg-pool say without a code.
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed and is not queryable|Cannot use a pool after calling end)/

/**
 * Whether the database could not be reached or left while it was asked. The same request may succeed later, so callers
 * answer 503, and loops try again; everything else is a fault of the statement.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && (NETWORK.has(code) || STATES.has(code) || /^08[0-9A-Z]{3}$/.test(code))) return true
  if (MESSAGES.test(error.message)) return true
  if (error instanceof AggregateError) return error.errors.some(isUnavailable)
  return isUnavailable(error.cause)
}
