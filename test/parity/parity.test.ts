import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { checks } from '../../packages/scanner/src/checks/index.ts'
import { parityNames, readParity } from './parity.ts'

for (const name of parityNames()) {
  test(`${name}: each row points to a check and outcome that exist, or says why there is none`, () => {
    const { rows } = readParity(name)
    assert.equal(new Set(rows.map(({ rule, about }) => `${rule} ${about}`)).size, rows.length, 'a rule stands twice')
    for (const { rule, ours, reason = '' } of rows) {
      assert.ok(ours.length > 0 || reason.length > 20, `${rule} has neither a check nor a reason`)
      for (const id of ours) {
        const [checkId, outcome] = id.split(' ')
        const check = checks.find((one) => one.id === checkId)
        assert.ok(check, `${rule}: there is no check ${checkId}`)
        assert.ok(outcome === undefined || outcome in check.outcomes, `${rule}: ${checkId} has no outcome ${outcome}`)
      }
    }
  })
}

test('the page in the docs is not stale', () => {
  execFileSync(process.execPath, [join(import.meta.dirname, 'make.ts'), '--check'], { stdio: 'pipe' })
})
