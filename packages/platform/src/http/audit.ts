import { appendAuditEntry } from '../audit/append.ts'
import { ApiError } from '../errors.ts'
import type { Call, Reply, Route } from './route.ts'

/** Members that hold what is shown once, or never: a key, a webhook's secret, a password. */
const SECRET =
  /(?:^|[-_])(?:key|secret|password|passphrase|token|credentials?|authorization|cookies?|accept_url|share_url)$/i
const LEFT_OUT = '[left out]'

/**
 * Runs a change and writes it into the audit log in its transaction: who, what, from where, and the object before and after,
 * as `subject`, the operation that reads it, shows it.
 */
export async function audited(route: Route, subject: Route | undefined, call: Call): Promise<Reply> {
  const before = subject ? await look(subject, call) : undefined
  const reply = await route.handler(call as never)
  const after = subject && route.method === 'POST' ? await look(subject, call) : reply.body
  await appendAuditEntry(call.db, call.context.secrets, {
    organization_id: call.organizationId,
    actor: call.caller.actor,
    address: call.caller.address,
    request_id: call.requestId,
    operation: route.operationId,
    object_id: objectOf(route, call, reply),
    before: withoutSecrets(before),
    after: withoutSecrets(after),
  })
  return reply
}

/**
 * The operation that shows what a change changes: the one at the same address, and for an action, such as a scan's
 * `/cancel`, the nearest above. What is being made is not there before, and a list is no object.
 */
export function subjectOf(route: Route, routes: readonly Route[]): Route | undefined {
  if (201 in route.answers) return undefined
  let path = route.path
  do {
    const reader = routes.find((other) => other.method === 'GET' && other.path === path)
    if (reader && !reader.query) return reader
    if (route.method !== 'POST') return undefined
    path = path.slice(0, path.lastIndexOf('/'))
  } while (path.includes(':'))
  return undefined
}

/** Undefined where there is nothing: the change itself says what that means. */
async function look(subject: Route, call: Call): Promise<unknown> {
  try {
    const { body } = await subject.handler({ ...call, query: {}, body: undefined } as never)
    return body
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}

function objectOf({ answers, path }: Route, { params }: Call, { body }: Reply): string | null {
  const made = 201 in answers || 202 in answers ? (body as { id?: unknown } | undefined)?.id : undefined
  if (typeof made === 'string') return made
  const last = [...path.matchAll(/:(\w+)/g)].at(-1)?.[1]
  return (last && (params as Record<string, string>)[last]) || null
}

/** As JSON has it, so that what is hashed is what is stored. */
function withoutSecrets(value: unknown): unknown {
  if (value === undefined) return null
  const text = JSON.stringify(value, (name, one: unknown) => {
    if (typeof one === 'string') return SECRET.test(name) ? LEFT_OUT : one.replaceAll('\0', '\uFFFD').toWellFormed()
    return SECRET.test(name) && one !== null && typeof one === 'object' ? LEFT_OUT : one
  })
  return JSON.parse(text)
}
