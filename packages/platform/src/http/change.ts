import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { isConcurrentChange, isDuplicate } from '../db/client.ts'
import { asShown } from '../test-mode/sample-ids.ts'
import { audited } from './audit.ts'
import { etagOf, requireMatch } from './etag.ts'
import { idempotencyKey, once } from './idempotency.ts'
import type { Call, Reply, Route } from './route.ts'

const TRIES = 20 // of a change that another one crosses; each finds what the other left
const PAUSE = 10 // milliseconds at most, times the tries before

/** The operations that read what a route changes. */
export interface Readers {
  /** At the same address: whose tag `If-Match` names. */
  reader: Route | undefined
  /** Shows the object to the audit log. */
  subject: Route | undefined
}

/** A change is one transaction: precondition, work, audit entry, idempotency key. What follows the commit cannot undo it. */
export async function change(
  route: Route,
  { reader, subject }: Readers,
  call: Call,
  headers: IncomingHttpHeaders,
): Promise<Reply> {
  const ifMatch = headers['if-match']
  const key = idempotencyKey(headers['idempotency-key'], route.method)
  const answer = await untilUncrossed(() =>
    ifMatch !== undefined && reader && route.method !== 'POST'
      ? changeIfMatching(route, { reader, subject }, call, ifMatch)
      : changeOnce(route, subject, call, key),
  )
  return answer.afterCommit ? { ...answer, ...(await answer.afterCommit()) } : answer
}

async function untilUncrossed(attempt: () => Promise<Reply>): Promise<Reply> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      // Two that were written from the same snapshot want the same number in the audit log.
      const crossed = isConcurrentChange(error) || isDuplicate(error, 'audit_log_pkey')
      if (!crossed || tries === TRIES) throw error
      if (tries > 1) await pause(Math.random() * PAUSE * tries)
    }
  }
}

function changeOnce(route: Route, subject: Route | undefined, call: Call, key: string | undefined): Promise<Reply> {
  return call.db.transaction().execute(async (trx) => {
    const work = () => audited(route, subject, { ...call, db: trx })
    if (key === undefined) return work()
    const { organizationId, params, query, body, context } = call
    const request = {
      organizationId,
      route: `${route.method} ${route.path}`,
      key,
      payload: { params, query, body },
    }
    return once(trx, context.secrets, request, work)
  })
}

/**
 * The tag is of a snapshot: under REPEATABLE READ PostgreSQL refuses to change a row that another transaction has changed
 * since (documentation, section 13.2.2), so that of two changes to the same state one is tried again, and finds its tag old.
 */
function changeIfMatching(
  route: Route,
  { reader, subject }: Readers & { reader: Route },
  call: Call,
  ifMatch: string,
): Promise<Reply> {
  return call.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const inside = { ...call, db: trx }
      const present = await reader.handler({ ...inside, query: {} } as never)
      const text = JSON.stringify(present.body)
      requireMatch(ifMatch, etagOf(call.caller.test ? asShown(call.organizationId, text) : text))
      return audited(route, subject, inside)
    })
}
