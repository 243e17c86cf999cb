import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'
import { addressOf, type Membership, type People, type Person } from '../people/person.ts'
import { type Authenticator, type Caller, refuseSuspended } from './authenticate.ts'
import { ROLE_SCOPES } from './roles.ts'
import { isOwnOrigin, keyOfCookie } from './session.ts'

/** Names the organisation that is meant: one under the key's own, or one that the person belongs to. */
const ACT_FOR = 'lasthash-organization'
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

export interface Gate {
  context: Context
  authenticator: Authenticator
  people: People
}

export interface Identified {
  caller: Caller
  /** To be sent with the answer. */
  cookies: string[]
}

/**
 * Who calls: by the `Authorization` header, or else by the cookie of a log-in. A browser sends cookies along whoever asks it
 * to, so a change by cookie has to come from a page of ours. Throws as `Authenticator.authenticate` does, and
 * `session_ended`, `origin_not_allowed`, `no_organization`.
 */
export async function identify(request: FastifyRequest, gate: Gate): Promise<Identified> {
  const { context, authenticator, people } = gate
  const { authorization, origin } = request.headers
  const address = addressOf(request, context)
  const actFor = request.headers[ACT_FOR]
  if (authorization === undefined) {
    if (people.hasCookie(request)) {
      requireOwnPage(request, context)
      const person = await people.personOf(request)
      if (!person) throw new ApiError('session_ended', 'The log-in has ended. Log in again, at /login.')
      return { caller: await callerFor(person, address, actFor, gate), cookies: person.cookies }
    }
    const key = keyOfCookie(request, context)
    if (key !== null) {
      requireOwnPage(request, context)
      return { caller: await authenticator.authenticate(`Bearer ${key}`, { address, actFor, origin }), cookies: [] }
    }
  }
  return { caller: await authenticator.authenticate(authorization, { address, actFor, origin }), cookies: [] }
}

/** Throws `no_organization`, `organization_suspended`, and `not_found` for an organisation that the person has no part in. */
export async function callerFor(
  { id, sessionId, memberships }: Person,
  address: string,
  actFor: string | string[] | undefined,
  { authenticator }: Pick<Gate, 'authenticator'>,
): Promise<Caller> {
  const as = (role: Membership['role'], tenant: Omit<Membership, 'name' | 'role' | 'test'> & { test?: boolean }) => {
    refuseSuspended(tenant)
    return {
      actor: id,
      person: { id, sessionId, role },
      organizationId: tenant.organization_id,
      scopes: ROLE_SCOPES[role],
      plan: tenant.plan,
      requestsPerMinute: tenant.requests_per_minute,
      // Other sites' pages have no part in a log-in of ours.
      allowedOrigins: [],
      address,
      test: tenant.test ?? false,
    }
  }
  const first = memberships[0]
  if (!first) throw new ApiError('no_organization', 'You belong to no organisation. Ask its owner to invite you.')
  const own = actFor === undefined ? first : memberships.find((one) => one.organization_id === actFor)
  if (own) return as(own.role, own)
  for (const membership of memberships) {
    const child = await authenticator.childOf(membership, String(actFor)).catch(unlessFound)
    if (!child) continue
    refuseSuspended(membership)
    return as(membership.role, child)
  }
  throw new ApiError('not_found', 'You belong to no organisation of that id: see LastHash-Organization.')
}

function unlessFound(error: unknown): null {
  if (error instanceof ApiError && error.code === 'not_found') return null
  throw error
}

function requireOwnPage(request: FastifyRequest, context: Context): void {
  if (SAFE.has(request.method) || isOwnOrigin(request, context)) return
  throw new ApiError(
    'origin_not_allowed',
    'A change with the cookie of a log-in has to come from a page of this server: its Origin header says so. Programs use an API key.',
  )
}
