import { createHash } from 'node:crypto'
import type { TrackerState } from '../db/schema.ts'
import type { External, Tracker } from '../integrations/trackers/tracker.ts'

const HOST = 'https://tracker.lasthash.test'

/**
 * The tracker of test mode: whatever kind an integration is of, its tickets are made at once, and nothing leaves this service. An
 * issue is in the state that its ticket was left in.
 */
export function virtualTracker(state: TrackerState | null, assignee: string | null): Tracker {
  const externalOf = (id: string, of: string | null): External => ({
    ...{ id, key: `TEST-${id}`, url: `${HOST}/issues/${id}`, state: state ?? 'open', assignee: of },
  })
  const numberOf = (marker: string) => String(createHash('sha256').update(marker).digest().readUInt32BE() % 100_000)
  const at = <T>(value: T) => {
    // biome-ignore lint/correctness/useYield: nothing is asked
    return (function* () {
      return value
    })()
  }
  return {
    at_once: 4,
    pace: 0,
    create: (_, { marker, assignee: given }) => at(externalOf(numberOf(marker), given)),
    find: (_, marker) => at(externalOf(numberOf(marker), assignee)),
    read: (_, id) => at(externalOf(id, assignee)),
    comment: () => at(undefined),
    hasComment: () => at(false),
    setState: () => at(undefined),
    changed: null,
    test: () => at('Test mode: tickets are made at once, and nothing leaves this service.'),
    readHook: () => [],
  }
}
