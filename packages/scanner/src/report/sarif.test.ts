import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import draft04 from 'ajv-draft-04'
import { hostileDocument, scanDocument, vulnerability } from '../../test/document.ts'
import type { ScanDocument } from './document.ts'
import { sarifReport } from './sarif.ts'

interface Sarif {
  runs: [
    {
      tool: { driver: { rules: { id: string; name: string; properties: Record<string, unknown> }[] } }
      automationDetails: { id: string }
      invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: { message: { text: string } }[] }]
      results: {
        ruleId: string
        ruleIndex: number
        kind: string
        level: string
        message: { text: string }
        locations: {
          physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } }
          logicalLocations: [{ fullyQualifiedName: string }]
        }[]
        partialFingerprints: Record<string, string>
        suppressions?: { kind: string; status: string }[]
      }[]
    },
  ]
}

const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
// The schema has a pattern that is no regular expression in Unicode mode, and formats that are checked here by hand.
const ajv = new draft04.default({ allErrors: true, strict: false, unicodeRegExp: false, validateFormats: false })
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))

function runOf(document: ScanDocument): Sarif['runs'][0] {
  const sarif = JSON.parse(sarifReport(document))
  assert.ok(validate(sarif), JSON.stringify(validate.errors, null, 2))
  return (sarif as Sarif).runs[0]
}

test('the schema that judges us refuses what is wrong', () => {
  assert.equal(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] }), false)
})

test('levels and kinds follow severity and confidence; security-severity hangs on the rule', () => {
  for (const [severity, level, security] of [
    ['critical', 'error', '9.5'],
    ['high', 'error', '8.0'],
    ['medium', 'warning', '5.5'],
    ['low', 'note', '2.5'],
    ['info', 'none', '0.0'],
  ] as const) {
    const one = vulnerability({ check: 'server/newer', severity })
    const { results, tool } = runOf(scanDocument([one]))
    const rule = tool.driver.rules.find(({ id }) => id === 'server/newer/missing')!
    assert.equal(results[0]!.level, level)
    assert.equal(results[0]!.kind, severity === 'info' ? 'informational' : 'fail')
    assert.equal(rule.properties['security-severity'], security)
    assert.deepEqual(rule.properties.tags, ['security', 'external/cwe/cwe-319'])
  }
  const tentative = runOf(scanDocument([vulnerability({ check: 'server/newer', confidence: 'tentative' })]))
  assert.deepEqual([tentative.results[0]!.kind, tentative.results[0]!.level], ['review', 'none'])
})

test('a result names its rule, one made-up file for the website, and its real place', () => {
  const one = vulnerability({
    locations: [{ url: 'https://www.example.com/log-in', method: 'GET', parameter: 'sid' }],
  })
  const run = runOf(scanDocument([one]))
  const result = run.results[0]!
  assert.equal(result.ruleId, 'transport/hsts/missing')
  const rule = run.tool.driver.rules[result.ruleIndex]!
  assert.equal(rule.id, 'transport/hsts/missing')
  assert.equal(rule.name, 'TransportHstsMissing')
  assert.equal(result.locations[0]!.physicalLocation.artifactLocation.uri, 'www.example.com')
  assert.equal(result.locations[0]!.physicalLocation.region.startLine, 1)
  assert.equal(result.locations[0]!.logicalLocations[0].fullyQualifiedName, 'https://www.example.com/log-in (sid)')
  assert.match(result.message.text, /^No HSTS header\.\nhttps:\/\/www\.example\.com\/log-in\n[\s\S]*nginx: add_header/)
  assert.equal(result.partialFingerprints['lasthash/v1'], one.fingerprint)
  assert.equal(run.automationDetails.id, 'lasthash/full/www.example.com/')
})

test('the made-up file is a relative reference without a colon, whatever the port', () => {
  const { results } = runOf(scanDocument([vulnerability()], { url: 'http://[::1]:8080/' }))
  assert.equal(results[0]!.locations[0]!.physicalLocation.artifactLocation.uri, '_1_8080')
})

test('rules are of all that was asked; what could not be gathered is a notification', () => {
  const run = runOf(scanDocument([]))
  const ids = run.tool.driver.rules.map(({ id }) => id)
  assert.ok(ids.includes('transport/hsts/missing') && ids.includes('transport/hsts/short'))
  assert.ok(ids.includes('headers/x-frame-options/missing'))
  assert.ok(!ids.some((id) => id.startsWith('csp/')), 'csp was not asked')
  assert.deepEqual(
    run.invocations[0].toolExecutionNotifications.map(({ message }) => message.text),
    ['Not gathered: dns (the name server did not answer)'],
  )
  const { coverage: _, ...untold } = scanDocument([vulnerability({ check: 'server/newer' })])
  assert.deepEqual(
    runOf(untold).tool.driver.rules.map(({ id }) => id),
    ['server/newer/missing'],
  )
})

test('what people set aside is suppressed, not left out', () => {
  for (const status of ['accepted_risk', 'false_positive'] as const) {
    const { results } = runOf(scanDocument([vulnerability({ status })]))
    assert.equal(results[0]!.suppressions?.[0]?.kind, 'external')
  }
  assert.equal(runOf(scanDocument([vulnerability()])).results[0]!.suppressions, undefined)
})

test('a hostile target makes no invalid SARIF', () => {
  const run = runOf(hostileDocument())
  assert.equal(run.results.length, 2)
  for (const rule of run.tool.driver.rules as { helpUri?: string }[]) {
    assert.ok(rule.helpUri === undefined || /^https:/.test(rule.helpUri), rule.helpUri)
  }
})

test('a scan that failed did not execute well', () => {
  const document = scanDocument([], { status: 'failed', security_score: null, grade: null })
  assert.equal(runOf(document).invocations[0].executionSuccessful, false)
})
