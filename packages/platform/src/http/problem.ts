import type { FastifyReply } from 'fastify'
import { type ApiError, ERRORS } from '../errors.ts'

/** Answers with `application/problem+json` (RFC 9457). */
export function sendProblem(reply: FastifyReply, error: ApiError, publicUrl: string): FastifyReply {
  const { status, title, retryable } = ERRORS[error.code]
  const { errors, members = {}, headers = {} } = error.extras
  reply.code(status).headers({ ...headers, 'cache-control': 'no-store' })
  return reply.header('content-type', 'application/problem+json').send(
    JSON.stringify({
      type: `${publicUrl}/docs/errors#${error.code}`,
      title,
      status,
      detail: error.message,
      code: error.code,
      request_id: reply.request.id,
      retryable,
      ...(errors ? { errors } : {}),
      ...members,
    }),
  )
}
