import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../../test/test-context.ts'

const SECRET = 'the secret of this test'
const SCRIPT = join(import.meta.dirname, '../../../scripts/verify-audit.ts')

let world: TestContext
let api: TestApi
let admin: pg.Client

before(async () => {
  world = await createTestContext({ LASTHASH_SECRET: SECRET })
  api = await startApi(world.context)
  admin = new pg.Client({ connectionString: world.databaseUrl })
  await admin.connect()
})
after(async () => {
  await admin.end()
  await api.close()
  await world.close()
})

const log = async (key: string, query = ''): Promise<Json[]> =>
  (await api.ask(key, 'GET', `/v1/audit-log${query}`)).data

/** What `n` changes of one organisation leave behind. */
async function organizationWith(changes: number): Promise<{ id: string; key: string }> {
  const organization = await world.organization('enterprise')
  for (let n = 0; n < changes; n++)
    await api.ask(organization.key, 'POST', '/v1/websites', { url: `https://site-${n}.example.com` })
  return organization
}

/** As the log has it: even the names of cookies that a website's scans send stay out. */
const written = (website: Json): Json => ({ ...website, settings: { ...website.settings, cookies: '[left out]' } })

test('a change is written down: who, what, from where, before and after; reading and refusals are not', async () => {
  const { id, key } = await world.organization('enterprise')
  const { data: keys } = await api.ask(key, 'GET', '/v1/api-keys')
  const website = await api.ask(key, 'POST', '/v1/websites', { url: 'https://example.com', name: 'Old' })
  const path = `/v1/websites/${website.id}`
  const answer = await api.send(key, 'PATCH', path, { name: 'New' })
  const changed: Json = await answer.json()
  await api.ask(key, 'PATCH', path, { name: 7 }, 400)
  await api.ask(key, 'POST', '/v1/websites', { url: 'https://example.com' }, 409)
  await api.ask(key, 'GET', path)
  await api.ask(key, 'DELETE', path)
  const entries = await log(key)
  const tail = { key_id: keys[0].id, user_id: null, address: '127.0.0.1', organization_id: id, object_id: website.id }
  assert.deepEqual(
    entries.map(({ created_at, created_ms, hash, request_id, ...rest }: Json) => {
      assert.equal(new Date(created_at).getTime(), Math.floor(created_ms / 1000) * 1000)
      assert.match(hash, /^[0-9a-f]{64}$/)
      assert.match(request_id, /^req_/)
      return rest
    }),
    [
      { ...tail, sequence: 3, operation: 'deleteWebsite', before: written(changed), after: null },
      { ...tail, sequence: 2, operation: 'updateWebsite', before: written(website), after: written(changed) },
      { ...tail, sequence: 1, operation: 'createWebsite', before: null, after: written(website) },
    ],
  )
  assert.equal(entries[1].request_id, answer.headers.get('request-id'))
})

test('an action shows the object before and after; a repeat of an idempotent request changes nothing', async () => {
  const { key } = await world.organization('enterprise')
  const headers = { 'idempotency-key': 'once' }
  const body = { url: 'https://example.com', scan_type: 'quick' }
  const scan: Json = await (await api.send(key, 'POST', '/v1/scans', body, headers)).json()
  await (await api.send(key, 'POST', '/v1/scans', body, headers)).text()
  await api.ask(key, 'POST', `/v1/scans/${scan.id}/cancel`)
  const [canceled, created, ...rest] = await log(key)
  assert.deepEqual([created.operation, created.object_id, rest.length], ['createScan', scan.id, 0])
  assert.deepEqual([canceled.before.status, canceled.after.status], ['queued', 'canceled'])
  assert.equal(canceled.object_id, scan.id)
})

test('no secret is written down', async () => {
  const { id, key } = await world.organization('enterprise')
  const other = await api.ask(key, 'POST', '/v1/api-keys', { name: 'Other' })
  const rolled = await api.ask(key, 'POST', `/v1/api-keys/${other.id}/roll`)
  const webhook = { url: 'https://example.com/', events: ['scan.completed'] }
  const made = await api.ask(key, 'POST', '/v1/webhooks', webhook)
  await api.ask(key, 'POST', '/v1/webhooks', { ...webhook, secret: 'my own secret' })
  const { rows } = await admin.query(
    'SELECT row_to_json(a)::text AS text FROM audit_log a WHERE organization_id = $1',
    [id],
  )
  assert.equal(rows.length, 4)
  const text = rows.map((row) => row.text).join('\n')
  const twin = Buffer.from('my own secret').toString('base64')
  for (const secret of [other.key, rolled.key, made.secret, 'my own secret', twin]) {
    assert.equal(typeof secret, 'string')
    assert.ok(!text.includes(secret), secret)
  }
  assert.ok(text.includes('[left out]'))
})

test('filters: by key, operation, object and time; paged', async () => {
  const { key } = await organizationWith(3)
  const other = await api.ask(key, 'POST', '/v1/api-keys', { name: 'Other' })
  const website = await api.ask(other.key, 'POST', '/v1/websites', { url: 'https://other.example.com' })
  const all = await log(key)
  const numbers = async (query: string) => (await log(key, query)).map(({ sequence }) => sequence)
  assert.deepEqual(await numbers(`?key_id=${other.id}`), [5])
  assert.deepEqual(await numbers('?operation=createApiKey'), [4])
  assert.deepEqual(await numbers(`?object_id=${website.id}`), [5])
  assert.deepEqual(await numbers('?object_id=ws_none'), [])
  assert.deepEqual(await numbers('?created_after=2999-01-01T00:00:00Z'), [])
  assert.deepEqual(await numbers('?created_before=2999-01-01T00:00:00Z'), [5, 4, 3, 2, 1])
  const third = all.find(({ sequence }) => sequence === 3)!
  const at = new Date(third.created_ms).toISOString()
  const late = all.filter(({ created_ms }) => created_ms >= third.created_ms).map(({ sequence }) => sequence)
  assert.deepEqual(await numbers(`?created_after=${at}`), late)
  assert.deepEqual(
    await numbers(`?created_before=${at}`),
    [5, 4, 3, 2, 1].filter((one) => !late.includes(one)),
  )
  const first = await api.ask(key, 'GET', '/v1/audit-log?limit=2')
  const second = await api.ask(key, 'GET', `/v1/audit-log?limit=3&cursor=${first.next_cursor}`)
  assert.deepEqual([...first.data, ...second.data], all)
  assert.equal(second.has_more, false)
})

test('the export is the whole chain, which anyone can verify with SHA-256', async () => {
  const { key } = await organizationWith(4)
  const answer = await api.send(key, 'GET', '/v1/audit-log/export')
  assert.equal(answer.headers.get('content-type'), 'application/x-ndjson')
  const text = await answer.text()
  const entries: Json[] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(entries.toReversed(), await log(key))
  const sorted = (value: Json): Json =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((name) => [name, sorted(value[name])]),
        )
      : value
  let previous = Buffer.alloc(32)
  for (const e of entries) {
    const place = [
      e.organization_id,
      e.sequence,
      e.created_ms,
      e.key_id,
      e.address,
      e.request_id,
      e.operation,
      e.object_id,
    ]
    const content = JSON.stringify([...place, sorted(e.before), sorted(e.after)])
    previous = createHash('sha256').update(previous).update(content).digest()
    assert.equal(e.hash, previous.toString('hex'), String(e.sequence))
  }
  const rest = await (await api.send(key, 'GET', '/v1/audit-log/export?after_sequence=3')).text()
  assert.equal(rest, `${text.trimEnd().split('\n')[3]}\n`)
})

test('many changes at once make one chain without a gap, conditional ones too', async () => {
  const { id, key } = await organizationWith(0)
  const sites = await Promise.all(
    Array.from({ length: 12 }, (_, n) => api.ask(key, 'POST', '/v1/websites', { url: `https://s${n}.example.com` })),
  )
  const answers = await Promise.all(
    sites.map((site) => api.send(key, 'PATCH', `/v1/websites/${site.id}`, { name: 'N' }, { 'if-match': '*' })),
  )
  assert.deepEqual(
    answers.map(({ status }) => status),
    Array(12).fill(200),
  )
  assert.equal((await log(key, '?limit=100')).length, 24)
  assert.match(verify(id).stdout, /: 24 entries whole/)
})

/** The command, as whoever runs the service calls it. */
function verify(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: world.databaseUrl, LASTHASH_SECRET: SECRET }
  return spawnSync(process.execPath, [SCRIPT, ...args], { env, encoding: 'utf8' })
}

test('the service’s own roles cannot change or remove an entry', async () => {
  const { id } = await organizationWith(1)
  for (const db of [world.context.database.as(id), world.context.database.system]) {
    await assert.rejects(db.updateTable('audit_log').set({ operation: 'x' }).execute(), { code: '42501' })
    await assert.rejects(db.deleteFrom('audit_log').execute(), { code: '42501' })
  }
})

const tampering: [string, string, RegExp][] = [
  [
    'a row changed',
    `UPDATE audit_log SET after = '{"name": "x"}' WHERE sequence = 2 AND organization_id = $1`,
    /entry 2 was changed/,
  ],
  [
    'who did it changed',
    `UPDATE audit_log SET actor = 'key_x' WHERE sequence = 3 AND organization_id = $1`,
    /entry 3 was changed/,
  ],
  [
    'a time changed',
    `UPDATE audit_log SET created_at = created_at - interval '1 day' WHERE sequence = 1 AND organization_id = $1`,
    /entry 1 was changed/,
  ],
  ['a row removed', 'DELETE FROM audit_log WHERE sequence = 2 AND organization_id = $1', /entry 2 is missing/],
  ['the first row removed', 'DELETE FROM audit_log WHERE sequence = 1 AND organization_id = $1', /entry 1 is missing/],
  [
    'a seal copied',
    'UPDATE audit_log a SET seal = (SELECT seal FROM audit_log b WHERE b.organization_id = $1 AND b.sequence = 1) WHERE sequence = 4 AND organization_id = $1',
    /entry 4 was not written by this installation/,
  ],
]
test('the command finds the first broken link, whatever was broken', async () => {
  const broken: [string, string, RegExp][] = []
  for (const [what, statement, fault] of tampering) {
    const { id } = await organizationWith(4)
    await admin.query(statement, [id])
    broken.push([what, id, fault])
  }
  const whole = await organizationWith(2)
  const { status, stdout, stderr } = verify()
  assert.equal(status, 1, stderr)
  const lineOf = (id: string) => stdout.split('\n').find((line) => line.startsWith(id))!
  for (const [what, id, fault] of broken) assert.match(lineOf(id), fault, what)
  assert.match(lineOf(whole.id), /^org_\w+: 2 entries whole, last hash [0-9a-f]{64}$/)
  assert.deepEqual([verify(whole.id).status, verify(broken[0]![1]).status, verify('org_none').status], [0, 1, 2])
})
