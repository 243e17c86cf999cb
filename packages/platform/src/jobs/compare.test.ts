import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CheckResult, type Finding, testerOf } from '@lasthash/scanner'
import { compare, type Known } from './compare.ts'

const finding = (fingerprint: string) => ({ fingerprint }) as Finding
const known = (
  fingerprint: string,
  status: Known['status'],
  check = 'a/check',
  decided_severity: string | null = null,
): Known => ({
  id: fingerprint,
  fingerprint,
  check,
  status,
  decided_severity,
  seen_in: null,
})
const asked = (...checks: CheckResult[]) => testerOf({ checks })
const checked = (status: CheckResult['status'], check = 'a/check'): CheckResult => ({
  check,
  status,
  reason: '',
  outcomes: [],
})

const statuses: [CheckResult['status'], boolean][] = [
  ['passed', true],
  ['failed', true],
  ['skipped', true],
  ['not_gathered', false],
  ['error', false],
]
for (const [status, isFixed] of statuses) {
  test(`an open one that is not seen, its check ${status}, is ${isFixed ? 'fixed' : 'left as it is'}`, () => {
    const { fixed } = compare([known('x', 'open')], [], asked(checked(status)))
    assert.equal(fixed.length, isFixed ? 1 : 0)
  })
}

test('what the scan’s plan does not hold keeps its state', () => {
  assert.deepEqual(compare([known('x', 'reopened')], [], asked(checked('passed', 'another/check'))).fixed, [])
})

test('what was seen at a place that was not looked at again keeps its state', () => {
  const one = { ...known('x', 'open'), seen_in: [{ kind: 'page' as const, url: 'https://site.test/a' }] }
  assert.deepEqual(compare([one], [], asked(checked('passed'))).fixed, [])
})

test('only what is open can be fixed', () => {
  const all = (['open', 'reopened', 'fixed', 'accepted_risk', 'false_positive'] as const).map((status) =>
    known(status, status),
  )
  const { fixed } = compare(all, [], asked(checked('passed')))
  assert.deepEqual(
    fixed.map(({ id }) => id),
    ['open', 'reopened'],
  )
})

test('what is seen is new, still there, or back', () => {
  const before = [known('there', 'open'), known('back', 'fixed'), known('muted', 'accepted_risk')]
  const { created, seen, fixed } = compare(
    before,
    ['new', 'there', 'back', 'muted'].map(finding),
    asked(checked('failed')),
  )
  assert.deepEqual(
    created.map(({ fingerprint }) => fingerprint),
    ['new'],
  )
  assert.deepEqual(
    seen.map(({ known: one, reopened }) => [one.id, reopened]),
    [
      ['there', false],
      ['back', true],
      ['muted', false],
    ],
  )
  assert.deepEqual(fixed, [])
})

for (const [status, decided, now, reopened] of [
  ['accepted_risk', 'medium', 'high', true],
  ['false_positive', 'low', 'critical', true],
  ['accepted_risk', 'medium', 'medium', false],
  ['accepted_risk', 'high', 'low', false],
  ['open', null, 'critical', false],
] as const) {
  test(`what was ${status} at ${decided} and is ${now} now ${reopened ? 'is open again' : 'stays as it was'}`, () => {
    const seen = { fingerprint: 'f', severity: now } as Finding
    const { seen: compared } = compare([known('f', status, 'a/check', decided)], [seen], asked(checked('failed')))
    assert.equal(compared[0]!.reopened, reopened)
  })
}
