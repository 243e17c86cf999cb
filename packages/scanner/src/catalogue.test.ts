import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { catalogue, exampleFinding } from './catalogue.ts'
import { checks } from './checks/index.ts'
import { severityOfScore } from './feeds/cvss.ts'
import { SEVERITIES } from './score.ts'

/** Of these the vector is the known flaw’s, or there is nothing that an attacker does. */
const WITHOUT_VECTOR = [
  'dns/domain-expiry expired',
  'software/vulnerable-cms vulnerable',
  'software/vulnerable-plugin vulnerable',
  'software/vulnerable-server vulnerable',
  'tls/certificate-not-yet-valid future',
]

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

test('the CVSS rating of an outcome is within one step of its severity, and what weighs nothing has none', () => {
  for (const { id, outcomes } of catalogue()) {
    for (const { outcome, severity, type, cvss } of outcomes) {
      if (checks.find((check) => check.id === id)!.outcomes[outcome]!.cvss !== undefined)
        assert.ok(cvss, `${id} ${outcome}: the vector cannot be read`)
      if (!cvss) continue
      assert.match(cvss.vector, /^CVSS:4\.0\//)
      const apart = Math.abs(SEVERITIES.indexOf(severityOfScore(cvss.score)) - SEVERITIES.indexOf(severity))
      assert.ok(apart <= 1, `${id} ${outcome}: ${severity}, but CVSS ${cvss.score}`)
      assert.notEqual(severity, 'info', `${id} ${outcome}`)
      assert.notEqual(type, 'threat', `${id} ${outcome}: a threat is no flaw`)
    }
  }
})

test('whatever is critical or high, and no threat, has a CVSS vector, or comes with the known flaw’s own', () => {
  const without = catalogue().flatMap(({ id, outcomes }) =>
    outcomes
      .filter(({ severity, type, cvss }) => ['critical', 'high'].includes(severity) && type !== 'threat' && !cvss)
      .map(({ outcome }) => `${id} ${outcome}`),
  )
  assert.deepEqual(without, WITHOUT_VECTOR)
})

test('there are at least the fifty checks that were promised', () => {
  assert.ok(checks.length >= 50, `${checks.length} checks`)
})
