import assert from 'node:assert/strict'
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { after, before, test } from 'node:test'
import { faulty, startSite, type TargetSite } from '../../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { type GitHubServer, startGitHub } from '../../../test/trackers/github-server.ts'
import { until } from '../../../test/until.ts'
import { openSendCall } from '../../integrations/trackers/send.ts'
import { TicketRunner } from '../../jobs/run-tickets.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'
import { openOutbound } from '../../outbound.ts'

const TOKEN = 'github_pat_0123456789'
const GITHUB = { kind: 'github', settings: { repository: 'acme/shop', token: TOKEN } }

let world: TestContext
let api: TestApi
let own: TestOrganization
let other: TestOrganization
let site: TargetSite
let github: GitHubServer
let scans: ScanWorker
let runner: TicketRunner
const outbound = openOutbound({ allowPrivate: true })

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  own = await world.organization('enterprise')
  other = await world.organization('pro')
  site = await startSite(faulty)
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

async function scanned(key: string, url: string): Promise<Json[]> {
  const { id } = await api.ask(key, 'POST', '/v1/scans', { url, scan_type: 'quick' })
  await until(async () => (await api.ask(key, 'GET', `/v1/scans/${id}`)).status === 'done', 60_000)
  return (await api.ask(key, 'GET', '/v1/vulnerabilities?limit=100&status=open')).data
}

test('made, read, listed, changed and deleted; by its own organisation alone; secrets are never shown', async () => {
  const made = await ask('POST', '/v1/integrations', { ...GITHUB, name: 'Ours' }, 201)
  assert.deepEqual(
    [made.base_url, made.settings, made.rules, made.mapping, made.sync, made.status],
    ['https://api.github.com', { repository: 'acme/shop', token_last_four: '6789' }, [], {}, {}, 'active'],
  )
  const { webhook_secret, ...shown } = made
  assert.match(webhook_secret, /^whsec_/)
  const path = `/v1/integrations/${made.id}`
  assert.deepEqual(await ask('GET', path), shown)
  const changed = await ask('PATCH', path, { rules: [{ severities: ['low'] }], settings: { repository: 'acme/blog' } })
  assert.deepEqual([changed.rules, changed.settings.repository], [[{ severities: ['low'] }], 'acme/blog'])
  assert.deepEqual((await ask('PATCH', path, { rules: null })).rules, [])
  assert.deepEqual((await ask('GET', '/v1/integrations?kind=jira')).data, [])
  for (const [method, body] of [['GET'], ['PATCH', { name: 'x' }], ['DELETE']] as const)
    await api.ask(other.key, method, path, body, 404)
  await api.ask(other.key, 'POST', `${path}/test`, undefined, 404)
  const audit = JSON.stringify((await ask('GET', '/v1/audit-log?limit=100')).data)
  assert.ok(audit.includes(made.id) && !audit.includes(TOKEN) && !audit.includes(webhook_secret))
  const row = await world.context.database.system
    .selectFrom('integrations')
    .selectAll()
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow()
  assert.doesNotMatch(JSON.stringify(row) + row.secrets.toString('latin1'), new RegExp(TOKEN))
  await ask('PATCH', path, { enabled: false })
  assert.equal((await ask('GET', path)).status, 'disabled')
  await ask('DELETE', path, undefined, 204)
  await ask('GET', path, undefined, 404)
})

const REFUSED: [string, object, string, string?][] = [
  ['no token', { settings: { repository: 'acme/shop' } }, '/settings/token'],
  ['half an app', { settings: { repository: 'acme/shop', app_id: '1' } }, '/settings/installation_id'],
  ['no repository', { settings: { token: TOKEN } }, '/settings/repository'],
  ['a repository that is none', { settings: { repository: 'shop', token: TOKEN } }, '/settings/repository'],
  ['a repository that leads elsewhere', { settings: { repository: '../admin', token: TOKEN } }, '/settings/repository'],
  ['settings of another kind', { settings: { ...GITHUB.settings, team: 'ENG' } }, '/settings/team'],
  [
    'Jira without an address',
    { kind: 'jira', settings: { project: 'SEC', token: 'x', email: 'a@b.example' } },
    '/base_url',
  ],
  [
    'Jira Cloud without an address of mail',
    { kind: 'jira', base_url: 'https://a.example', settings: { project: 'SEC', token: 'x' } },
    '/settings/email',
  ],
  [
    'a path that leads elsewhere',
    { kind: 'gitlab', settings: { project: '../admin', token: 'x' } },
    '/settings/project',
    undefined,
  ],
  ['a rule that names no policy', { rules: [{ policy_id: 'pol_x' }] }, '/rules/0/policy_id'],
  ['a severity that is none', { rules: [{ severities: ['bad'] }] }, '/rules/0/severities'],
  ['a metadata address', { base_url: 'http://169.254.169.254/' }, '/base_url', 'target_refused'],
  ['another scheme', { base_url: 'file:///etc/passwd' }, '/base_url', 'target_refused'],
]
for (const [what, given, pointer, code = 'validation_failed'] of REFUSED) {
  test(`refused: ${what}`, async () => {
    const problem = await ask('POST', '/v1/integrations', { ...GITHUB, ...given }, 400)
    assert.equal(problem.code, code)
    assert.ok(problem.errors[0].pointer.startsWith(pointer), JSON.stringify(problem.errors))
  })
}

test('private addresses are refused where they are not allowed, also at the moment of the call', async () => {
  const { context } = world
  const closed = { ...context, config: { ...context.config, allowPrivate: false } }
  const strict = await startApi(closed)
  const refused = await strict.ask(own.key, 'POST', '/v1/integration-tests', { ...GITHUB, base_url: github.url }, 400)
  assert.equal(refused.code, 'target_refused')
  // A name is looked up when it is called, and not before.
  const named = github.url.replace('127.0.0.1', 'localhost')
  const answer = await strict.send(own.key, 'POST', '/v1/integration-tests', { ...GITHUB, base_url: named })
  const body: Json = await answer.json()
  assert.ok(
    answer.status === 400 || (body.ok === false && /private|loopback|address/i.test(body.detail)),
    JSON.stringify(body),
  )
  await strict.close()
})

test('a draft is tried before it is made: good, a wrong token, no such repository', async () => {
  const good = { ...GITHUB, base_url: github.url }
  const draft = (settings: object) =>
    ask('POST', '/v1/integration-tests', { ...good, settings: { ...GITHUB.settings, ...settings } }, 200)
  assert.deepEqual(await draft({}), { ok: true, detail: 'acme/shop is there, and takes issues.' })
  const bad = await draft({ token: 'github_pat_other' })
  assert.deepEqual([bad.ok, /does not take the token/.test(bad.detail)], [false, true])
  const nowhere = await draft({ repository: 'acme/nothing' })
  assert.deepEqual(nowhere, { ok: false, detail: 'There is no repository acme/nothing, or the token does not see it.' })
})

test('by hand: one ticket each, and none of what is not open', async () => {
  const found = await scanned(own.key, site.url)
  const integration = await ask('POST', '/v1/integrations', { ...GITHUB, base_url: github.url }, 201)
  const [one, two] = found
  const body = { vulnerability_id: one!.id, integration_id: integration.id }
  const ticket = await ask('POST', '/v1/tickets', body, 201)
  assert.equal(ticket.status, 'pending')
  await until(async () => (await ask('GET', `/v1/tickets/${ticket.id}`)).status === 'open')
  const again = await ask('POST', '/v1/tickets', body, 409)
  assert.deepEqual([again.code, again.ticket_id], ['ticket_exists', ticket.id])
  assert.equal(github.issues.length, 1)
  const elsewhere = await api.ask(other.key, 'POST', '/v1/tickets', body, 400)
  assert.deepEqual(
    elsewhere.errors.map(({ pointer }: Json) => pointer),
    ['/integration_id', '/vulnerability_id'],
  )
  await api.ask(other.key, 'GET', `/v1/tickets/${ticket.id}`, undefined, 404)
  await ask('PATCH', `/v1/vulnerabilities/${two!.id}`, { status: 'accepted_risk', reason: 'known' })
  const muted = await ask('POST', '/v1/tickets', { ...body, vulnerability_id: two!.id }, 409)
  assert.equal(muted.code, 'vulnerability_not_open')
  // Accepted: said below its issue.
  await ask('PATCH', `/v1/vulnerabilities/${one!.id}`, {
    status: 'false_positive',
    reason: 'It is @octocat’s [test](x).',
  })
  await until(() => github.comments.length === 1)
  assert.match(github.comments[0]!.body, /marked as a false alarm\. Reason: It is @\u2060octocat/)
  // Deleted there: shown, and made anew only when asked for.
  github.remove(ticket.external_id ?? '1')
  await ask('PATCH', `/v1/vulnerabilities/${one!.id}`, { status: 'open' })
  await until(async () => (await ask('GET', `/v1/tickets/${ticket.id}`)).status === 'gone')
  assert.match((await ask('GET', `/v1/tickets/${ticket.id}`)).last_error, /not there any more/)
  await ask('POST', `/v1/tickets/${ticket.id}/retry`)
  await until(async () => (await ask('GET', `/v1/tickets/${ticket.id}`)).status === 'open')
  assert.equal(github.issues.length, 1)
  await ask('PATCH', `/v1/integrations/${integration.id}`, { enabled: false })
  assert.equal(
    (await ask('POST', '/v1/tickets', { ...body, vulnerability_id: found[2]!.id }, 409)).code,
    'integration_disabled',
  )
  assert.deepEqual(github.faults, [])
})

test('what was known before becomes tickets at once where a rule asks for that; a policy may choose, and stays while it does', async () => {
  const before = github.issues.length
  const policy = await ask('POST', '/v1/policies', { name: 'Low', fail_when: { severity: 'low' } })
  const rules = [{ new_only: false, severities: ['high', 'medium', 'low'], policy_id: policy.id }]
  const integration = await ask('POST', '/v1/integrations', { ...GITHUB, base_url: github.url, rules }, 201)
  const { data } = await ask('GET', '/v1/vulnerabilities?limit=100&status=open')
  const wanted = data.filter(({ severity, confidence }: Json) => severity !== 'info' && confidence !== 'tentative')
  assert.ok(wanted.length > 0)
  await until(
    async () =>
      (await ask('GET', `/v1/tickets?status=open&limit=100&integration_id=${integration.id}`)).data.length ===
      wanted.length,
  )
  assert.equal(github.issues.length, before + wanted.length)
  assert.equal((await ask('DELETE', `/v1/policies/${policy.id}`, undefined, 409)).code, 'policy_in_use')
})

test('GitHub as an app: proves itself by its key, and keeps the token that it gets', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const app = {
    app_id: '4711',
    installation_id: '42',
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
  let asked = 0
  github.mishap = ({ method, path, headers }) => {
    if (path !== '/app/installations/42/access_tokens') return undefined
    const [head, claims, signature] = String(headers.authorization).slice(7).split('.') as [string, string, string]
    const key = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' }))
    const { iss, iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString())
    const good = verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))
    if (method !== 'POST' || !good || iss !== '4711' || exp - iat > 600)
      return { status: 401, body: { message: 'A JSON web token could not be decoded' } }
    asked++
    return {
      status: 201,
      body: { token: TOKEN, expires_at: new Date(Date.now() + 3_600_000).toISOString(), permissions: {} },
    }
  }
  const settings = { repository: 'acme/shop', ...app }
  assert.equal(
    (await ask('POST', '/v1/integration-tests', { kind: 'github', base_url: github.url, settings })).ok,
    true,
  )
  const before = github.issues.length
  const rules = [{ new_only: false, severities: ['low', 'medium'] }]
  const integration = await ask('POST', '/v1/integrations', { kind: 'github', base_url: github.url, settings, rules })
  assert.deepEqual(integration.settings, { repository: 'acme/shop', app_id: '4711', installation_id: '42' })
  await until(
    async () => (await ask('GET', `/v1/tickets?status=open&integration_id=${integration.id}`)).data.length > 1,
  )
  assert.ok(github.issues.length > before && asked <= 3, `${asked} log-ins`)
  const wrong = { ...settings, private_key: 'no key' }
  assert.match(
    (await ask('POST', '/v1/integration-tests', { kind: 'github', base_url: github.url, settings: wrong })).detail,
    /no RSA key/,
  )
  github.mishap = undefined
})

test('test mode: tickets are made at once, and nothing leaves this service', async () => {
  const { key } = await ask('POST', '/v1/api-keys', { name: 'Test', mode: 'test' })
  const before = github.asked.length
  const settings = { ...GITHUB.settings }
  const given = { ...GITHUB, settings, base_url: github.url, rules: [{ new_only: false }] }
  const integration = await api.ask(key, 'POST', '/v1/integrations', given, 201)
  assert.equal((await api.ask(key, 'POST', `/v1/integrations/${integration.id}/test`)).ok, true)
  await scanned(key, 'https://vulnerable.lasthash.test/')
  const tickets = async () => (await api.ask(key, 'GET', '/v1/tickets?limit=100')).data as Json[]
  await until(async () => (await tickets()).length > 0 && (await tickets()).every(({ status }) => status === 'open'))
  assert.match((await tickets())[0]!.external_url, /^https:\/\/tracker\.lasthash\.test\/issues\/\d+$/)
  // Other integrations still ask, and make what is theirs; of this one's website nothing is told.
  assert.ok(!JSON.stringify(github.asked.slice(before)).includes('vulnerable.lasthash.test'))
})
