import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { MemberRole, Plan } from '../db/schema.ts'
import { clientAddress } from '../http/address.ts'
import { ADDRESS_HEADER, type Auth, openAuth, personCookie } from './auth.ts'

/** What a person is in one organisation, and what counts of that for each request. */
export interface Membership {
  organization_id: string
  name: string
  role: MemberRole
  plan: Plan
  requests_per_minute: number | null
  allowed_origins: string[]
  suspended_at: Date | null
  test: boolean
}

/** Somebody who is logged in. */
export interface Person {
  id: string
  name: string
  email: string
  emailVerified: boolean
  twoFactor: boolean
  sessionId: string
  /** Oldest first. */
  memberships: Membership[]
  /** To be sent with the answer: a session in use is prolonged. */
  cookies: string[]
}

/** Who is logged in by the cookie that better-auth set. */
export class People {
  readonly auth: () => Promise<Auth>
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
    this.auth = openAuth(context)
  }

  /** Whether the request brings a session at all, valid or not. */
  hasCookie({ headers }: FastifyRequest): boolean {
    const name = `${personCookie(this.#context.config.publicUrl)}=`
    return (headers.cookie ?? '').split(/; */).some((one) => one.startsWith(name) && one.length > name.length)
  }

  /** Null when nobody is logged in, or not any more. Rejects only when the database is away. */
  async personOf(request: FastifyRequest): Promise<Person | null> {
    if (!this.hasCookie(request)) return null
    const auth = await this.auth()
    const { response, headers } = await auth.api.getSession({ headers: this.headersOf(request), returnHeaders: true })
    if (!response) return null
    const { user, session } = response
    return {
      id: user.id,
      name: user.name,
      email: user.email,
      emailVerified: user.emailVerified,
      twoFactor: Boolean(user.twoFactorEnabled),
      sessionId: session.id,
      memberships: await this.membershipsOf(user.id),
      cookies: headers.getSetCookie(),
    }
  }

  async membershipsOf(userId: string): Promise<Membership[]> {
    const { rows } =
      await sql<Membership>`SELECT organization_id, name, role, plan, requests_per_minute, allowed_origins,
      suspended_at, test FROM find_memberships(${userId})`.execute(this.#context.database.app)
    return rows
  }

  /** What the library may know of a request: the cookies, and from where and what it was sent. */
  headersOf(request: FastifyRequest): Headers {
    const { cookie, 'user-agent': agent } = request.headers
    const headers = new Headers({ [ADDRESS_HEADER]: addressOf(request, this.#context) })
    if (cookie) headers.set('cookie', cookie)
    if (agent) headers.set('user-agent', agent.slice(0, 500))
    return headers
  }
}

export function addressOf(request: FastifyRequest, { config }: Pick<Context, 'config'>): string {
  const { remoteAddress = '' } = request.socket
  return clientAddress(remoteAddress, request.headers['x-forwarded-for'], config.trustedProxies)
}
