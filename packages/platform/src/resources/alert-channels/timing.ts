import { Cron } from 'croner'
import { isOpenAt, nextOpening } from '../schedules/timing.ts'
import type { ChannelDigest, QuietHours } from './settings.ts'

export interface ChannelTiming {
  quiet_hours: QuietHours | null
  digest: ChannelDigest
  /** Whether critical alerts wait for nothing. */
  critical_at_once: boolean
}

/** Until when an alert of this severity is held; null when it is told at once. Pure, and right where clocks change. */
export function heldUntil(
  { quiet_hours, digest, critical_at_once }: ChannelTiming,
  severity: string,
  now: Date,
): Date | null {
  if (critical_at_once && severity === 'critical') return null
  const told = nextDigest(digest, now)
  const end = quiet_hours && endOfQuiet(quiet_hours, told)
  const due = end ?? told
  return due > now ? due : null
}

function nextDigest({ every, at = '08:00', time_zone = 'UTC' }: ChannelDigest, now: Date): Date {
  if (every === 'immediately') return now
  if (every === 'hourly') return new Cron('0 * * * *', { timezone: 'UTC' }).nextRun(now)!
  return nextOpening({ window: { from: at, to: at }, time_zone }, now)
}

/** Null when it is not quiet at that moment. */
function endOfQuiet({ from, to, time_zone }: QuietHours, moment: Date): Date | null {
  if (!isOpenAt({ window: { from, to }, time_zone }, moment)) return null
  return nextOpening({ window: { from: to, to: from }, time_zone }, moment)
}
