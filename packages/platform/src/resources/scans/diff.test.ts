import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckResult } from '@lasthash/scanner'
import { diff, type Seen } from './diff.ts'

const seen = (id: string, first_scan_id = 'scan_5', check = 'a/check'): Seen => ({
  id,
  first_scan_id,
  check,
  seen_in: null,
})
const checked = (check: string, status: CheckResult['status']): CheckResult => ({
  check,
  status,
  reason: '',
  outcomes: [],
})
const ids = (of: Record<string, Seen[]>) =>
  Object.fromEntries(Object.entries(of).map(([name, list]) => [name, list.map(({ id }) => id)]))

test('each vulnerability of two scans is in exactly one place', () => {
  const earlier = [
    seen('stays'),
    seen('goes'),
    seen('untested', 'scan_5', 'b/check'),
    seen('broke', 'scan_5', 'c/check'),
  ]
  const later = [seen('stays'), seen('fresh', 'scan_6'), seen('back', 'scan_1')]
  const checks = [checked('a/check', 'failed'), checked('b/check', 'not_gathered'), checked('c/check', 'error')]
  assert.deepEqual(ids({ ...diff({ id: 'scan_5', seen: earlier }, { seen: later }, { checks }) }), {
    new: ['fresh'],
    fixed: ['goes'],
    regressed: ['back'],
    unchanged: ['stays'],
    not_tested: ['untested', 'broke'],
  })
})

test('a check that does not apply any more has been answered', () => {
  const { fixed, not_tested } = diff(
    { id: 'scan_5', seen: [seen('x')] },
    { seen: [] },
    { checks: [checked('a/check', 'skipped')] },
  )
  assert.deepEqual([fixed.length, not_tested.length], [1, 0])
})

test('of two equal scans all is unchanged', () => {
  const both = [seen('x'), seen('y')]
  const result = diff({ id: 'scan_5', seen: both }, { seen: both }, { checks: [checked('a/check', 'failed')] })
  assert.deepEqual(ids({ ...result }), { new: [], fixed: [], regressed: [], unchanged: ['x', 'y'], not_tested: [] })
})

test('what was seen on a page that the later scan did not visit was not tested', () => {
  const one = { ...seen('x'), seen_in: [{ kind: 'page' as const, url: 'https://site.test/a' }] }
  const { fixed, not_tested } = diff(
    { id: 'scan_5', seen: [one] },
    { seen: [] },
    { checks: [checked('a/check', 'passed')] },
  )
  assert.deepEqual([fixed.length, not_tested.length], [0, 1])
})
