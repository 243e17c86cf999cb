import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Confidence, Severity } from './check.ts'
import { gradeOf, impact, score } from './score.ts'

const findings = (counts: Partial<Record<Severity, number>>, confidence: Confidence = 'firm') =>
  Object.entries(counts).flatMap(([severity, n]) =>
    Array.from({ length: n }, () => ({ severity: severity as Severity, confidence })),
  )

test('the public example: 0 critical, 2 high, 5 medium, 8 low is 85, B', () => {
  const { score: points, grade, cap, counts } = score(findings({ high: 2, medium: 5, low: 8 }))
  assert.deepEqual({ points, grade, cap }, { points: 85, grade: 'B', cap: null })
  assert.deepEqual(counts, { critical: 0, high: 2, medium: 5, low: 8, info: 0 })
})

test('table of scores', () => {
  const table: [Partial<Record<Severity, number>>, number, string, string | null][] = [
    [{}, 100, 'A+', null],
    [{ info: 50 }, 100, 'A+', null],
    [{ low: 1 }, 100, 'A+', null], // 99.5, half up
    [{ low: 2 }, 99, 'A+', null],
    [{ low: 3 }, 99, 'A+', null], // 98.5, half up
    [{ medium: 3 }, 97, 'A+', null],
    [{ medium: 4 }, 96, 'A', null],
    [{ high: 1 }, 89, 'B', 'high'],
    [{ high: 3 }, 89, 'B', 'high'], // 91 without the limit
    [{ high: 4 }, 88, 'B', null],
    [{ critical: 1 }, 49, 'F', 'critical'],
    [{ critical: 1, high: 1 }, 49, 'F', 'critical'],
    [{ critical: 3 }, 25, 'F', null],
    [{ critical: 5 }, 0, 'F', null],
    [{ medium: 1000 }, 0, 'F', null],
  ]
  for (const [counts, points, grade, because] of table) {
    const result = score(findings(counts))
    assert.deepEqual(
      [result.score, result.grade, result.cap?.because ?? null],
      [points, grade, because],
      JSON.stringify(counts),
    )
  }
})

test('tentative findings weigh nothing and are not counted', () => {
  const result = score([...findings({ critical: 2 }, 'tentative'), ...findings({ low: 2 }, 'confirmed')])
  assert.equal(result.score, 99)
  assert.equal(result.counts.critical, 0)
  assert.equal(impact('critical', 'tentative'), 0)
  assert.equal(impact('critical', 'confirmed'), 25)
})

test('grades begin where the docs say', () => {
  const bounds = {
    100: 'A+',
    97: 'A+',
    96: 'A',
    90: 'A',
    89: 'B',
    80: 'B',
    79: 'C',
    70: 'C',
    69: 'D',
    60: 'D',
    59: 'F',
    0: 'F',
  }
  for (const [points, grade] of Object.entries(bounds)) assert.equal(gradeOf(Number(points)), grade, points)
})
