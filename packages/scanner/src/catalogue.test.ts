import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { catalogue, exampleFinding } from './catalogue.ts'
import { checks } from './checks/index.ts'
import { SEVERITIES } from './score.ts'

test('each check has a file and a test of its own name, and no two share an id', () => {
  assert.equal(new Set(checks.map(({ id }) => id)).size, checks.length)
  for (const { id } of checks) {
    for (const ending of ['.ts', '.test.ts'])
      assert.ok(existsSync(join(import.meta.dirname, 'checks', id + ending)), `${id}${ending} is missing`)
  }
})

test('each outcome makes its example finding offline, with every text and a stable fingerprint', () => {
  for (const check of checks) {
    for (const outcome of Object.keys(check.outcomes)) {
      const finding = exampleFinding(check, outcome)
      for (const text of [finding.title, finding.description, finding.remediation]) assert.match(text, /\S/)
      assert.ok(SEVERITIES.includes(finding.severity))
      assert.match(finding.fingerprint, /^[0-9a-f]{64}$/)
      assert.equal(exampleFinding(check, outcome).fingerprint, finding.fingerprint)
    }
  }
  assert.throws(() => exampleFinding(checks[0]!, 'no-such-outcome'), /declares no outcome/)
})

test('mappings have the form of their lists', () => {
  for (const { id, cwe, owasp_2021, owasp_2025, references } of catalogue()) {
    assert.ok(cwe === null || (Number.isInteger(cwe) && cwe > 0), id)
    for (const code of owasp_2021) assert.match(code, /^A(0[1-9]|10):2021$/, id)
    for (const code of owasp_2025) assert.match(code, /^A(0[1-9]|10):2025$/, id)
    assert.ok(references.length > 0 && references.every((url) => url.startsWith('https://')), id)
  }
})

test('there are at least the fifty checks that were promised', () => {
  assert.ok(checks.length >= 50, `${checks.length} checks`)
})
