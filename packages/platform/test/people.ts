import type { Context } from '../src/context.ts'
import type { MemberRole } from '../src/db/schema.ts'
import { People } from '../src/people/person.ts'
import type { Json, TestApi } from './test-api.ts'

export const PASSWORD = 'correct horse battery staple'

export interface TestPerson {
  id: string
  email: string
  /** As a browser sends it. */
  cookie: string
}

let made = 0

/** A person who is logged in; with `organizationId` a member of it. The address is confirmed. */
export async function makePerson(
  context: Context,
  { organizationId, role = 'viewer', email }: { organizationId?: string; role?: MemberRole; email?: string } = {},
): Promise<TestPerson> {
  const auth = await new People(context).auth()
  const address = email ?? `person-${++made}-${process.pid}@example.com`
  const { response, headers } = await auth.api.signUpEmail({
    body: { name: `Person ${made}`, email: address, password: PASSWORD },
    headers: new Headers({ 'user-agent': 'A test' }),
    returnHeaders: true,
  })
  const { id } = response.user
  const { system } = context.database
  await system.updateTable('auth_users').set({ email_verified: true }).where('id', '=', id).execute()
  if (organizationId)
    await system.insertInto('memberships').values({ organization_id: organizationId, user_id: id, role }).execute()
  return { id, email: address, cookie: cookiesOf(headers) }
}

/** What a browser would send back of an answer's cookies. */
export function cookiesOf(headers: Headers): string {
  const pairs = headers.getSetCookie().map((one) => one.split(';')[0]!)
  return pairs.filter((pair) => !pair.endsWith('=')).join('; ')
}

/** A request of a page of ours, with a log-in's cookie. */
export function sendAs(
  api: TestApi,
  cookie: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
  return fetch(api.base + path, {
    method,
    redirect: 'manual',
    headers: { cookie, ...(method === 'GET' ? {} : { origin: api.base }), ...type, ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
}

/** `sendAs`, and the answer's status, code and body. */
export async function askAs(...request: Parameters<typeof sendAs>): Promise<{ status: number; body: Json }> {
  const answer = await sendAs(...request)
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}
