import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { stale } from './main.ts'
import type { Model } from './model.ts'
import { nameOf, singular } from './names.ts'
import { readModel } from './read.ts'

const ROOT = join(import.meta.dirname, '../..')
const model: Model = readModel(JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8')))

test('what is made of docs/openapi.json is not stale', () => {
  assert.deepEqual(stale(), [], 'npm run clients')
})

test('packages have the version of the API that they were made from', () => {
  const text = (path: string) => readFileSync(join(ROOT, 'clients', path), 'utf8')
  assert.equal(JSON.parse(text('node/package.json')).version, model.version)
  assert.equal(/^version = "(.*)"$/m.exec(text('python/pyproject.toml'))?.[1], model.version)
})

test('every operation has a method, and no two of a resource the same', () => {
  for (const { name, operations } of model.resources) {
    const names = operations.map((operation) => operation.name)
    assert.deepEqual([...new Set(names)], names, name)
    for (const method of names) assert.match(method, /^[a-z]+(_[a-z0-9]+)*$/, name)
  }
})

test('every object that a type names is there', () => {
  const names = new Set(model.types.map(({ name }) => name))
  const used = [...JSON.stringify(model).matchAll(/"kind":"object","name":"(\w+)"/g)].map(([, name]) => name!)
  assert.deepEqual(
    used.filter((name) => !names.has(name)),
    [],
  )
})

const NAMES: [id: string, method: string, path: string, name: string][] = [
  ['listWebsites', 'GET', '/v1/websites', 'websites.list'],
  ['updateWebsites', 'PATCH', '/v1/websites', 'websites.update_many'],
  ['updateWebsite', 'PATCH', '/v1/websites/{website_id}', 'websites.update'],
  ['getScoreHistory', 'GET', '/v1/websites/{website_id}/score-history', 'websites.score_history'],
  ['listScanVulnerabilities', 'GET', '/v1/scans/{scan_id}/vulnerabilities', 'scans.vulnerabilities'],
  ['cancelScan', 'POST', '/v1/scans/{scan_id}/cancel', 'scans.cancel'],
  ['diffScans', 'GET', '/v1/scans/{scan_id}/diff/{other_scan_id}', 'scans.diff'],
  ['getDelivery', 'GET', '/v1/webhooks/{webhook_id}/deliveries/{delivery_id}', 'webhooks.get_delivery'],
  ['rotateWebhookSecret', 'POST', '/v1/webhooks/{webhook_id}/rotate-secret', 'webhooks.rotate_secret'],
  ['importWebsites', 'POST', '/v1/website-imports', 'websites.import_many'],
  ['listAuditLog', 'GET', '/v1/audit-log', 'audit_log.list'],
  ['listAlertChannelDeliveries', 'GET', '/v1/alert-channels/{channel_id}/deliveries', 'alert_channels.deliveries'],
  ['getUsage', 'GET', '/v1/usage', 'usage.get'],
  ['listReportRuns', 'GET', '/v1/report-schedules/{report_schedule_id}/runs', 'report_schedules.runs'],
  ['importThing', 'POST', '/v1/things/import', 'things.import_thing'],
]
for (const [id, method, path, name] of NAMES)
  test(`${id} is ${name}`, () => {
    const found = nameOf(id, method, path, () => false)
    assert.equal(`${found.resource}.${found.method}`, name)
  })

test('a name that is taken gives way to the whole id', () => {
  assert.equal(nameOf('getScanCoverage', 'GET', '/v1/scans/{scan_id}/coverage', () => true).method, 'get_scan_coverage')
})

test('singulars', () => {
  const words = ['policies', 'webhooks', 'status', 'access', 'analysis', 'usage', 'deliveries']
  assert.deepEqual(
    words.map((word) => singular([word])[0]),
    ['policy', 'webhook', 'status', 'access', 'analysis', 'usage', 'delivery'],
  )
})
