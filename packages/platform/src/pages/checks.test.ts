import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogue } from '@lasthash/scanner'
import { checkPages } from './checks.ts'
import { escapeHtml } from './page.ts'

const { list, pages } = checkPages()

test('the list leads to each check, and to nothing else', () => {
  const linked = [...list.matchAll(/href="\/docs\/checks\/([^"]+)"/g)].map(([, id]) => id)
  assert.deepEqual(
    linked,
    catalogue().map(({ id }) => id),
  )
})

test('each page tells every outcome: what, why, how to mend it for each server, references, mappings', () => {
  for (const { id, question, cwe, owasp_2025, references, outcomes } of catalogue()) {
    const page = pages.get(id)!
    const must = [question, ...references, ...owasp_2025, ...(cwe === null ? [] : [`CWE-${cwe}`])]
    for (const { title, severity, settings } of outcomes) must.push(title, severity, ...Object.values(settings))
    for (const text of must) assert.ok(page.includes(escapeHtml(text)), `${id} lacks “${text}”`)
    for (const { outcome } of outcomes)
      assert.ok(page.includes(`id="${outcome}"`), `${id} has no anchor for ${outcome}`)
    assert.ok(!/<script|undefined|\[object/.test(page), id)
  }
})
