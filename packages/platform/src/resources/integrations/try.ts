import type { Context } from '../../context.ts'
import type { TrackerKind } from '../../db/schema.ts'
import { redacted } from '../../integrations/redact.ts'
import { converse, openSendCall, type SendCall } from '../../integrations/trackers/send.ts'
import { Sessions } from '../../integrations/trackers/session.ts'
import { type Place, TrackerFault } from '../../integrations/trackers/tracker.ts'
import { TRACKERS } from '../../integrations/trackers/trackers.ts'
import { openOutbound } from '../../outbound.ts'
import { virtualTracker } from '../../test-mode/tracker.ts'

export interface Tried {
  ok: boolean
  detail: string
}

/** What test mode sends. */
const NOTHING: SendCall = async () => ({ status: 0, headers: {}, body: '', error: 'Nothing is sent in test mode.' })

/** Asks a tracker whether issues could be made there, without making one. Never throws for what the other side does. */
export async function tryPlace(
  { config }: Context,
  test: boolean,
  kind: TrackerKind,
  place: Place,
  words: readonly string[],
): Promise<Tried> {
  if (test) return { ok: true, detail: await converse(virtualTracker(null, null).test(place), NOTHING) }
  const outbound = openOutbound({ allowPrivate: config.allowPrivate })
  try {
    const send = openSendCall(outbound)
    const there = await new Sessions(send).loggedIn({ id: '', kind }, place)
    return { ok: true, detail: await converse(TRACKERS[kind].test(there), send) }
  } catch (error) {
    if (!(error instanceof TrackerFault)) throw error
    return { ok: false, detail: redacted(error.message, words) }
  } finally {
    await outbound.close()
  }
}
