import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Check } from '../src/check.ts'
import { EvidenceBook, runCheck } from '../src/evaluate.ts'
import type { Evidence, EvidenceName } from '../src/evidence.ts'
import type { Source } from '../src/source.ts'
import { sources } from '../src/sources.ts'
import { target } from './evidence.ts'

interface Case {
  name: string
  /** Raw evidence; whatever the check needs beyond it is derived, so that the parsers are tested with it. */
  evidence: Partial<Evidence>
}
export interface Table {
  fires: readonly (Case & {
    /** One name, or all of them in order when the case shows several. */
    outcome: string | readonly string[]
    /** The raw value that the finding must quote. */
    seen?: string
  })[]
  silent: readonly (Case & { verdict: 'pass' | 'skip' })[]
}

/** 2026-01-15, the day on which test evidence was gathered. */
const NOW = Date.UTC(2026, 0, 15)

/**
 * Tests a check by its two tables: where it must fire, and where it must stay silent. Refuses a sloppy table: an outcome
 * without a case, fewer silent cases than firing ones, no pass, a name twice, and a definition with blank texts.
 */
export function testCheck(check: Check, { fires, silent }: Table): void {
  test(`${check.id}: definition and table are complete`, () => {
    for (const [name, outcome] of Object.entries(check.outcomes)) {
      for (const field of ['title', 'why', 'fix'] as const)
        assert.match(outcome[field], /\S/, `${check.id} ${name}: ${field} is blank`)
      assert.ok(
        fires.some((one) => [one.outcome].flat().includes(name)),
        `${check.id}: no case fires ${name}`,
      )
    }
    for (const reference of check.references) assert.ok(URL.canParse(reference), `${check.id}: ${reference} is no URL`)
    const names = [...fires, ...silent].map((one) => one.name)
    assert.equal(new Set(names).size, names.length, `${check.id}: two cases have one name`)
    assert.ok(silent.length >= fires.length, `${check.id}: ${fires.length} firing cases need as many silent ones`)
    assert.ok(
      silent.some((one) => one.verdict === 'pass'),
      `${check.id}: no case passes`,
    )
  })
  for (const one of fires) {
    test(`${check.id} fires: ${one.name}`, () => {
      const { result, fails } = runCheck(check, bookOf(one.evidence))
      const expected = [one.outcome].flat()
      assert.equal(result.status, 'failed', result.reason)
      assert.deepEqual(
        fails.map((fail) => fail.outcome),
        expected,
      )
      if (one.seen !== undefined) assert.equal(fails[0]!.seen, one.seen)
    })
  }
  for (const one of silent) {
    test(`${check.id} is silent: ${one.name}`, () => {
      const { result } = runCheck(check, bookOf(one.evidence))
      assert.equal(result.status, one.verdict === 'pass' ? 'passed' : 'skipped', JSON.stringify(result))
      if (one.verdict === 'skip') assert.match(result.reason, /\S/)
    })
  }
}

function bookOf(evidence: Partial<Evidence>): EvidenceBook {
  const given: Partial<Evidence> = {
    scan: { type: 'full', started_at: NOW },
    target: target(evidence.page?.url),
    ...evidence,
  }
  const gathered = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, { ok: true, value }]))
  return new EvidenceBook(gathered as Record<EvidenceName, never>, sources as readonly Source[])
}
