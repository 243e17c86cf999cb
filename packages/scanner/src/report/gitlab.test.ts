import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { hostileDocument, scanDocument, vulnerability } from '../../test/document.ts'
import type { ScanDocument } from './document.ts'
import { visible } from './escape.ts'
import { gitlabReport } from './gitlab.ts'

const text = (most?: number) => ({ type: 'string', minLength: 1, ...(most ? { maxLength: most } : {}) })
const list = (items: object, more: object = {}) => ({ type: 'array', items, ...more })
const object = (required: readonly string[], properties: object) => ({ type: 'object', required, properties })
const time = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$' }
const link = { type: 'string', pattern: '^(https?|ftp)://.+' }
const tool = object(['id', 'name', 'version', 'vendor'], {
  id: text(),
  name: text(),
  version: text(),
  url: link,
  vendor: object(['name'], { name: text() }),
})
const headers = list(object(['name', 'value'], { name: text(), value: { type: 'string' } }))

/**
 * What GitLab's security-report-schemas 15.2.1 demand of a DAST report. Their own file is taken instead when LASTHASH_GITLAB_SCHEMA
 * names it (dist/dast-report-format.json of gitlab-org/security-products/security-report-schemas).
 */
const demanded = object(['scan', 'version', 'vulnerabilities'], {
  version: { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' },
  scan: object(['analyzer', 'end_time', 'scanned_resources', 'scanner', 'start_time', 'status', 'type'], {
    analyzer: tool,
    scanner: tool,
    start_time: time,
    end_time: time,
    status: { enum: ['success', 'failure'] },
    type: { enum: ['dast', 'api_fuzzing'] },
    scanned_resources: list(
      object(['method', 'url', 'type'], { method: text(), url: text(), type: { enum: ['url'] } }),
    ),
  }),
  vulnerabilities: list(
    object(['id', 'identifiers', 'location'], {
      id: text(),
      name: { type: 'string', maxLength: 255 },
      description: { type: 'string', maxLength: 1_048_576 },
      severity: { enum: ['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical'] },
      solution: { type: 'string', maxLength: 7000 },
      identifiers: list(object(['type', 'name', 'value'], { type: text(), name: text(), value: text(), url: link }), {
        minItems: 1,
      }),
      cvss_vectors: list(
        object(['vendor', 'vector'], {
          vendor: text(),
          vector: { type: 'string', pattern: '^CVSS:3[.][01]/', minLength: 32, maxLength: 128 },
        }),
        { minItems: 1, maxItems: 10 },
      ),
      links: list(object(['url'], { url: link })),
      location: object([], {
        hostname: { type: 'string' },
        method: { type: 'string' },
        param: { type: 'string' },
        path: { type: 'string' },
      }),
      evidence: object([], {
        summary: { type: 'string' },
        request: object(['headers', 'method', 'url'], {
          headers,
          method: text(),
          url: text(),
          body: { type: 'string' },
        }),
        response: object(['headers', 'reason_phrase', 'status_code'], {
          headers,
          reason_phrase: { type: 'string' },
          status_code: { type: 'integer' },
          body: { type: 'string' },
        }),
      }),
    }),
  ),
})
const published = process.env.LASTHASH_GITLAB_SCHEMA
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false })
const validate = ajv.compile<Report>(published ? JSON.parse(readFileSync(published, 'utf8')) : demanded)

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where that is not so
type Report = any

function reportOf(document: ScanDocument): Report {
  const report = JSON.parse(gitlabReport(document))
  assert.ok(validate(report), JSON.stringify(validate.errors, null, 2))
  return report
}

test('the schema refuses what is wrong', () => {
  const report = JSON.parse(gitlabReport(scanDocument()))
  for (const spoiled of [
    { ...report, version: '15' },
    { ...report, scan: { ...report.scan, start_time: '2026-01-15T14:32:15Z' } },
    { ...report, vulnerabilities: [{ ...report.vulnerabilities[0], identifiers: [] }] },
    { ...report, vulnerabilities: [{ ...report.vulnerabilities[0], severity: 'medium' }] },
  ])
    assert.equal(validate(spoiled), false)
})

test('a finding in GitLab’s words', () => {
  const one = vulnerability({
    severity: 'high',
    cve: 'CVE-2023-12345',
    cvss: { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', score: 7.5 },
    locations: [{ url: 'https://www.example.com/shop?q=1', method: 'POST', parameter: 'q' }],
  })
  const { scan, vulnerabilities } = reportOf(scanDocument([one]))
  assert.deepEqual([scan.type, scan.status, scan.start_time], ['dast', 'success', '2026-01-15T14:31:33'])
  assert.equal(scan.scanned_resources.length, 2)
  const [found] = vulnerabilities
  assert.deepEqual([found.id, found.name, found.severity], [one.fingerprint, 'No HSTS header', 'High'])
  assert.deepEqual(
    found.identifiers.map(({ type, value }: { type: string; value: string }) => [type, value]),
    [
      ['lasthash', 'transport/hsts/missing'],
      ['cve', 'CVE-2023-12345'],
      ['cwe', '319'],
      ['owasp', 'A02:2021'],
    ],
  )
  const location = { hostname: 'https://www.example.com', method: 'POST', param: 'q', path: '/shop?q=1' }
  assert.deepEqual(found.location, location)
  assert.match(found.solution, /^Send Strict-Transport-Security .*\nnginx: add_header/)
  assert.deepEqual(found.cvss_vectors, [{ vendor: 'LastHash', vector: one.cvss!.vector }])
  assert.equal(found.evidence.request.method, 'GET')
  assert.deepEqual(found.evidence.response.headers, [{ name: 'content-type', value: 'text/html' }])
})

test('what weighs nothing is for a person to judge; what was decided is not told anew', () => {
  const { vulnerabilities } = reportOf(
    scanDocument([
      vulnerability({ outcome: 'a', severity: 'high', confidence: 'tentative' }),
      vulnerability({ outcome: 'b', severity: 'info' }),
      vulnerability({ outcome: 'c', status: 'accepted_risk' }),
      vulnerability({ outcome: 'd', status: 'fixed' }),
    ]),
  )
  assert.deepEqual(
    vulnerabilities.map(({ severity }: { severity: string }) => severity),
    ['Unknown', 'Info'],
  )
})

test('whatever a website sends: valid, visible, and no Markdown of its own', () => {
  const report = reportOf(hostileDocument())
  for (const { description } of report.vulnerabilities) assert.equal(visible(description), description)
  const fences = vulnerability({ proof: { ...vulnerability().proof, curl: 'a\n```\n# heading' } })
  assert.match(reportOf(scanDocument([fences])).vulnerabilities[0].description, /````\na\n```\n# heading\n````/)
})

test('a scan that failed is told as that', () => {
  assert.equal(reportOf(scanDocument([], { status: 'failed' })).scan.status, 'failure')
})
