import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextOpening, nextRuns, type Timing, timingFaults } from './timing.ts'

const BASE: Timing = { cron: null, every: null, time_zone: 'UTC', window: null, jitter: 0, seed: 'sch_a' }
const timing = (changes: Partial<Timing>): Timing => ({ ...BASE, ...changes })
/** The runs as `MM-DDTHH:MM` in UTC. */
const runs = (given: Partial<Timing>, after: string, count: number) =>
  nextRuns(timing(given), new Date(after), count).map((run) => run.toISOString().slice(5, 16))

// Berlin: on 29 March 2026 02:00 becomes 03:00, on 25 October 03:00 becomes 02:00; UTC+1 in winter, UTC+2 in summer.
const berlin = { time_zone: 'Europe/Berlin' }
const clockChanges: [what: string, Partial<Timing>, after: string, expected: string[]][] = [
  [
    'a time that does not exist runs when the gap is over',
    { ...berlin, cron: '30 2 * * *' },
    '2026-03-27T12:00:00Z',
    ['03-28T01:30', '03-29T01:00', '03-30T00:30'],
  ],
  [
    'two times that do not exist run once',
    { ...berlin, cron: '0,30 2 * * *' },
    '2026-03-28T12:00:00Z',
    ['03-29T01:00', '03-30T00:00', '03-30T00:30'],
  ],
  [
    'also when given as steps',
    { ...berlin, cron: '*/30 2 * * *' },
    '2026-03-28T12:00:00Z',
    ['03-29T01:00', '03-30T00:00', '03-30T00:30'],
  ],
  [
    'a time that is there twice runs once, the first time',
    { ...berlin, cron: '30 2 * * *' },
    '2026-10-23T12:00:00Z',
    ['10-24T00:30', '10-25T00:30', '10-26T01:30'],
  ],
  [
    'also when given as steps',
    { ...berlin, cron: '*/30 2 * * *' },
    '2026-10-24T12:00:00Z',
    ['10-25T00:00', '10-25T00:30', '10-26T01:00'],
  ],
  [
    'a time around the change keeps its place on the clock',
    { ...berlin, cron: '0 9 * * *' },
    '2026-10-24T00:00:00Z',
    ['10-24T07:00', '10-25T08:00', '10-26T08:00'],
  ],
  [
    'every hour is every hour, in spring',
    { ...berlin, cron: '15 * * * *' },
    '2026-03-28T23:30:00Z',
    ['03-29T00:15', '03-29T01:15', '03-29T02:15'],
  ],
  [
    'and in autumn',
    { ...berlin, cron: '15 * * * *' },
    '2026-10-24T23:30:00Z',
    ['10-25T00:15', '10-25T01:15', '10-25T02:15'],
  ],
  [
    'New York, in spring',
    { time_zone: 'America/New_York', cron: '30 2 * * *' },
    '2026-03-07T12:00:00Z',
    ['03-08T07:00', '03-09T06:30'],
  ],
  [
    'Lord Howe’s half hour, in spring',
    { time_zone: 'Australia/Lord_Howe', cron: '15 2 * * *' },
    '2026-10-02T20:00:00Z',
    ['10-03T15:30', '10-04T15:15'],
  ],
]
for (const [what, given, after, expected] of clockChanges) {
  test(`clock changes: ${what} (${given.cron})`, () => {
    assert.deepEqual(runs(given, after, expected.length), expected)
    // Asked run by run, as the job does, it is the same.
    let last = new Date(after)
    for (const one of expected) {
      last = nextRuns(timing(given), last, 1)[0]!
      assert.equal(last.toISOString().slice(5, 16), one)
    }
  })
}

test('only inside the window, which may span midnight, in the time zone', () => {
  const at = '2026-01-15T00:00:00Z'
  const hourly = (from: string, to: string) => runs({ cron: '0 * * * *', window: { from, to }, ...berlin }, at, 3)
  assert.deepEqual(hourly('02:00', '04:00'), ['01-15T01:00', '01-15T02:00', '01-16T01:00'])
  assert.deepEqual(hourly('23:00', '01:00'), ['01-15T22:00', '01-15T23:00', '01-16T22:00'])
  // A window in a clock's gap is not there that day.
  const window = { from: '02:00', to: '03:00' }
  assert.deepEqual(runs({ ...berlin, cron: '30 2 * * *', window }, '2026-03-28T00:00:00Z', 2), [
    '03-28T01:30',
    '03-30T00:30',
  ])
  assert.equal(nextOpening({ ...berlin, window }, new Date(at)).toISOString(), '2026-01-15T01:00:00.000Z')
})

test('plain intervals have a time of their own, spread over the day or the window', () => {
  const after = new Date('2026-01-01T00:00:00Z')
  const window = { from: '22:00', to: '02:00' }
  const times = new Set<string>()
  for (let n = 0; n < 200; n++) {
    const seed = `sch_${n}`
    for (const [every, days] of [
      ['hourly', 1 / 24],
      ['daily', 1],
      ['weekly', 7],
    ] as const) {
      const [first, second] = nextRuns(timing({ every, seed }), after, 2)
      assert.equal((second!.getTime() - first!.getTime()) / 86_400_000, days)
    }
    const [first, second] = nextRuns(timing({ every: 'monthly', seed }), after, 2)
    assert.equal(first!.getUTCDate(), second!.getUTCDate())
    times.add(nextRuns(timing({ every: 'daily', seed }), after, 1)[0]!.toISOString())
    for (const every of ['hourly', 'daily', 'weekly', 'monthly'] as const) {
      const [inside] = nextRuns(timing({ every, seed, window }), after, 1)
      assert.ok([22, 23, 0, 1].includes(inside!.getUTCHours()), `${every} ${inside!.toISOString()}`)
    }
  }
  assert.ok(times.size > 150, `${times.size} different times of 200`)
})

test('jitter puts runs off, each as far as before, and never out of the window', () => {
  const after = new Date('2026-01-01T00:00:00Z')
  const window = { from: '12:00', to: '12:10' }
  const offs = new Set<number>()
  for (let n = 0; n < 200; n++) {
    const one = timing({ cron: '5 12 * * *', jitter: 3_600, seed: `sch_${n}` })
    const [first, second] = nextRuns(one, after, 2)
    const off = (first!.getTime() - Date.parse('2026-01-01T12:05:00Z')) / 1000
    assert.ok(off >= 0 && off <= 3_600)
    offs.add(off)
    assert.deepEqual(nextRuns(one, new Date(first!.getTime() - 1), 1), [first])
    assert.deepEqual(nextRuns(one, first!, 1), [second])
    const [inside] = nextRuns({ ...one, window }, after, 1)
    assert.match(inside!.toISOString(), /T12:0[5-9]/)
  }
  assert.ok(offs.size > 150)
})

const faults: [Partial<Timing>, pointer: string, detail: RegExp][] = [
  [{ cron: '61 * * * *' }, '/cron', /Invalid value for minute: 61/],
  [{ cron: 'a b c d e' }, '/cron', /is not a cron/],
  [{ cron: '* * * * * *' }, '/cron', /five fields/],
  [{ cron: '@daily' }, '/cron', /five fields/],
  [{ cron: '? * * * *' }, '/cron', /use \*/],
  [{ cron: '0 0 30 2 *' }, '/cron', /never comes/],
  [{ cron: '0 0 * * *', time_zone: 'Europe/Berlinn' }, '/time_zone', /not a time zone/],
  [{ cron: '0 0 * * *', time_zone: '+02:00' }, '/time_zone', /not a time zone/],
  [{ cron: '0 12 * * *', window: { from: '22:00', to: '06:00' } }, '/window', /never meets/],
  [{ cron: '0 6 * * *', window: { from: '22:00', to: '06:00' } }, '/window', /never meets/],
  [{ every: 'daily', window: { from: '06:00', to: '06:00' } }, '/window/to', /must differ/],
  [{ cron: '*/5 * * * *', jitter: 300 }, '/jitter', /less than the 300 seconds/],
  [{ every: 'hourly', jitter: 3_600 }, '/jitter', /less than the 3600 seconds/],
]
for (const [given, pointer, detail] of faults) {
  test(`refused: ${JSON.stringify(given)}`, () => {
    const [fault, ...others] = timingFaults(timing(given), new Date('2026-01-01T00:00:00Z'))
    assert.equal(fault?.pointer, pointer)
    assert.match(fault!.detail, detail)
    assert.deepEqual(others, [])
  })
}

test('taken: what is in order', () => {
  for (const given of [
    { cron: '0 0 L * *' },
    { cron: '0 0 29 2 *' },
    { cron: '0 6 * * MON-FRI', time_zone: 'europe/berlin' },
    { cron: '59 5 * * *', window: { from: '22:00', to: '06:00' } },
    { cron: '*/5 * * * *', jitter: 299 },
    { every: 'monthly' as const, jitter: 86_400 },
  ]) {
    assert.deepEqual(timingFaults(timing(given), new Date('2026-01-01T00:00:00Z')), [], JSON.stringify(given))
  }
})

test('two faults at once are both named', () => {
  const both = timingFaults(timing({ cron: 'x', time_zone: 'x' }), new Date())
  assert.deepEqual(
    both.map(({ pointer }) => pointer),
    ['/time_zone', '/cron'],
  )
})
