import { STATUS_CODES } from 'node:http'
import type { FastifyReply } from 'fastify'
import { type ApiError, ERRORS } from '../errors.ts'

/** Answers with `application/problem+json` (RFC 9457). */
export function sendProblem(reply: FastifyReply, error: ApiError, publicUrl: string): FastifyReply {
  reply.code(ERRORS[error.code].status).headers({ ...error.extras.headers, 'cache-control': 'no-store' })
  // As bytes: to text Fastify would add a charset, which this type does not have (RFC 9457 section 6.1).
  const body = Buffer.from(problemBody(error, reply.request.id, publicUrl))
  return reply.header('content-type', 'application/problem+json').send(body)
}

/** The whole answer, bytes on the wire, to what could not be read as a request. The connection ends with it. */
export function rawProblem(error: ApiError, requestId: string, publicUrl: string): string {
  const { status } = ERRORS[error.code]
  const body = problemBody(error, requestId, publicUrl)
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json',
    'Cache-Control: no-store',
    `Request-Id: ${requestId}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}

function problemBody(error: ApiError, requestId: string, publicUrl: string): string {
  const { status, title, retryable } = ERRORS[error.code]
  const { errors, members = {} } = error.extras
  return JSON.stringify({
    type: `${publicUrl}/docs/errors#${error.code}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    request_id: requestId,
    retryable,
    ...(errors ? { errors } : {}),
    ...members,
  })
}
