// From a vulnerability that a scan finds to one issue in a tracker, and both ways after that.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faulty, startSite, type TargetSite } from '../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'
import { type GitHubServer, startGitHub } from '../../test/trackers/github-server.ts'
import { until } from '../../test/until.ts'
import { openSendCall } from '../integrations/trackers/send.ts'
import { TicketRunner } from '../jobs/run-tickets.ts'
import { ScanWorker } from '../jobs/scan-worker.ts'
import { openOutbound } from '../outbound.ts'

let world: TestContext
let api: TestApi
let own: TestOrganization
let site: TargetSite
let github: GitHubServer
let scans: ScanWorker
let runner: TicketRunner
const outbound = openOutbound({ allowPrivate: true })

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  own = await world.organization('enterprise')
  site = await startSite()
  github = await startGitHub()
  scans = new ScanWorker(world.context, { slots: 2 })
  await scans.start()
  runner = new TicketRunner(world.context, { send: openSendCall(outbound), pace: 0 })
  await runner.start()
})
after(async () => {
  await runner.stop()
  await scans.stop(0)
  await outbound.close()
  await github.close()
  await site.close()
  await api.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(own.key, method, path, body, expected)

async function scan(website_id: string): Promise<void> {
  const { id } = await ask('POST', '/v1/scans', { website_id, scan_type: 'quick' }, 202)
  await until(async () => (await ask('GET', `/v1/scans/${id}`)).status === 'done', 60_000)
}

test('what a scan finds becomes one issue each, by rule', async () => {
  const integration = await ask(
    'POST',
    '/v1/integrations',
    {
      kind: 'github',
      base_url: github.url,
      settings: { repository: 'acme/shop', token: github.token },
      rules: [{ severities: ['medium', 'high', 'critical'] }],
      mapping: { labels: ['security'], severity_labels: { medium: ['sev-2'] }, assignee: 'octocat' },
    },
    201,
  )
  assert.equal(integration.status, 'active')
  const website = await ask('POST', '/v1/websites', { url: site.url }, 201)
  await scan(website.id)
  const { data: found } = await ask('GET', `/v1/vulnerabilities?limit=100&website_id=${website.id}`)
  const wanted = found.filter(({ severity }: Json) => ['medium', 'high', 'critical'].includes(severity))
  assert.ok(wanted.length > 0)
  const tickets = async () => (await ask('GET', '/v1/tickets?limit=100')).data as Json[]
  await until(async () => (await tickets()).filter(({ status }) => status === 'open').length === wanted.length)
  assert.equal(github.issues.length, wanted.length)
  const [ticket] = await tickets()
  const issue = github.issues.find(({ number }) => String(number) === ticket!.external_id)
  const vulnerability = found.find(({ id }: Json) => id === ticket!.vulnerability_id)
  assert.ok(issue.title.includes(vulnerability.title) && issue.body.includes(ticket!.id))
  assert.deepEqual(
    issue.labels.map(({ name }: Json) => name),
    vulnerability.severity === 'medium' ? ['security', 'sev-2'] : ['security'],
  )
  assert.equal(ticket!.assignee, 'octocat')
  const events = (await ask('GET', '/v1/events?type=ticket.created')).data
  assert.equal(events.length, wanted.length)
  // The same once more: nothing new.
  await scan(website.id)
  await until(
    async () => (await world.context.database.system.selectFrom('ticket_notices').select('id').execute()).length === 0,
  )
  assert.equal(github.issues.length, wanted.length)
  assert.deepEqual(github.faults, [])
})

test('what is gone is said below its issue, which is closed where that is wished; what comes back opens it again', async () => {
  const [integration] = (await ask('GET', '/v1/integrations')).data
  await ask('PATCH', `/v1/integrations/${integration.id}`, { sync: { close_when_fixed: true } })
  const [website] = (await ask('GET', '/v1/websites')).data
  const opened = github.issues.length
  site.answer((_, response) => {
    // Nothing that the scan found before: no answer but a good one, with every header.
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    response.end('<!doctype html><title>Small site</title><p>Hello')
  })
  await scan(website.id)
  const fixed = (await ask('GET', '/v1/vulnerabilities?status=fixed&limit=100')).data.map(({ id }: Json) => id)
  const told = async (status: string) =>
    ((await ask('GET', `/v1/tickets?status=${status}&limit=100`)).data as Json[]).filter((one) =>
      fixed.includes(one.vulnerability_id),
    )
  const count = (await told('open')).length + (await told('closed')).length
  assert.ok(count > 0)
  await until(async () => (await told('closed')).length === count)
  assert.equal(github.comments.filter(({ body }) => body.includes('It is gone')).length, count)
  assert.equal(github.issues.filter(({ state }) => state === 'closed').length, count)
  site.answer(faulty)
  await scan(website.id)
  await until(async () => (await told('open')).length === count)
  assert.equal(github.comments.filter(({ body }) => body.includes('It is back')).length, count)
  assert.deepEqual([github.issues.length, github.issues.filter(({ state }) => state === 'closed').length], [opened, 0])
  const events = (await ask('GET', '/v1/events?type=ticket.updated&limit=100')).data
  assert.equal(events.length, 2 * count)
  assert.deepEqual(github.faults, [])
})
