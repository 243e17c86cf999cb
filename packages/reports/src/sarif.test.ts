import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import draft04 from 'ajv-draft-04'
import { hostileDocument, vulnerability } from '../../scanner/test/document.ts'
import { portfolioData, reportData, textOf, website } from '../test/report-data.ts'
import type { ReportData } from './data.ts'
import { renderReport } from './render.ts'

interface Run {
  tool: { driver: { rules: { id: string }[] } }
  automationDetails: { id: string }
  results: {
    ruleId: string
    ruleIndex: number
    locations: { physicalLocation: { artifactLocation: { uri: string } } }[]
    partialFingerprints: Record<string, string>
  }[]
  properties: Record<string, unknown>
}

const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const ajv = new draft04.default({ allErrors: true, strict: false, unicodeRegExp: false, validateFormats: false })
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))

async function runsOf(data: ReportData): Promise<Run[]> {
  const sarif = JSON.parse(await textOf(renderReport(data, { kind: 'technical', format: 'sarif' }).stream))
  if (Array.isArray(data.vulnerabilities)) assert.ok(validate(sarif), JSON.stringify(validate.errors, null, 2))
  return sarif.runs
}

test('it is as the command line writes it: of one scan, every result names its rule', async () => {
  const document = hostileDocument()
  for (const data of [
    reportData([]),
    reportData(),
    reportData([vulnerability({ check: 'server/newer' }), vulnerability({ outcome: 'short' }), vulnerability()]),
    reportData(document.vulnerabilities, { websites: [website(document)] }),
  ]) {
    const [run, ...others] = await runsOf(data)
    assert.deepEqual(others, [])
    assert.ok(
      run!.tool.driver.rules.some(({ id }) => id === 'headers/x-frame-options/missing'),
      'asked, not found',
    )
    for (const { ruleId, ruleIndex } of run!.results) assert.equal(run!.tool.driver.rules[ruleIndex]!.id, ruleId)
    assert.equal(run!.results.length, [...(data.vulnerabilities as Iterable<unknown>)].length)
  }
})

test('of several websites each is a made-up file, in one run that is about no one scan', async () => {
  const data = portfolioData(reportData())
  const [run] = await runsOf(data)
  const files = run!.results.flatMap(({ locations }) =>
    locations.map((one) => one.physicalLocation.artifactLocation.uri),
  )
  assert.ok(files.includes('www.example.com') && files.includes('shop-3.example.com'))
  assert.equal(run!.automationDetails.id, 'lasthash/report/')
  assert.deepEqual(run!.properties, { report_id: data.id, websites: data.websites.length })
})

test('what is fixed is no result; more than code scanning takes are several runs with categories of their own', async () => {
  async function* vulnerabilities() {
    for (let at = 0; at < 25_001; at++) yield vulnerability({ outcome: `o${at % 50}` })
    yield vulnerability({ status: 'fixed' })
  }
  const runs = await runsOf(reportData([], { vulnerabilities: vulnerabilities() }))
  assert.deepEqual(
    runs.map(({ results, automationDetails }) => [results.length, automationDetails.id]),
    [
      [25_000, 'lasthash/full/www.example.com/'],
      [1, 'lasthash/full/www.example.com/2/'],
    ],
  )
})
