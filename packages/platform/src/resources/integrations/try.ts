import type { Context } from '../../context.ts'
import type { TrackerKind } from '../../db/schema.ts'
import { redacted } from '../../integrations/redact.ts'
import { converse, openSendCall } from '../../integrations/trackers/send.ts'
import { Sessions } from '../../integrations/trackers/session.ts'
import { type Place, TrackerFault } from '../../integrations/trackers/tracker.ts'
import { TRACKERS } from '../../integrations/trackers/trackers.ts'
import { openOutbound } from '../../outbound.ts'

export interface Tried {
  ok: boolean
  detail: string
}

/** Asks a tracker whether issues could be made there, without making one. Never throws for what the other side does. */
export async function tryPlace(
  { config }: Context,
  kind: TrackerKind,
  place: Place,
  words: readonly string[],
): Promise<Tried> {
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
