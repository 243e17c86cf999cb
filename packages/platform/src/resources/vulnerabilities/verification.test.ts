import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startSite, type TargetSite } from '../../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'
import { VerificationRunner } from '../../jobs/verify-vulnerabilities.ts'

let world: TestContext
let api: TestApi
let site: TargetSite
let scans: ScanWorker
let runner: VerificationRunner
let organization: TestOrganization
let headers: Record<string, string> = {}
let asked: string[] = []

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  organization = await world.organization('pro')
  site = await startSite((request, response) => {
    asked.push(request.url!)
    response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html', ...headers })
    response.end('<!doctype html><title>Shop</title>')
  })
  scans = new ScanWorker(world.context, { slots: 2 })
  await scans.start()
  runner = new VerificationRunner(world.context)
  await runner.start()
  await scan()
})
after(async () => {
  await runner.stop()
  await scans.stop(0)
  await api.close()
  await site.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)

async function scan(): Promise<void> {
  const { id } = await ask('POST', '/v1/scans', { url: site.url, scan_type: 'quick' })
  await until(async () => (await ask('GET', `/v1/scans/${id}`)).status === 'done', 60_000)
}
const of = async (check: string): Promise<Json> =>
  (await ask('GET', `/v1/vulnerabilities?check=${encodeURIComponent(check)}`)).data[0]

/** Asks for a look and gives what came of it. */
async function verify(id: string, key = organization.key): Promise<Json> {
  const { id: verification } = await api.ask(key, 'POST', `/v1/vulnerabilities/${id}/verify`, undefined, 202)
  const path = `/v1/vulnerabilities/${id}/verifications/${verification}`
  await until(async () => (await api.ask(key, 'GET', path)).status === 'done', 60_000)
  return api.ask(key, 'GET', path)
}
const eventsOf = async (type: string, id: string): Promise<Json[]> =>
  (await ask('GET', `/v1/events?type=${type}`)).data.filter((event: Json) => event.data.vulnerability.id === id)

test('what is still there is seen again by its check alone, with its evidence of now', async () => {
  const { id, last_seen_at, first_seen_at, website_id } = await of('csp/missing')
  asked = []
  headers = { 'x-now': 'later' }
  const { result, reason, status, completed_at } = await verify(id)
  assert.deepEqual([result, reason, status], ['still_there', null, 'done'])
  assert.ok(completed_at)
  assert.ok(asked.length <= 5, asked.join(' '))
  const now = await ask('GET', `/v1/vulnerabilities/${id}`)
  assert.match(now.proof.response, /x-now: later/i)
  assert.deepEqual([now.status, now.first_seen_at], ['open', first_seen_at])
  assert.ok(now.last_seen_at >= last_seen_at)
  assert.equal((await of('csp/missing')).proof.response, now.proof.response)
  // What the scan itself saw stays as it was.
  const { latest_scan_id } = await ask('GET', `/v1/websites/${website_id}`)
  const { vulnerabilities } = await ask('GET', `/v1/scans/${latest_scan_id}/vulnerabilities?check=csp/missing`)
  assert.doesNotMatch(vulnerabilities[0].proof.response, /x-now/i)
  const evidence = await ask('GET', `/v1/scans/${latest_scan_id}/evidence/${id}`)
  assert.deepEqual(
    [evidence.proof, evidence.locations, evidence.check.outcomes, evidence.fingerprint_inputs],
    [vulnerabilities[0].proof, now.locations, ['missing'], now.fingerprint_inputs],
  )
  for (const path of [`/v1/scans/scan_x/evidence/${id}`, `/v1/scans/${latest_scan_id}/evidence/vuln_x`])
    assert.equal((await ask('GET', path, undefined, 404)).code, 'not_found')
  headers = {}
})

test('what is mended is fixed at once, what comes back is reopened, each in history, events and the website’s score', async () => {
  const { id, website_id, score_impact } = await of('headers/x-content-type-options')
  const website = async () => ask('GET', `/v1/websites/${website_id}`)
  const before = await website()
  headers = { 'x-content-type-options': 'nosniff' }
  const mended = await verify(id)
  assert.equal(mended.result, 'fixed')
  const fixed = await ask('GET', `/v1/vulnerabilities/${id}`)
  assert.equal(fixed.status, 'fixed')
  assert.ok(fixed.fixed_at)
  assert.equal((await website()).open_vulnerabilities.low, before.open_vulnerabilities.low - 1)
  assert.equal((await website()).security_score, Math.min(89, Math.floor(before.security_score + score_impact)))
  assert.equal((await eventsOf('vulnerability.resolved', id))[0].data.verification_id, mended.id)
  // Nothing new: it stays fixed.
  assert.equal((await verify(id)).result, 'fixed')
  headers = {}
  const back = await verify(id)
  assert.equal(back.result, 'still_there')
  assert.equal((await ask('GET', `/v1/vulnerabilities/${id}`)).status, 'reopened')
  assert.equal((await website()).open_vulnerabilities.low, before.open_vulnerabilities.low)
  const { data } = await ask('GET', `/v1/vulnerabilities/${id}/history`)
  assert.deepEqual(
    data.map((one: Json) => [one.before, one.after, one.author]),
    [
      ['fixed', 'reopened', back.id],
      ['open', 'fixed', mended.id],
    ],
  )
  assert.equal((await eventsOf('vulnerability.reopened', id)).length, 1)
  assert.equal((await eventsOf('vulnerability.resolved', id)).length, 1)
  const { data: list } = await ask('GET', `/v1/vulnerabilities/${id}/verifications?limit=2`)
  assert.deepEqual(
    list.map((one: Json) => one.result),
    ['still_there', 'fixed'],
  )
  // The next scan's word is the last again.
  await scan()
  assert.equal((await ask('GET', `/v1/vulnerabilities/${id}`)).status, 'reopened')
})

test('an accepted risk that is still there stays accepted', async () => {
  const { id } = await of('headers/referrer-policy')
  await ask('PATCH', `/v1/vulnerabilities/${id}`, { status: 'accepted_risk', reason: 'Known.' })
  assert.equal((await verify(id)).result, 'still_there')
  const now = await ask('GET', `/v1/vulnerabilities/${id}`)
  assert.deepEqual([now.status, now.score_impact], ['accepted_risk', 0])
})

test('Prefer: wait gives the result in the answer; asked twice meanwhile it is one look', async () => {
  const { id } = await of('csp/missing')
  const path = `/v1/vulnerabilities/${id}/verify`
  const answers = await Promise.all(
    [1, 2].map(() => api.send(organization.key, 'POST', path, undefined, { prefer: 'wait=30' })),
  )
  const bodies: Json[] = await Promise.all(answers.map((answer) => answer.json()))
  assert.equal(answers[0]!.status, 202)
  assert.equal(answers[0]!.headers.get('preference-applied'), 'wait=30')
  assert.equal(answers[0]!.headers.get('location'), `/v1/vulnerabilities/${id}/verifications/${bodies[0].id}`)
  assert.deepEqual([bodies[0].status, bodies[0].result], ['done', 'still_there'])
  const audit = await ask('GET', '/v1/audit-log?operation=verifyVulnerability')
  assert.ok(audit.data.length >= 2)
})

test('a site that gives no answer: not tested, with the reason, and nothing changes', async () => {
  const { id, last_seen_at } = await of('csp/missing')
  const { port } = new URL(site.url)
  site.answer((request) => request.socket.destroy())
  const { result, reason } = await verify(id)
  assert.equal(result, 'not_tested')
  assert.ok(reason.length > 10, `${reason} ${port}`)
  const now = await ask('GET', `/v1/vulnerabilities/${id}`)
  assert.deepEqual([now.status, now.last_seen_at], ['open', last_seen_at])
})

test('another organisation gets at none of it, and a key that only reads asks for nothing', async () => {
  const { id } = await of('csp/missing')
  const { data } = await ask('GET', `/v1/vulnerabilities/${id}/verifications`)
  const stranger = await world.organization('pro')
  for (const [method, path] of [
    ['POST', '/verify'],
    ['GET', '/verifications'],
    ['GET', `/verifications/${data[0].id}`],
  ] as const) {
    assert.equal((await api.send(stranger.key, method, `/v1/vulnerabilities/${id}${path}`)).status, 404, path)
  }
  const reader = await ask('POST', '/v1/api-keys', { name: 'R', scopes: ['vulnerabilities:read'] })
  const refused = await api.ask(reader.key, 'POST', `/v1/vulnerabilities/${id}/verify`, undefined, 403)
  assert.equal(refused.code, 'insufficient_scope')
})

test('a look whose worker died is begun again by another; after three it is given up with the reason', async () => {
  const { id, website_id } = await of('csp/missing')
  await runner.stop()
  const { id: verification } = await ask('POST', `/v1/vulnerabilities/${id}/verify`)
  const system = world.context.database.system
  const lose = (attempts: number) =>
    system
      .updateTable('verifications')
      .set({ status: 'running', attempts, leased_until: new Date(Date.now() - 1_000) })
      .where('id', '=', verification)
      .execute()
  await lose(3)
  runner = new VerificationRunner(world.context)
  await runner.start()
  const path = `/v1/vulnerabilities/${id}/verifications/${verification}`
  await until(async () => (await ask('GET', path)).status === 'done', 60_000)
  assert.deepEqual([(await ask('GET', path)).result, website_id.slice(0, 3)], ['not_tested', 'ws_'])
})

test('in test mode virtual targets answer', async () => {
  const { key } = await ask('POST', '/v1/api-keys', { name: 'T', mode: 'test' })
  assert.equal((await verify('vuln_abc123', key)).result, 'still_there')
})
