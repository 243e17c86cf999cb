/** SQLSTATEs (25006: read-only, as after a failover) and socket errors that mean "the database is not there now", not "the statement is wrong". */
const UNAVAILABLE_STATES = /^(08|57P0[1-5]|53300|25006)/
const UNAVAILABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
])
const UNAVAILABLE_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|not queryable|Cannot use a pool after calling end/i

/** Whether `error` says that the database cannot be reached at this moment, so that trying later makes sense. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as NodeJS.ErrnoException
  if (typeof code === 'string' && (UNAVAILABLE_STATES.test(code) || UNAVAILABLE_CODES.has(code))) return true
  if (error instanceof AggregateError) return error.errors.some(isUnavailable)
  return UNAVAILABLE_WORDS.test(error.message)
}

/** Whether `error` says that a lock was not had within `lock_timeout` (SQLSTATE 55P03). */
export function isLockTimeout(error: unknown): boolean {
  return (error as { code?: string }).code === '55P03'
}

/** Whether `error` is PostgreSQL's refusal of a second row with the same key (SQLSTATE 23505), of `constraint` where given. */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  const { code, constraint: violated } = error as { code?: string; constraint?: string }
  return code === '23505' && (constraint === undefined || violated === constraint)
}

/** Whether `error` says that another transaction changed the row first (SQLSTATE 40001, 40P01): the whole transaction may be tried again. */
export function isConcurrentChange(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code === '40001' || code === '40P01'
}
