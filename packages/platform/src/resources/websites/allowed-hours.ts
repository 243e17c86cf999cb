import { isOpenAt, nextOpening } from '../schedules/timing.ts'
import type { AllowedHours } from './settings.ts'

/** Null when a scan may begin at this moment; else when it may. */
export function opensAt(hours: AllowedHours | undefined, now: Date): Date | null {
  if (!hours) return null
  const timing = { window: { from: hours.from, to: hours.to }, time_zone: hours.time_zone }
  return isOpenAt(timing, now) ? null : nextOpening(timing, now)
}
