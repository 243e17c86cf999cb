import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { type Operation, readDescription, type Served } from '../../test/description.ts'
import { makeOneOfEach, type OneOfEach } from '../../test/one-of-each.ts'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../test/test-context.ts'
import type { ErrorCode } from '../errors.ts'
import { newApiKey } from './api-key.ts'
import { ALL_SCOPES } from './scopes.ts'

let world: TestContext
let api: TestApi
let served: Served
let own: OneOfEach
let key: string
let organization: string
let stranger: string
let isProblem: (value: unknown) => boolean

before(async () => {
  world = await createTestContext({ PUBLIC_URL: 'https://app.lasthash.test' })
  api = await startApi(world.context)
  ;({ key, id: organization } = await world.organization('enterprise'))
  stranger = (await world.organization('enterprise')).key
  served = await readDescription(api)
  isProblem = served.schemaAt('components', 'schemas', 'Problem')
  own = await makeOneOfEach(world, api, key)
})
after(async () => {
  await api.close()
  await world.close()
})

const urlOf = ({ path }: Pick<Operation, 'path'>, variables: OneOfEach = own) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => variables[name]!)
const bodyOf = ({ spec }: Operation) => spec.requestBody?.content['application/json'].example
const withBody = () => served.operations.filter(({ spec }) => spec.requestBody)

/** The answer is a problem document of that code, with all that every one of them has. */
async function refused(answer: Response, status: number, code: ErrorCode, what: string): Promise<Json> {
  const text = await answer.text()
  assert.equal(answer.status, status, `${what}: ${text.slice(0, 500)}`)
  assert.equal(answer.headers.get('content-type'), 'application/problem+json', what)
  const problem = JSON.parse(text)
  assert.ok(isProblem(problem), `${what}: ${text}`)
  assert.deepEqual([problem.code, problem.status], [code, status], what)
  assert.equal(problem.type, `https://app.lasthash.test/docs/errors#${code}`)
  assert.match(problem.request_id, /^req_[0-9a-z]{26}$/)
  assert.equal(problem.request_id, answer.headers.get('request-id'), what)
  assert.ok(!/\bat .*\.[jt]s:\d|node_modules/.test(text), `${what}: no stack`)
  return problem
}

/** Sends to every operation in turn, as declared but for what is overridden. */
async function everywhere(
  operations: readonly Operation[],
  send: (operation: Operation, what: string) => Promise<void>,
): Promise<void> {
  assert.ok(operations.length > 0)
  for (const operation of operations) await send(operation, `${operation.method} ${operation.path}`)
}

interface OwnedTable {
  name: string
  /** Rows of the organisation that has one object of each kind. */
  count: number
}

async function ownedTables(): Promise<OwnedTable[]> {
  const { database } = world.context
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1
  `.execute(database.system)
  const tables: OwnedTable[] = []
  for (const { name } of rows) {
    const found = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM ${sql.table(name)} WHERE organization_id = ${organization}`.execute(
      database.system,
    )
    tables.push({ name, count: found.rows[0]!.count })
  }
  return tables
}

test('the database: with the service’s role, no statement without an organisation, or with another, gets at a row of any table', async () => {
  const { database } = world.context
  const tables = await ownedTables()
  const filled = tables.filter(({ count }) => count > 0)
  assert.ok(filled.length > tables.length * 0.6, `${filled.length} of ${tables.length} tables have rows to be seen`)
  const others = (await world.organization('enterprise')).id
  for (const [who, db] of [
    ['nobody', database.app],
    ['another organisation', database.as(others)],
  ] as const) {
    for (const { name } of tables) {
      const table = sql.table(name)
      const own = sql`organization_id = ${organization}`
      const seen = who === 'nobody' ? sql`SELECT FROM ${table}` : sql`SELECT FROM ${table} WHERE ${own}`
      assert.equal((await seen.execute(db)).rows.length, 0, `${who} sees ${name}`)
      for (const change of [
        sql`UPDATE ${table} SET organization_id = organization_id WHERE ${own}`,
        sql`DELETE FROM ${table} WHERE ${own}`,
      ]) {
        // Of the audit log nobody may change anything: then it is refused as such.
        const hit = await change.execute(db).then(({ numAffectedRows }) => numAffectedRows, codeOf)
        assert.ok(hit === 0n || hit === '42501', `${who} changes ${name}: ${hit}`)
      }
    }
  }
  assert.deepEqual(await ownedTables(), tables, 'nothing was changed')
})

test('the database: what the service’s role may call past its rows tells nothing to who names nothing', async () => {
  const { database } = world.context
  const { rows } = await sql<{ name: string; types: string[] }>`
    SELECT p.proname AS name, array(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY AS a (t, n) ORDER BY n) AS types
    FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace AND p.prorettype <> 'trigger'::regtype
      AND has_function_privilege('lasthash_app', p.oid, 'EXECUTE') ORDER BY 1
  `.execute(database.system)
  assert.ok(rows.length > 5)
  const given: Record<string, RawBuilder<unknown>> = {
    // Nobody's key or name; as a pattern, everything.
    text: sql`'%'::text`,
    integer: sql`10`,
    bytea: sql`'\\x00'::bytea`,
    // All of them.
    'text[]': sql`NULL::text[]`,
    date: sql`'2000-01-01'::date`,
  }
  for (const { name, types } of rows) {
    assert.ok(types.length > 0, `${name} is asked for something`)
    const values = types.map((type) => given[type] ?? assert.fail(`${name} takes ${type}`))
    const answer = await sql<object>`SELECT * FROM ${sql.id(name)}(${sql.join(values)})`.execute(database.app)
    const told = answer.rows.filter((row) => Object.values(row).some((value) => value !== null && value !== false))
    assert.deepEqual(told, [], name)
  }
})

const codeOf = ({ code }: { code?: string }) => code

test('without a key: 401, and how to send one', async () => {
  await everywhere(served.operations, async (operation, what) => {
    const answer = await fetch(api.base + urlOf(operation), { method: operation.method })
    await refused(answer, 401, 'missing_api_key', what)
    assert.equal(answer.headers.get('www-authenticate'), 'Bearer')
  })
})

test('a stranger’s body is not even looked at', async () => {
  await everywhere(withBody(), async (operation, what) => {
    const body = '{"cut off'
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(api.base + urlOf(operation), { method: operation.method, headers, body })
    await refused(answer, 401, 'missing_api_key', what)
  })
})

test('a key of ours that nobody has: 401', async () => {
  const { method, path } = served.operations[0]!
  const answer = await api.send(newApiKey('lh_live_'), method, path)
  await refused(answer, 401, 'invalid_api_key', 'unknown key')
  assert.match(answer.headers.get('www-authenticate')!, /invalid_token/)
})

test('with a key that lacks the scope: 403, which names it', async () => {
  const keys = new Map<string, string>()
  for (const scope of ALL_SCOPES) {
    const scopes = ALL_SCOPES.filter((one) => one !== scope)
    keys.set(scope, (await api.ask(key, 'POST', '/v1/api-keys', { name: scope, scopes })).key)
  }
  await everywhere(served.operations, async (operation, what) => {
    const scope = operation.spec['x-scope']
    const answer = await api.send(keys.get(scope)!, operation.method, urlOf(operation), bodyOf(operation))
    const problem = await refused(answer, 403, 'insufficient_scope', what)
    assert.equal(problem.required_scope, scope)
  })
})

test('another organisation’s object is 404, and stays as it was', async () => {
  const before = await Promise.all(pathsOfOwn().map((path) => api.ask(key, 'GET', path)))
  const named = served.operations.filter(({ path }) => path.includes('{') && !/\{(family|framework)\}/.test(path))
  await everywhere(named, async (operation, what) => {
    await refused(
      await api.send(stranger, operation.method, urlOf(operation), bodyOf(operation)),
      404,
      'not_found',
      what,
    )
  })
  for (const { path, spec } of served.operations.filter(
    ({ method, path }) => method === 'GET' && !path.includes('{'),
  )) {
    if (
      [
        'listOrganizations',
        'listChecks',
        'listFrameworks',
        'getUsage',
        'listApiKeys',
        'exportAuditLog',
        'listFeeds',
        'getOverview',
      ].includes(spec.operationId)
    )
      continue
    const answer = await api.ask(stranger, 'GET', path)
    if (answer.object === 'overview') assert.deepEqual(answer.websites, { total: 0, scored: 0 })
    else assert.deepEqual(answer.data, [], path)
  }
  await refused(
    await api.send(stranger, 'POST', '/v1/scans', { website_id: own.website_id }),
    404,
    'not_found',
    'a scan of another’s website',
  )
  const after = await Promise.all(pathsOfOwn().map((path) => api.ask(key, 'GET', path)))
  assert.deepEqual(after, before)
})

function pathsOfOwn(): string[] {
  return [
    `/v1/websites/${own.website_id}`,
    `/v1/webhooks/${own.webhook_id}`,
    `/v1/webhooks/${own.webhook_id}/deliveries/${own.delivery_id}`,
    `/v1/scans/${own.scan_id}`,
    `/v1/schedules/${own.schedule_id}`,
    `/v1/vulnerabilities/${own.vulnerability_id}`,
    `/v1/events/${own.event_id}`,
    `/v1/organizations/${own.organization_id}`,
  ]
}

test('an id that is malformed, however, is 404 as one that is unknown', async () => {
  const malformed = [
    'x',
    'scan_',
    'ws_1234567890',
    "'%20OR%201=1--",
    '%00',
    '%F0%9F%98%80',
    '..%2f..',
    'x'.repeat(2000),
  ]
  const named = served.operations.filter(({ path }) => path.includes('{'))
  await everywhere(named, async (operation, what) => {
    for (const id of malformed) {
      const variables = Object.fromEntries(Object.keys(own).map((name) => [name, id]))
      const answer = await api.send(key, operation.method, urlOf(operation, variables), bodyOf(operation))
      await refused(answer, 404, 'not_found', `${what} with ${id.slice(0, 20)}`)
    }
  })
})

test('an unknown query parameter is 400 and named', async () => {
  await everywhere(served.operations, async (operation, what) => {
    const answer = await api.send(key, operation.method, `${urlOf(operation)}?nonsense=1`, bodyOf(operation))
    const problem = await refused(answer, 400, 'validation_failed', what)
    assert.deepEqual(problem.errors, [{ parameter: 'nonsense', detail: 'is not known here; check its spelling' }], what)
  })
})

test('a query parameter of a wrong kind is 400 and named', async () => {
  for (const operation of served.operations) {
    for (const { name, in: place, schema } of operation.spec.parameters) {
      if (place !== 'query') continue
      const outside = [`${schema.minimum - 1}`, `${schema.maximum + 1}`, '-1']
      const wrong = schema.type === 'integer' ? [...outside, '1.5', '1e1', 'true', 'ten', ''] : ['%00']
      if (schema.enum) wrong.push('nonsense')
      if (schema.maxLength) wrong.push('x'.repeat(schema.maxLength + 1))
      for (const value of [...wrong, `a&${name}=b`]) {
        const what = `${operation.path}?${name}=${value}`
        const answer = await api.send(key, 'GET', `${urlOf(operation)}?${name}=${value}`)
        const problem = await refused(answer, 400, 'validation_failed', what)
        assert.equal(problem.errors[0].parameter, name, what)
      }
    }
  }
})

test('an unknown field is 400 and pointed at', async () => {
  await everywhere(
    served.operations.filter(({ method }) => method !== 'GET'),
    async (operation, what) => {
      const body = { ...bodyOf(operation), 'non/sense~': 1 }
      const answer = await api.send(key, operation.method, urlOf(operation), body)
      const problem = await refused(answer, 400, 'validation_failed', what)
      assert.deepEqual(
        problem.errors,
        [{ pointer: '/non~1sense~0', detail: 'is not known here; check its spelling' }],
        what,
      )
    },
  )
})

test('a field of a wrong kind is 400 and pointed at; so is what cannot be stored', async () => {
  await everywhere(withBody(), async (operation, what) => {
    const { properties } = operation.spec.requestBody.content['application/json'].schema
    for (const [name, schema] of Object.entries<Json>(properties)) {
      const wrong: unknown[] = [{ a: 1 }, 1.5]
      if (schema.type === 'string' && schema.maxLength) wrong.push('x'.repeat(schema.maxLength + 1))
      if (schema.type === 'string') wrong.push('a\0bcdefghij', 'abcdefghij\ud800')
      for (const value of wrong) {
        const answer = await api.send(key, operation.method, urlOf(operation), { ...bodyOf(operation), [name]: value })
        const problem = await refused(
          answer,
          400,
          'validation_failed',
          `${what} ${name}: ${JSON.stringify(value).slice(0, 40)}`,
        )
        assert.ok(problem.errors[0].pointer.startsWith(`/${name}`), JSON.stringify(problem.errors))
      }
    }
    for (const name of operation.spec.requestBody.content['application/json'].schema.required ?? []) {
      const { [name]: _, ...rest } = bodyOf(operation)
      const problem = await refused(
        await api.send(key, operation.method, urlOf(operation), rest),
        400,
        'validation_failed',
        what,
      )
      assert.deepEqual(problem.errors, [{ pointer: `/${name}`, detail: 'is required' }])
    }
    for (const body of ['[]', '"text"', 'null', '7']) {
      await refused(
        await api.send(key, operation.method, urlOf(operation), body),
        400,
        'validation_failed',
        `${what} ${body}`,
      )
    }
  })
})

test('a body that is not JSON: 400, too large: 413, of another type: 415', async () => {
  await everywhere(withBody(), async (operation, what) => {
    const send = (body: string, type = 'application/json') =>
      api.send(key, operation.method, urlOf(operation), body, { 'content-type': type })
    for (const body of ['{"a":', '{"__proto__": {"a": 1}}', '\ufeff{}', '{}{}', "{'a': 1}", '['.repeat(100_000)]) {
      await refused(await send(body), 400, 'malformed_json', `${what} ${body.slice(0, 20)}`)
    }
    await refused(await send(`{"name": "${'x'.repeat(1024 * 1024)}"}`), 413, 'body_too_large', what)
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'nonsense',
    ]) {
      await refused(await send('{}', type), 415, 'unsupported_media_type', `${what} ${type}`)
    }
    if (operation.method === 'POST')
      await refused(await send('{}', 'application/merge-patch+json'), 415, 'unsupported_media_type', what)
  })
})

test('a method that an address does not have is 405 with Allow; an unknown address is 404', async () => {
  for (const path of new Set(served.operations.map((one) => one.path))) {
    const methods = served.operations.filter((one) => one.path === path).map(({ method }) => method)
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST', 'GET', 'PROPFIND', 'QUERY'].filter(
      (one) => !methods.includes(one),
    )) {
      const answer = await api.send(key, method, urlOf({ path }))
      await refused(answer, 405, 'method_not_allowed', `${method} ${path}`)
      const allowed = answer.headers.get('allow')!.split(', ')
      assert.deepEqual(allowed.filter((one) => one !== 'HEAD').sort(), methods.sort(), path)
    }
  }
  for (const path of ['/healthz', '/readyz', '/metrics', '/docs', '/openapi.json', '/docs/errors']) {
    const answer = await fetch(api.base + path, { method: 'DELETE' })
    await refused(answer, 405, 'method_not_allowed', path)
    assert.match(answer.headers.get('allow')!, /^GET|, GET/)
  }
  const unknown = ['/v1', '/v1/', '/v1/nonsense', '/v2/scans', '/v1//scans', '/.env', '/v1/scans/%zz', '/%']
  for (const path of unknown) {
    await refused(await api.send(key, 'GET', path), 404, 'route_not_found', path)
    await refused(
      await api.send(key, 'POST', path, 'text', { 'content-type': 'text/plain' }),
      404,
      'route_not_found',
      path,
    )
  }
})

test('HEAD answers as GET does, without the body', async () => {
  for (const { path, method } of served.operations) {
    if (method !== 'GET' || path.endsWith('/events')) continue
    const url = urlOf({ path })
    const [head, get] = [await api.send(key, 'HEAD', url), await api.send(key, 'GET', url)]
    assert.deepEqual([head.status, await head.text()], [get.status, ''], path)
    for (const name of ['content-type', 'etag']) assert.equal(head.headers.get(name), get.headers.get(name), path)
    await get.body?.cancel()
  }
})

/** Bytes to the server, and all that it says. */
function raw(text: string): Promise<string> {
  const { port } = new URL(api.base)
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => {
      heard += chunk
    })
    socket.on('close', () => resolve(heard)).on('error', reject)
  })
}

const unreadable: [string, string, number, ErrorCode][] = [
  ['no HTTP', 'hello\r\n\r\n', 400, 'bad_request'],
  ['an unknown method', 'BREW /v1/scans HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'bad_request'],
  [
    'two lengths',
    'POST /v1/scans HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc',
    400,
    'bad_request',
  ],
  [
    'a length beside chunks',
    'POST /v1/scans HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc',
    400,
    'bad_request',
  ],
  ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers_too_large'],
]
for (const [what, bytes, status, code] of unreadable) {
  test(`what is no request is answered as well: ${what}`, async () => {
    const [head, body] = (await raw(bytes)).split('\r\n\r\n')
    assert.match(head!, new RegExp(`^HTTP/1.1 ${status} `))
    const problem = JSON.parse(body!)
    assert.ok(isProblem(problem))
    assert.deepEqual([problem.code, problem.status], [code, status])
    assert.match(head!, new RegExp(`^Request-Id: ${problem.request_id}\r?$`, 'm'))
    assert.match(head!, /^Content-Type: application\/problem\+json\r?$/m)
  })
}
