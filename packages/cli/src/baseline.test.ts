import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { LookedAt } from '@lasthash/scanner'
import { jsonReport } from '@lasthash/scanner/report/json'
import { scanDocument, vulnerability } from '../../scanner/test/document.ts'
import { placesOf, readBaseline, sinceThen } from './baseline.ts'
import { CliError } from './cli-error.ts'

const folder = mkdtempSync(join(tmpdir(), 'lasthash-baseline-'))
after(() => rmSync(folder, { recursive: true }))

function written(text: string): string {
  const file = join(folder, 'baseline.json')
  writeFileSync(file, text)
  return file
}

test('what --format json printed is a baseline; what was mended by then is not in it', async () => {
  const known = vulnerability()
  const mended = vulnerability({ outcome: 'short', status: 'fixed' })
  const { fingerprints, scanType } = await readBaseline(written(jsonReport(scanDocument([known, mended]))))
  assert.deepEqual([...fingerprints], [known.fingerprint])
  assert.equal(scanType, 'full')
})

test('what was not looked at again is not fixed, and its places are to be looked at', async () => {
  const sight = { kind: 'page' as const, url: 'https://site.test/a' }
  const before = vulnerability({ seen_in: [sight] })
  const baseline = await readBaseline(written(jsonReport(scanDocument([before]))))
  assert.deepEqual(placesOf(baseline), [sight])
  const looked = new LookedAt()
  const now = () => {
    const document = scanDocument([])
    const checks = [{ check: before.check, status: 'passed' as const, reason: '', outcomes: [] }]
    return { ...document, coverage: { ...document.coverage!, checks, looked_at: looked.encode() } }
  }
  assert.deepEqual(sinceThen(baseline, now()), { new: 0, fixed: 0, not_tested: 1 })
  looked.page(sight.url, '')
  assert.deepEqual(sinceThen(baseline, now()), { new: 0, fixed: 1, not_tested: 0 })
})

for (const [what, text, message] of [
  ['no JSON', 'score: 85', /is not JSON/],
  ['another document', '{"runs": []}', /give it what lasthash scan --format json printed/],
  ['null', 'null', /is no baseline/],
  ['findings without fingerprints', '{"vulnerabilities": [{"title": "x"}]}', /is no baseline/],
  ['an array with null', '{"vulnerabilities": [null]}', /is no baseline/],
] as const) {
  test(`refused: ${what}`, async () => {
    const reading = readBaseline(written(text))
    await assert.rejects(reading, (error) => error instanceof CliError && message.test(error.message))
  })
}

test('a file that is not there, or a folder, is told', async () => {
  await assert.rejects(readBaseline(join(folder, 'none.json')), /There is no file .*none\.json to compare with/)
  await assert.rejects(readBaseline(folder), /The baseline cannot be read/)
})
