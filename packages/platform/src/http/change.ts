import type { IncomingHttpHeaders } from 'node:http'
import { isConcurrentChange } from '../db/client.ts'
import { etagOf, requireMatch } from './etag.ts'
import { idempotencyKey, once } from './idempotency.ts'
import type { Call, Reply, Route } from './route.ts'

const TRIES = 5 // of a change that another one crosses; each finds what the other left

/** A change is one transaction: precondition, work, idempotency key. What follows the commit cannot undo it. */
export async function change(
  route: Route,
  reader: Route | undefined,
  call: Call,
  headers: IncomingHttpHeaders,
): Promise<Reply> {
  const ifMatch = headers['if-match']
  const key = idempotencyKey(headers['idempotency-key'], route.method)
  const answer = await untilUncrossed(() =>
    ifMatch !== undefined && reader && route.method !== 'POST'
      ? changeIfMatching(route, reader, call, ifMatch)
      : changeOnce(route, call, key),
  )
  return answer.afterCommit ? { ...answer, ...(await answer.afterCommit()) } : answer
}

async function untilUncrossed(attempt: () => Promise<Reply>): Promise<Reply> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (!isConcurrentChange(error) || tries === TRIES) throw error
    }
  }
}

function changeOnce(route: Route, call: Call, key: string | undefined): Promise<Reply> {
  return call.db.transaction().execute(async (trx) => {
    const work = () => route.handler({ ...call, db: trx } as never)
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
function changeIfMatching(route: Route, reader: Route, call: Call, ifMatch: string): Promise<Reply> {
  return call.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const inside = { ...call, db: trx }
      const present = await reader.handler({ ...inside, query: {} } as never)
      requireMatch(ifMatch, etagOf(JSON.stringify(present.body)))
      return route.handler(inside as never)
    })
}
