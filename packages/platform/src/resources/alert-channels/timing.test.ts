import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ChannelTiming, heldUntil } from './timing.ts'

const NIGHT = { from: '22:00', to: '07:00', time_zone: 'Europe/Berlin' }
const NONE: ChannelTiming = { quiet_hours: null, digest: { every: 'immediately' }, critical_at_once: true }
const QUIET = { ...NONE, quiet_hours: NIGHT }
const DAILY = { ...NONE, digest: { every: 'daily' as const, at: '08:30', time_zone: 'America/New_York' } }

const CASES: { name: string; timing: ChannelTiming; severity?: string; now: string; until: string | null }[] = [
  { name: 'nothing set', timing: NONE, now: '2026-01-15T03:00:00Z', until: null },
  { name: 'quiet, before midnight', timing: QUIET, now: '2026-01-15T22:00:00Z', until: '2026-01-16T06:00:00Z' },
  { name: 'quiet, after midnight', timing: QUIET, now: '2026-01-15T03:00:00Z', until: '2026-01-15T06:00:00Z' },
  { name: 'the first quiet minute', timing: QUIET, now: '2026-01-15T21:00:00Z', until: '2026-01-16T06:00:00Z' },
  { name: 'the first loud minute', timing: QUIET, now: '2026-01-15T06:00:00Z', until: null },
  { name: 'by day', timing: QUIET, now: '2026-01-15T12:00:00Z', until: null },
  { name: 'in summer an hour earlier', timing: QUIET, now: '2026-07-15T03:00:00Z', until: '2026-07-15T05:00:00Z' },
  // Clocks go forward at 01:00Z on 29 March 2026, back at 01:00Z on 25 October 2026.
  { name: 'the night of the lost hour', timing: QUIET, now: '2026-03-28T23:00:00Z', until: '2026-03-29T05:00:00Z' },
  {
    name: 'the night of the hour that comes twice',
    timing: QUIET,
    now: '2026-10-24T22:00:00Z',
    until: '2026-10-25T06:00:00Z',
  },
  { name: 'critical breaks through', timing: QUIET, severity: 'critical', now: '2026-01-15T03:00:00Z', until: null },
  {
    name: 'critical is held, where so set',
    timing: { ...QUIET, critical_at_once: false },
    severity: 'critical',
    now: '2026-01-15T03:00:00Z',
    until: '2026-01-15T06:00:00Z',
  },
  {
    name: 'hourly',
    timing: { ...NONE, digest: { every: 'hourly' } },
    now: '2026-01-15T03:10:00Z',
    until: '2026-01-15T04:00:00Z',
  },
  { name: 'daily', timing: DAILY, now: '2026-01-15T12:00:00Z', until: '2026-01-15T13:30:00Z' },
  { name: 'daily, the next day', timing: DAILY, now: '2026-01-15T13:30:00Z', until: '2026-01-16T13:30:00Z' },
  { name: 'daily, in summer', timing: DAILY, now: '2026-07-15T12:00:00Z', until: '2026-07-15T12:30:00Z' },
  { name: 'daily beside critical', timing: DAILY, severity: 'critical', now: '2026-01-15T12:00:00Z', until: null },
  {
    name: 'daily with nothing more said: at eight, UTC',
    timing: { ...NONE, digest: { every: 'daily' } },
    now: '2026-01-15T09:00:00Z',
    until: '2026-01-16T08:00:00Z',
  },
  {
    name: 'a digest that falls into quiet hours waits for their end',
    timing: { ...QUIET, digest: { every: 'hourly' } },
    now: '2026-01-15T20:30:00Z',
    until: '2026-01-16T06:00:00Z',
  },
]
for (const { name, timing, severity = 'high', now, until } of CASES) {
  test(`${name}: ${until ? `held until ${until}` : 'at once'}`, () => {
    const due = heldUntil(timing, severity, new Date(now))
    assert.equal(due?.toISOString() ?? null, until && new Date(until).toISOString())
  })
}
