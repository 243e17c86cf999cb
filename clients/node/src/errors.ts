import type { ErrorCode, Problem, Scan } from './types.ts'

/** What everything that this library throws descends from. */
export class LastHashError extends Error {
  override name = 'LastHashError'
}

/** The service answered, and the answer is an error. Which class it is goes by the status, `code` says what happened. */
export class APIError extends LastHashError {
  override name = 'APIError'
  readonly status: number
  /** From the catalogue of errors; undefined when something in front of the service answered. */
  readonly code: ErrorCode | undefined
  /** To name when asking for help. */
  readonly request_id: string | undefined
  /** Whether the very same request may succeed later. */
  readonly retryable: boolean
  /** What failed to validate, and where. */
  readonly errors: NonNullable<Problem['errors']>
  /** The whole answer: an RFC 9457 problem with members of its own, or text from something in front of the service. */
  readonly body: unknown
  readonly headers: Headers
  /** Seconds, from `Retry-After`. */
  readonly retry_after: number | undefined

  constructor(status: number, body: unknown, headers: Headers, retryAfter: number | undefined) {
    const problem = isProblem(body) ? body : undefined
    const where = (problem?.errors ?? []).map(placeOf).join('; ')
    const said = problem
      ? `${problem.detail ?? problem.title}${where ? ` (${where})` : ''}`
      : 'The answer says no more.'
    super(`${status}${problem?.code ? ` ${problem.code}` : ''}: ${said}`)
    this.status = status
    this.code = problem?.code
    this.request_id = problem?.request_id ?? headers.get('request-id') ?? undefined
    this.retryable = problem?.retryable ?? false
    this.errors = problem?.errors ?? []
    this.body = body
    this.headers = headers
    this.retry_after = retryAfter
  }
}

/** 400: what was sent does not validate; `errors` says where. */
export class BadRequestError extends APIError {
  override name = 'BadRequestError'
}
/** 401: there is no key, or it is not valid. */
export class AuthenticationError extends APIError {
  override name = 'AuthenticationError'
}
/** 403: the key may not do that, or not from here. */
export class PermissionDeniedError extends APIError {
  override name = 'PermissionDeniedError'
}
/** 404: there is no such object. */
export class NotFoundError extends APIError {
  override name = 'NotFoundError'
}
/** 409: the state of things does not allow it. */
export class ConflictError extends APIError {
  override name = 'ConflictError'
}
/** 410: withdrawn, or kept no longer. */
export class GoneError extends APIError {
  override name = 'GoneError'
}
/** 412: the object is no longer what `ifMatch` says. */
export class PreconditionFailedError extends APIError {
  override name = 'PreconditionFailedError'
}
/** 422: the idempotency key was used for another request. */
export class UnprocessableEntityError extends APIError {
  override name = 'UnprocessableEntityError'
}
/** 429: too many requests; `retry_after` says for how long. */
export class RateLimitError extends APIError {
  override name = 'RateLimitError'
}
/** 5xx: something went wrong on the other side. */
export class ServerError extends APIError {
  override name = 'ServerError'
}

/** No answer came: no connection, or it was cut. */
export class APIConnectionError extends LastHashError {
  override name = 'APIConnectionError'
}
/** No answer came in time. */
export class APITimeoutError extends APIConnectionError {
  override name = 'APITimeoutError'
}
/** The caller's own `signal` put an end to it. */
export class AbortedError extends LastHashError {
  override name = 'AbortedError'
}
/** A webhook that must not be believed: its signature is wrong, missing or old. */
export class WebhookVerificationError extends LastHashError {
  override name = 'WebhookVerificationError'
}
/** A scan that was waited for has failed or was canceled; `code` says why. */
export class ScanFailedError extends LastHashError {
  override name = 'ScanFailedError'
  readonly scan: Scan
  /** Such as `target_unreachable`; `canceled` when somebody canceled it. */
  readonly code: string

  constructor(scan: Scan) {
    super(
      scan.error ? `The scan of ${scan.url} failed: ${scan.error.message}` : `The scan of ${scan.url} was canceled.`,
    )
    this.scan = scan
    this.code = scan.error?.code ?? scan.status
  }
}
/** A scan that was waited for has not ended in time. It goes on. */
export class ScanTimeoutError extends LastHashError {
  override name = 'ScanTimeoutError'
  readonly scan: Scan

  constructor(scan: Scan, seconds: number) {
    super(`The scan ${scan.id} of ${scan.url} is still ${scan.status} after ${seconds} s. It goes on.`)
    this.scan = scan
  }
}

const BY_STATUS: Record<number, typeof APIError> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  410: GoneError,
  412: PreconditionFailedError,
  422: UnprocessableEntityError,
  429: RateLimitError,
}

/** The error for an answer, by its status. */
export function errorOf(status: number, body: unknown, headers: Headers, retryAfter: number | undefined): APIError {
  const Class = BY_STATUS[status] ?? (status >= 500 ? ServerError : APIError)
  return new Class(status, body, headers, retryAfter)
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && ('code' in body || 'detail' in body)
}

function placeOf({ pointer, parameter, header, detail }: NonNullable<Problem['errors']>[number]): string {
  const place = pointer ?? parameter ?? header
  return place ? `${place}: ${detail}` : detail
}
