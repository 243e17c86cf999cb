import { createHash } from 'node:crypto'
import { Cron, CronPattern } from 'croner'
import type { FieldError } from '../../errors.ts'

export type Every = 'hourly' | 'daily' | 'weekly' | 'monthly'

/** Times of day, HH:MM. The end is outside; before the beginning, the window spans midnight. */
export interface Window {
  from: string
  to: string
}

/** When a schedule runs. Either `cron`, of five fields, or `every`. */
export interface Timing {
  cron: string | null
  every: Every | null
  /** Of the IANA database, as Europe/Berlin. */
  time_zone: string
  window: Window | null
  /** Seconds by which a run is put off at most. */
  jitter: number
  /** What spreads it: two schedules with different seeds run at different moments of `every` and `jitter`. */
  seed: string
}

const MINUTES_OF_DAY = 1_440
const LOOKS = 100 // for a run inside the window; more than two are needed only where clocks change
const COMPARED = 6 // runs whose gaps bound the jitter

/**
 * The next runs after a moment, soonest first: fewer than `count` only where a cron has no more. Where clocks change, a time
 * of day that does not exist is made up for when the gap is over, and one that is there twice runs the first time; crons
 * with a wildcard for the hour follow the clock as it goes. The same schedule always gives the same times: jitter is no
 * chance, but follows from the seed and the run.
 */
export function nextRuns(timing: Timing, after: Date, count: number): Date[] {
  const runs: Date[] = []
  // What was put off may have its time before the moment.
  let regular = new Date(after.getTime() - timing.jitter * 1000)
  while (runs.length < count) {
    const next = nextRegular(timing, regular)
    if (!next) break
    regular = next
    const run = putOff(timing, next)
    if (run > after) runs.push(run)
  }
  return runs
}

/** What is wrong with a timing, each with its place in the body; empty when it has runs to come after `now`. */
export function timingFaults(timing: Timing, now: Date): FieldError[] {
  const { cron, time_zone, window, jitter } = timing
  const faults: FieldError[] = []
  if (!isTimeZone(time_zone)) {
    faults.push({ pointer: '/time_zone', detail: 'is not a time zone: use a name such as Europe/Berlin or UTC' })
  }
  const cronFault = cron === null ? null : faultOfCron(cron)
  if (cronFault) faults.push({ pointer: '/cron', detail: cronFault })
  if (window && window.from === window.to) {
    faults.push({ pointer: '/window/to', detail: 'must differ from the beginning of the window' })
  }
  if (faults.length > 0) return faults
  if (cron !== null && !new Cron(cron, { timezone: time_zone, mode: '5-part' }).nextRun(now)) {
    return [{ pointer: '/cron', detail: 'never comes: there is no such date' }]
  }
  if (!meets(timing)) {
    const detail = `never meets the cron: none of its times of day lies from ${window!.from} to ${window!.to}`
    return [{ pointer: '/window', detail }]
  }
  const runs = nextRuns({ ...timing, jitter: 0 }, now, COMPARED)
  if (runs.length === 0) return [{ pointer: '/window', detail: 'never meets the cron' }]
  const gap = shortestGap(runs)
  if (jitter > 0 && jitter >= gap) {
    return [{ pointer: '/jitter', detail: `must be less than the ${gap} seconds between two runs` }]
  }
  return []
}

/** Whether the window, if there is one, is open. */
export function isOpenAt({ window, time_zone }: Pick<Timing, 'window' | 'time_zone'>, moment: Date): boolean {
  return !window || holds(window, minuteOfDay(moment, time_zone))
}

/** When the window opens next. */
export function nextOpening({ window, time_zone }: { window: Window; time_zone: string }, after: Date): Date {
  const from = minutesOf(window.from)
  return new Cron(`${from % 60} ${Math.floor(from / 60)} * * *`, { timezone: time_zone }).nextRun(after)!
}

/** The next run by cron and window, without jitter. */
function nextRegular(timing: Timing, after: Date): Date | null {
  const { window, time_zone } = timing
  const cron = new Cron(fixed(patternOf(timing)), {
    timezone: time_zone,
    mode: '5-part',
    fixedTimeRule: 'no-wildcard',
  })
  let next = cron.nextRun(after)
  for (let looks = 0; next && window && !isOpenAt(timing, next); looks++) {
    if (looks === LOOKS) return null
    // A millisecond before it opens, for a run on the very minute counts.
    next = cron.nextRun(new Date(nextOpening({ window, time_zone }, next).getTime() - 1))
  }
  return next
}

/** By up to `jitter` seconds, but never out of the window. */
function putOff(timing: Timing, regular: Date): Date {
  const { jitter, window, time_zone, seed } = timing
  if (jitter === 0) return regular
  const length = window && lengthOf(minuteOfDay(regular, time_zone), minutesOf(window.to)) * 60
  const room = Math.min(jitter, length === null ? jitter : length - 1)
  const run = new Date(regular.getTime() + (number(`${seed} ${regular.getTime()}`) % (room + 1)) * 1000)
  return isOpenAt(timing, run) ? run : regular
}

/** `every` as a cron: a time of the schedule's own, inside its window. */
function patternOf({ cron, every, window, seed }: Timing): string {
  if (cron !== null) return cron
  const from = window ? minutesOf(window.from) : 0
  const length = window ? lengthOf(from, minutesOf(window.to)) : MINUTES_OF_DAY
  const point = (from + (number(seed) % length)) % MINUTES_OF_DAY
  const [minute, hour] = [point % 60, Math.floor(point / 60)]
  const day = number(`${seed} day`)
  switch (every!) {
    case 'hourly':
      return `${minute} * * * *`
    case 'daily':
      return `${minute} ${hour} * * *`
    case 'weekly':
      return `${minute} ${hour} * * ${day % 7}`
    case 'monthly':
      return `${minute} ${hour} ${1 + (day % 28)} * *`
  }
}

/** With the minutes as a list where the hours are given: croner then takes it as times of day, not as an interval. */
function fixed(cron: string): string {
  const [, hours, ...days] = cron.trim().split(/\s+/)
  if (hours!.includes('*')) return cron
  const pattern = new CronPattern(cron)
  return [listOf(pattern.minute), listOf(pattern.hour), ...days].join(' ')
}

function listOf(marks: readonly number[]): string {
  return marks.flatMap((mark, index) => (mark ? [index] : [])).join(',')
}

function faultOfCron(cron: string): string | null {
  if (cron.trim().split(/\s+/).length !== 5) {
    return 'must have five fields: minute, hour, day of the month, month, day of the week; for plain intervals give every instead'
  }
  // croner would put the present time in its place.
  if (cron.includes('?')) return 'must not hold “?”: use * for any'
  try {
    new CronPattern(cron, undefined, { mode: '5-part' })
    return null
  } catch (error) {
    return `is not a cron: ${(error as Error).message.replace(/^CronPattern: /, '')}`
  }
}

/** Whether any time of day of the cron lies in the window. `every` has one by its making. */
function meets({ cron, window }: Timing): boolean {
  if (cron === null || !window) return true
  const { minute, hour } = new CronPattern(cron)
  return hour.some((mark, h) => mark && minute.some((own, m) => own && holds(window, h * 60 + m)))
}

function holds(window: Window, minute: number): boolean {
  const [from, to] = [minutesOf(window.from), minutesOf(window.to)]
  return from < to ? from <= minute && minute < to : from <= minute || minute < to
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** Minutes from one time of day to the next time that it is another. */
function lengthOf(from: number, to: number): number {
  return (to - from + MINUTES_OF_DAY) % MINUTES_OF_DAY
}

function shortestGap(runs: readonly Date[]): number {
  const gaps = runs.slice(1).map((run, index) => (run.getTime() - runs[index]!.getTime()) / 1000)
  return Math.min(...gaps)
}

/** Whether it is a name of the IANA database. */
export function isTimeZone(name: string): boolean {
  // Intl takes offsets such as +02:00 as well: they have no daylight saving, and are none of the database's names.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    clockOf(name)
    return true
  } catch {
    return false
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()
const KEPT_CLOCKS = 1_000 // the database has some 600 names

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone)
  if (clock) return clock
  clock = new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  if (clocks.size >= KEPT_CLOCKS) clocks.clear()
  clocks.set(timeZone, clock)
  return clock
}

function minuteOfDay(moment: Date, timeZone: string): number {
  return minutesOf(clockOf(timeZone).format(moment))
}

/** A whole number that is as good as by chance, and always the same for the same text. */
function number(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE()
}
