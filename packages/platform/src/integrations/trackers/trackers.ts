import type { TrackerKind } from '../../db/schema.ts'
import { github } from './github.ts'
import type { Tracker } from './tracker.ts'

/** Every system in which vulnerabilities become tickets. */
export const TRACKERS: Partial<Record<TrackerKind, Tracker>> = { github }
