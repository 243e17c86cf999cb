import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fingerprint, LookedAt } from '@lasthash/scanner'
import { jsonReport } from '@lasthash/scanner/report/json'
import { scanDocument, vulnerability } from '../../scanner/test/document.ts'
import { placesOf, readBaseline, type Since, sinceThen } from './baseline.ts'
import { CliError } from './cli-error.ts'

const folder = mkdtempSync(join(tmpdir(), 'lasthash-baseline-'))
after(() => rmSync(folder, { recursive: true }))

function written(text: string): string {
  const file = join(folder, 'baseline.json')
  writeFileSync(file, text)
  return file
}

const countsOf = ({ fresh, fixed, notTested }: Since) => [fresh.length, fixed.length, notTested.length]

test('what --format json printed is a baseline; what was mended by then is not in it', async () => {
  const known = vulnerability()
  const mended = vulnerability({ outcome: 'short', status: 'fixed' })
  const { present, scanType, url } = await readBaseline(written(jsonReport(scanDocument([known, mended]))))
  assert.deepEqual(
    present.map(({ fingerprint }) => fingerprint),
    [known.fingerprint],
  )
  assert.equal(scanType, 'full')
  assert.equal(url?.href, 'https://www.example.com/')
})

test('what was not looked at again is not fixed, and its places are to be looked at', async () => {
  const sight = { kind: 'page' as const, url: 'https://site.test/a' }
  const before = vulnerability({ seen_in: [sight] })
  const baseline = await readBaseline(written(jsonReport(scanDocument([before]))))
  assert.deepEqual(placesOf(baseline, 'https://www.example.com/'), [sight])
  const looked = new LookedAt()
  const now = () => {
    const document = scanDocument([])
    const checks = [{ check: before.check, status: 'passed' as const, reason: '', outcomes: [] }]
    return { ...document, coverage: { ...document.coverage!, checks, looked_at: looked.encode() } }
  }
  assert.deepEqual(countsOf(sinceThen(baseline, now())), [0, 0, 1])
  looked.page(sight.url, '')
  assert.deepEqual(countsOf(sinceThen(baseline, now())), [0, 1, 0])
})

test('a baseline of production holds for a preview at another address', async () => {
  const at = (origin: string, outcome: string, path: string | null = null) => {
    const inputs = { check: 'transport/hsts', outcome, origin, path, parameter: null }
    return vulnerability({
      outcome,
      fingerprint: fingerprint(inputs),
      fingerprint_inputs: inputs,
      locations: [{ url: origin + (path ?? '/'), method: 'GET', parameter: null }],
      seen_in: [{ kind: 'page', url: origin + (path ?? '/') }],
    })
  }
  const third = 'https://cdn.example.net'
  const before = [
    at('https://example.com', 'missing'),
    at('https://example.com', 'short', '/old'),
    at(third, 'invalid'),
    at('https://example.com', 'gone'),
  ]
  const baseline = await readBaseline(written(jsonReport(scanDocument(before, { url: 'https://www.example.com/' }))))
  const preview = 'http://localhost:3000'
  const looked = new LookedAt()
  looked.page(`${preview}/`, '')
  const now = scanDocument([at(preview, 'missing'), at(preview, 'short', '/new'), at(third, 'invalid')], {
    url: `${preview}/`,
  })
  const checks = [{ check: 'transport/hsts', status: 'failed' as const, reason: '', outcomes: [] }]
  const since = sinceThen(baseline, { ...now, coverage: { ...now.coverage!, checks, looked_at: looked.encode() } })
  const outcomes = (found: readonly { outcome: string }[]) => found.map(({ outcome }) => outcome)
  assert.deepEqual(outcomes(since.fresh), ['short'], 'the path counts, the origin of the site does not')
  assert.deepEqual(outcomes(since.fixed), ['gone'])
  assert.deepEqual(outcomes(since.notTested), ['short'])
  assert.deepEqual(placesOf(baseline, preview)[0], { kind: 'page', url: `${preview}/` })
  assert.deepEqual(placesOf(baseline, 'localhost:3000').length, 4)
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
