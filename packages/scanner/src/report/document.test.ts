import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coverage, scanDocument, vulnerability } from '../../test/document.ts'
import type { ScanResult } from '../result.ts'
import { documentOf, weighs, worstFirst } from './document.ts'
import { newIdentifier } from './identifier.ts'
import { jsonReport } from './json.ts'

const { id, website_id, status, detected_at, first_seen_at, last_seen_at, fixed_at, ...finding } = vulnerability()
const result: ScanResult = {
  url: 'https://www.example.com/',
  scan_type: 'quick',
  started_at: '2026-01-15T14:31:33Z',
  completed_at: '2026-01-15T14:32:15Z',
  scan_duration: 42,
  duration_ms: 42_123,
  security_score: 99,
  grade: 'A+',
  score_version: 1,
  score_cap: null,
  vulnerabilities: { critical: 0, high: 0, medium: 1, low: 0, info: 0 },
  findings: [finding, { ...finding, outcome: 'short' }],
  coverage: coverage(),
}

test('a result becomes what a server would give, with ids and states of its own', () => {
  const scanId = newIdentifier('scan', new Date())
  const document = documentOf(result, { id: scanId, now: new Date('2026-01-15T14:32:16.789Z') })
  assert.deepEqual(document.scan, {
    id: scanId,
    website_id: null,
    url: 'https://www.example.com/',
    scan_type: 'quick',
    priority: 'normal',
    status: 'done',
    security_score: 99,
    grade: 'A+',
    score_version: 1,
    score_cap: null,
    vulnerabilities: { critical: 0, high: 0, medium: 1, low: 0, info: 0 },
    scan_duration: 42,
    created_at: '2026-01-15T14:31:33Z',
    started_at: '2026-01-15T14:31:33Z',
    completed_at: '2026-01-15T14:32:15Z',
    report_url: null,
    error: null,
  })
  const [first, second] = document.vulnerabilities
  assert.match(first!.id, /^vuln_[0-9a-hjkmnp-tv-z]{26}$/)
  assert.notEqual(first!.id, second!.id)
  const { id: _, ...rest } = first!
  const seen = '2026-01-15T14:32:16Z'
  assert.deepEqual(rest, {
    ...finding,
    website_id: null,
    status: 'open',
    detected_at: seen,
    first_seen_at: seen,
    last_seen_at: seen,
    fixed_at: null,
  })
})

test('identifiers sort by time', () => {
  const earlier = newIdentifier('scan', new Date('2026-01-15T14:32:16.788Z'))
  const later = newIdentifier('scan', new Date('2026-01-15T14:32:16.789Z'))
  assert.ok(earlier < later)
  assert.equal(earlier.length, 'scan_'.length + 26)
})

test('what weighs: neither tentative nor set aside', () => {
  assert.ok(weighs({ confidence: 'firm', status: 'open' }))
  assert.ok(weighs({ confidence: 'confirmed', status: 'reopened' }))
  assert.ok(!weighs({ confidence: 'tentative', status: 'open' }))
  assert.ok(!weighs({ confidence: 'confirmed', status: 'accepted_risk' }))
  assert.ok(!weighs({ confidence: 'confirmed', status: 'false_positive' }))
})

test('worst first, and of one severity what weighs', () => {
  const sorted = worstFirst([
    vulnerability({ check: 'a/a', severity: 'low' }),
    vulnerability({ check: 'b/b', severity: 'high', confidence: 'tentative' }),
    vulnerability({ check: 'd/d', severity: 'high' }),
    vulnerability({ check: 'c/c', severity: 'high' }),
    vulnerability({ check: 'e/e', severity: 'critical' }),
  ])
  assert.deepEqual(
    sorted.map(({ check }) => check),
    ['e/e', 'c/c', 'd/d', 'b/b', 'a/a'],
  )
})

test('JSON has the two promised members, all findings, and the coverage where it is known', () => {
  const document = scanDocument([vulnerability(), vulnerability({ outcome: 'invalid', severity: 'info' })])
  const { coverage: known, ...promised } = document
  assert.deepEqual(JSON.parse(jsonReport(document)), { ...promised, coverage: known })
  assert.deepEqual(Object.keys(JSON.parse(jsonReport(promised))), ['scan', 'vulnerabilities'])
  assert.ok(jsonReport(document).endsWith('}\n'))
})
