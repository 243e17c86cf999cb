// From a vulnerability that a scan finds to one issue in a tracker, and both ways after that: in each tracker alike.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faulty, startSite, type TargetSite } from '../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'
import { startGitHub } from '../../test/trackers/github-server.ts'
import { startGitLab } from '../../test/trackers/gitlab-server.ts'
import { startJira } from '../../test/trackers/jira-server.ts'
import { startLinear } from '../../test/trackers/linear-server.ts'
import type { FakeTracker } from '../../test/trackers/server.ts'
import { startSlack } from '../../test/trackers/slack-server.ts'
import { until } from '../../test/until.ts'
import { openSendCall } from '../integrations/trackers/send.ts'
import { TicketRunner } from '../jobs/run-tickets.ts'
import { ScanWorker } from '../jobs/scan-worker.ts'
import { VerificationRunner } from '../jobs/verify-vulnerabilities.ts'
import { openOutbound } from '../outbound.ts'

const SECRET = 'a secret of the webhook'

let world: TestContext
let api: TestApi
let own: TestOrganization
let site: TargetSite
let scans: ScanWorker
let verifications: VerificationRunner
let runner: TicketRunner
const trackers = new Map<string, { server: FakeTracker; integration: Json }>()
const outbound = openOutbound({ allowPrivate: true })

const KINDS: { name: string; start: () => Promise<FakeTracker>; assignee?: string }[] = [
  { name: 'github', start: startGitHub, assignee: 'octocat' },
  { name: 'gitlab', start: startGitLab, assignee: 'tanuki' },
  { name: 'jira in the cloud', start: () => startJira('cloud'), assignee: '5b10ac8d82e05b22cc7d4ef5' },
  { name: 'jira in a data center', start: () => startJira('data_center'), assignee: 'fred' },
  { name: 'linear', start: startLinear, assignee: 'dev@acme.example' },
  { name: 'slack', start: startSlack },
]

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  own = await world.organization('enterprise')
  site = await startSite()
  for (const { name, start, assignee } of KINDS) {
    const server = await start()
    const secret = server.kind === 'slack' ? {} : { webhook_secret: SECRET }
    const integration = await ask('POST', '/v1/integrations', {
      ...{ name, kind: server.kind, base_url: server.url, settings: { ...server.settings, ...secret } },
      rules: [{ severities: ['medium', 'high', 'critical'] }],
      mapping: { labels: ['security'], severity_labels: { medium: ['sev-2'] }, ...(assignee ? { assignee } : {}) },
    })
    assert.equal(integration.status, 'active')
    trackers.set(name, { server, integration })
  }
  scans = new ScanWorker(world.context, { slots: 2 })
  await scans.start()
  verifications = new VerificationRunner(world.context)
  await verifications.start()
  runner = new TicketRunner(world.context, { send: openSendCall(outbound, 3_000), pace: 0 })
  await runner.start()
})
after(async () => {
  await runner.stop()
  await verifications.stop()
  await scans.stop(0)
  await outbound.close()
  for (const { server } of trackers.values()) await server.close()
  await site.close()
  await api.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(own.key, method, path, body, expected)
const ticketsOf = async ({ id }: Json, more = ''): Promise<Json[]> =>
  (await ask('GET', `/v1/tickets?limit=100&integration_id=${id}${more}`)).data
const integrationNow = ({ id }: Json): Promise<Json> => ask('GET', `/v1/integrations/${id}`)
const commentsOf = (server: FakeTracker, words: string) =>
  server.seen().flatMap(({ comments }) => comments.filter((comment) => comment.includes(words)))

async function scan(): Promise<void> {
  const [website] = (await ask('GET', '/v1/websites')).data
  const { id } = await ask('POST', '/v1/scans', { website_id: website.id, scan_type: 'quick' }, 202)
  await until(async () => (await ask('GET', `/v1/scans/${id}`)).status === 'done', 60_000)
}

/** Until nothing waits for a worker any more. */
async function settled(): Promise<void> {
  const { system } = world.context.database
  await until(async () => {
    const notices = await system.selectFrom('ticket_notices').select('id').execute()
    const due = await system.selectFrom('tickets').select('id').where('due_at', 'is not', null).execute()
    return notices.length === 0 && due.length === 0
  }, 60_000)
}

test('what a scan finds becomes one issue each, in every tracker, whatever else finds it again', async () => {
  await ask('POST', '/v1/websites', { url: site.url, name: 'Shop' }, 201)
  // The first answer of each is lost: it was made all the same, and is found again.
  for (const { server } of trackers.values()) {
    let lost = false
    server.mishap = ({ method, path }) => {
      const making = method === 'POST' && /issues$|issue$|postMessage$|graphql$/.test(path)
      if (
        lost ||
        !making ||
        (server.kind === 'linear' && !JSON.stringify(server.asked.at(-1)!.body).includes('issueCreate'))
      )
        return undefined
      lost = true
      return 'done, then silence'
    }
  }
  await scan()
  const { data: found } = await ask('GET', '/v1/vulnerabilities?limit=100')
  const wanted = found.filter(({ severity }: Json) => ['medium', 'high', 'critical'].includes(severity))
  assert.ok(wanted.length > 1)
  await until(
    async () =>
      (
        await world.context.database.system
          .selectFrom('tickets')
          .select('id')
          .where('unsure_since', 'is not', null)
          .execute()
      ).length === KINDS.length,
  )
  // As if the time had come.
  await soon()
  await until(
    async () => (await ask('GET', '/v1/tickets?status=open&limit=100')).data.length === wanted.length * KINDS.length,
    60_000,
  )
  for (const [name, { server, integration }] of trackers) {
    assert.deepEqual(server.faults, [], name)
    assert.equal(server.seen().length, wanted.length, name)
    const state = await integrationNow(integration)
    assert.deepEqual([state.status, state.last_error], ['active', null], name)
    for (const ticket of await ticketsOf(integration)) {
      const issue = server.seen().find(({ id }) => id === ticket.external_id)!
      const vulnerability = found.find(({ id }: Json) => id === ticket.vulnerability_id)
      assert.ok(issue.title.includes(`[${vulnerability.severity}] ${vulnerability.title}`), `${name}: ${issue.title}`)
      assert.ok(issue.text.includes(ticket.id), name)
      if (name === 'slack') continue
      const labels = vulnerability.severity === 'medium' ? ['security', 'sev-2'] : ['security']
      assert.deepEqual(
        issue.labels.filter((label) => !label.startsWith('lasthash')),
        labels,
        name,
      )
      assert.equal(issue.assignee, KINDS.find((one) => one.name === name)!.assignee, name)
      assert.equal(ticket.assignee, issue.assignee, name)
    }
  }
  const events = (await ask('GET', '/v1/events?type=ticket.created&limit=100')).data
  assert.equal(events.length, wanted.length * KINDS.length)
  // The same once more: nothing new.
  await scan()
  await settled()
  for (const [name, { server }] of trackers) assert.equal(server.seen().length, wanted.length, name)
})

/** As if the time of whatever waits had come. */
async function soon(): Promise<void> {
  const { system } = world.context.database
  const past = new Date(Date.now() - 1_000)
  await system.updateTable('integrations').set({ paused_until: null }).execute()
  await system.updateTable('tickets').set({ due_at: past }).where('due_at', 'is not', null).execute()
}

test('closed by hand: it is looked for again, and a comment says what was found; what is still there is open again', async () => {
  for (const [name, { server, integration }] of trackers) {
    if (name === 'slack') continue
    const [ticket, other] = await ticketsOf(integration)
    const hook = server.setState(ticket!.external_id, 'done', SECRET)
    const send = (headers: Record<string, string>) =>
      fetch(`${api.base}${new URL(integration.hook_url).pathname}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: hook.body,
      })
    assert.equal((await send({})).status, 401, name)
    assert.equal((await send({ ...hook.headers })).status, 204, name)
    // As not planned, and told by no webhook: asking finds it. It stays closed.
    if (name !== 'gitlab') server.setState(other!.external_id, 'dropped', SECRET)
  }
  const { system } = world.context.database
  await system
    .updateTable('integrations')
    .set({ next_poll_at: new Date(0) })
    .where('kind', '<>', 'slack')
    .execute()
  for (const [name, { server, integration }] of trackers) {
    if (name === 'slack') continue
    const stays = name === 'gitlab' ? 0 : 1
    await until(() => commentsOf(server, 'it is still there').length === 1 + stays, 60_000)
    await settled()
    assert.equal((await ticketsOf(integration, '&status=closed')).length, stays, name)
    assert.equal(server.seen().filter(({ closed }) => closed).length, stays, name)
    assert.deepEqual(server.faults, [], name)
    // And open again, by hand: nothing is said about it.
    const [closed] = await ticketsOf(integration, '&status=closed')
    if (!closed) continue
    server.setState(closed.external_id, 'open', SECRET)
    await ask('POST', `/v1/tickets/${closed.id}/retry`)
    await until(async () => (await ask('GET', `/v1/tickets/${closed.id}`)).status === 'open')
    assert.equal(server.seen().flatMap(({ comments }) => comments).length, 1 + stays, name)
  }
  assert.ok((await ask('GET', '/v1/events?type=ticket.updated&limit=100')).data.length >= 10)
})

test('what is gone is said below its issue, which is closed where that is wished; what comes back opens it again', async () => {
  for (const [name, { integration }] of trackers)
    if (name !== 'linear')
      await ask('PATCH', `/v1/integrations/${integration.id}`, { sync: { close_when_fixed: true } })
  await settled()
  const made = [...trackers.values()].map(({ server }) => server.seen().length)
  site.answer((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    response.end('<!doctype html><title>Small site</title><p>Hello')
  })
  await scan()
  const gone = (await ask('GET', '/v1/vulnerabilities?status=fixed&limit=100')).data.map(({ id }: Json) => id)
  await settled()
  for (const [name, { server, integration }] of trackers) {
    const about = (await ticketsOf(integration)).filter(({ vulnerability_id }) => gone.includes(vulnerability_id))
    assert.ok(about.length > 0)
    assert.equal(commentsOf(server, 'It is gone').length, about.length, name)
    const closed = name === 'linear' || name === 'slack' ? 0 : about.length
    assert.equal(server.seen().filter((one) => one.closed).length, closed, name)
  }
  site.answer(faulty)
  await scan()
  await settled()
  for (const [name, { server, integration }] of trackers) {
    const back = (await ticketsOf(integration)).filter(({ vulnerability_id }) => gone.includes(vulnerability_id))
    assert.equal(commentsOf(server, 'It is back').length, back.length, name)
    assert.deepEqual(server.faults, [], name)
    assert.ok(
      server.seen().every(({ closed }) => !closed),
      name,
    )
  }
  assert.deepEqual(
    [...trackers.values()].map(({ server }) => server.seen().length),
    made,
  )
})

test('a tracker that slows us down, revokes the token or wants a field: shown, and nothing is lost', async () => {
  for (const [name, { server, integration }] of trackers) {
    const [ticket] = await ticketsOf(integration)
    const { system } = world.context.database
    const again = async (mishap: FakeTracker['mishap']) => {
      server.mishap = mishap
      await system
        .updateTable('tickets')
        .set({ told: 'fixed', due_at: new Date(0), attempt_count: 0 })
        .where('id', '=', ticket!.id)
        .execute()
      await ask('PATCH', `/v1/integrations/${integration.id}`, { sync: { poll_seconds: null } })
    }
    const shown = (words: RegExp) =>
      until(async () => words.test((await ask('GET', `/v1/tickets/${ticket!.id}`)).last_error))
    await again(() => server.limited)
    await shown(/rate limit|too many/)
    const slowed = await integrationNow(integration)
    assert.deepEqual([slowed.status, Date.parse(slowed.paused_until) - Date.now() < 20_000], ['active', true], name)
    await again(() => server.unauthorized)
    await shown(/token/)
    assert.equal((await integrationNow(integration)).status, 'failing', name)
    assert.match((await integrationNow(integration)).last_error, /does not take the token any more/, name)
    const tried = await ask('POST', `/v1/integrations/${integration.id}/test`)
    assert.deepEqual([tried.ok, /token/.test(tried.detail)], [false, true], name)
    await again(() => server.refused)
    await shown(/refuses it/)
    const before = commentsOf(server, 'It is back').length
    await again(undefined)
    await until(() => commentsOf(server, 'It is back').length === before + 1)
    await settled()
    const state = await integrationNow(integration)
    assert.deepEqual([state.status, state.last_error], ['active', null], name)
    assert.equal((await ask('POST', `/v1/integrations/${integration.id}/test`)).ok, true, name)
    assert.doesNotMatch(JSON.stringify(state), new RegExp(server.settings.token!), name)
  }
})
