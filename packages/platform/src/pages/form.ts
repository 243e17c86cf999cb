import type { FastifyReply, FastifyRequest } from 'fastify'
import { ERRORS, type ErrorCode } from '../errors.ts'
import type { Gate } from '../http/credentials.ts'
import { addressOf } from '../people/person.ts'
import type { Throttle } from '../people/throttle.ts'

/** What every page for people is made with. */
export interface Pages extends Gate {
  throttle: Throttle
}

/** The form's fields; those that are not there are empty. */
export function fieldsOf<const Name extends string>(
  request: FastifyRequest,
  ...names: readonly Name[]
): Record<Name, string> {
  const body = (request.body ?? {}) as Record<string, string | undefined>
  return Object.fromEntries(names.map((name) => [name, body[name] ?? ''])) as Record<Name, string>
}

/** Cookies that the library set, on our answer. */
export function passCookies(reply: FastifyReply, headers: Headers): void {
  const cookies = headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
}

/** The library's error code; rethrows what is none. */
export function faultCodeOf(error: unknown): string {
  const code = (error as { body?: { code?: unknown } }).body?.code
  if (typeof code === 'string') return code
  throw error
}

export function statusOf(code: ErrorCode): number {
  return ERRORS[code].status
}

/** Of a request, for the audit log. */
export function sourceOf(request: FastifyRequest, { context }: Gate): { address: string; requestId: string } {
  return { address: addressOf(request, context), requestId: request.id }
}
