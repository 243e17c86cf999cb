import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Operation, readDescription, type Served } from '../../test/description.ts'
import { makeOneOfEach, type OneOfEach } from '../../test/one-of-each.ts'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../test/test-context.ts'
import { ERRORS } from '../errors.ts'
import { openSend } from '../events/send.ts'
import { Deliverer } from '../integrations/deliver.ts'
import { openOutbound } from '../outbound.ts'
import { ALL_SCOPES } from './scopes.ts'

let world: TestContext
let api: TestApi
let served: Served
let own: OneOfEach
let key: string
let deliverer: Deliverer
const outbound = openOutbound({ allowPrivate: true })

before(async () => {
  world = await createTestContext({ PUBLIC_URL: 'http://app.lasthash.test' })
  api = await startApi(world.context)
  key = (await world.organization('enterprise')).key
  served = await readDescription(api)
  own = await makeOneOfEach(world, api, key)
  // Whoever tries an alert channel waits for what comes of it.
  const { database, secrets, brands, log } = world.context
  deliverer = new Deliverer({ database, secrets, brands, log, send: openSend(outbound), sendMail: undefined })
  await deliverer.start()
})
after(async () => {
  await deliverer.stop()
  await outbound.close()
  await api.close()
  await world.close()
})

const nameOf = ({ method, path }: Operation) => `${method} ${path}`

test('every operation has all that the docs and the clients are made from', () => {
  const ids = new Set<string>()
  for (const operation of served.operations) {
    const { spec } = operation
    const name = nameOf(operation)
    assert.match(spec.operationId, /^[a-z][A-Za-z]+$/, name)
    assert.ok(!ids.has(spec.operationId), `${spec.operationId} twice`)
    ids.add(spec.operationId)
    assert.match(spec.summary, /^[A-Z].*[^.]$/, name)
    assert.ok(ALL_SCOPES.includes(spec['x-scope']), name)
    for (const tag of spec.tags)
      assert.ok(
        served.document.tags.some((one: Json) => one.name === tag && one.description),
        `${name}: ${tag}`,
      )
    const [resource, right] = spec['x-scope'].split(':')
    assert.deepEqual(spec.tags, [resource], name)
    assert.equal(right, operation.method === 'GET' ? 'read' : 'write', name)
    for (const parameter of spec.parameters) assert.ok(parameter.schema, `${name}: ${parameter.name}`)
    for (const [, variable] of operation.path.matchAll(/\{(\w+)\}/g))
      assert.ok(
        spec.parameters.some((one: Json) => one.in === 'path' && one.name === variable && one.required),
        `${name}: ${variable}`,
      )
  }
  assert.ok(served.operations.length >= 30)
})

test('every example validates against its own schema', () => {
  for (const operation of served.operations) {
    const { method, path, spec } = operation
    const place = ['paths', path, method.toLowerCase()]
    for (const [type, { example }] of Object.entries<Json>(spec.requestBody?.content ?? {})) {
      assert.ok(example, `${nameOf(operation)} has an example of its body`)
      const check = served.schemaAt(...place, 'requestBody', 'content', type, 'schema')
      assert.ok(check(example), `${nameOf(operation)}: ${JSON.stringify(check.errors)}`)
    }
    const good = Object.entries<Json>(spec.responses).filter(([status]) => status.startsWith('2'))
    assert.ok(good.length > 0)
    for (const [status, { content = {} }] of good) {
      for (const [type, { example }] of Object.entries<Json>(content)) {
        assert.notEqual(example, undefined, `${nameOf(operation)} ${status} ${type}`)
        const check = served.schemaAt(...place, 'responses', status, 'content', type, 'schema')
        assert.ok(check(example), `${nameOf(operation)} ${status}: ${JSON.stringify(check.errors)}`)
      }
    }
  }
})

test('every operation tells its errors, each with an example', () => {
  const check = served.schemaAt('components', 'schemas', 'Problem')
  for (const operation of served.operations) {
    const expected = ['400', '401', '403', '429', '500', '503']
    if (operation.path.includes('{')) expected.push('404')
    if (operation.method === 'POST') expected.push('409', '413', '415', '422')
    if (operation.method === 'PATCH' || operation.method === 'DELETE') expected.push('412')
    for (const status of expected) {
      const answer = served.resolve(operation.spec.responses[status])
      const examples: Record<string, Json> = answer?.content['application/problem+json'].examples ?? {}
      assert.notDeepEqual(examples, {}, `${nameOf(operation)} ${status}`)
      for (const [code, example] of Object.entries(examples)) {
        assert.deepEqual([example.value.code, String(example.value.status)], [code, status])
        assert.ok(check(example.value), JSON.stringify(check.errors))
        assert.equal(String(ERRORS[code as keyof typeof ERRORS].status), status)
      }
    }
  }
})

/** What to send where the description's own example names things that do not exist here. */
const bodies: Record<string, () => unknown> = {
  createScan: () => ({ website_id: own.website_id, scan_type: 'quick' }),
  createMonitor: () => ({ website_id: own.website_id, kind: 'headers' }),
  createPaymentPage: () => ({ website_id: own.website_id, url: `${own.website_url}pay` }),
  createSchedule: () => ({ website_id: own.website_id, every: 'daily' }),
  createReport: () => ({ scan_id: own.scan_id, format: 'csv' }),
  createReportLink: () => ({}),
  mergeVulnerability: () => ({ into: own.other_vulnerability_id }),
  splitVulnerability: () => ({ vulnerability_id: own.vulnerability_id }),
  createTicket: () => ({ vulnerability_id: own.other_vulnerability_id, integration_id: own.integration_id }),
  // Nobody is asked outside.
  testDraftIntegration: () => ({
    ...{ kind: 'github', base_url: api.base, settings: { repository: 'acme/shop', token: 'github_pat_0123' } },
  }),
  createWebsite: () => ({ url: 'https://new.example.com', tags: ['shop'] }),
}
const ORDER = ['GET', 'PATCH', 'POST', 'DELETE']

/** A scan that can be canceled, and an organisation that can be deleted, stand in for those that cannot. */
async function parametersFor({ spec }: Operation): Promise<OneOfEach> {
  if (spec.operationId === 'checkDomain') {
    const branding = { domain: new URL(api.base).host }
    await api.ask(key, 'PATCH', `/v1/organizations/${own.organization_id}`, { branding })
  }
  // What was merged just before, off the one that stands for both.
  if (spec.operationId === 'splitVulnerability') return { ...own, vulnerability_id: own.other_vulnerability_id! }
  if (spec.operationId === 'deleteOrganization') {
    const { id } = await api.ask(key, 'POST', '/v1/organizations', { name: 'Leaves', plan: 'pro' })
    return { ...own, organization_id: id }
  }
  if (spec.operationId !== 'cancelScan') return own
  const { id } = await api.ask(key, 'POST', '/v1/scans', { website_id: own.website_id })
  return { ...own, scan_id: id }
}

test('every operation answers as it says, down to the last field', async () => {
  const operations = served.operations.toSorted((a, b) => ORDER.indexOf(a.method) - ORDER.indexOf(b.method))
  for (const operation of operations) {
    const { method, path, spec } = operation
    const variables = await parametersFor(operation)
    const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => variables[name]!)
    const body = bodies[spec.operationId]?.() ?? spec.requestBody?.content['application/json'].example
    const answer = await api.send(key, method, url, body)
    const text = await answer.text()
    const status = String(answer.status)
    const told = spec.responses[status]
    assert.ok(status.startsWith('2') && told, `${nameOf(operation)}: ${status} ${text.slice(0, 300)}`)
    const type = answer.headers.get('content-type')?.split(';')[0]
    if (type === undefined) assert.equal(status, '204', nameOf(operation))
    else assert.ok(told.content[type], `${nameOf(operation)}: ${type}`)
    for (const name of Object.keys(told.headers)) {
      if (['Idempotent-Replayed', 'Deprecation', 'Sunset'].includes(name)) continue
      assert.ok(answer.headers.has(name), `${nameOf(operation)} sends ${name}`)
    }
    if (type !== 'application/json') continue
    const place = ['paths', path, method.toLowerCase(), 'responses', status, 'content', type, 'schema']
    const check = served.schemaAt(...place)
    assert.ok(
      check(JSON.parse(text)),
      `${nameOf(operation)}: ${JSON.stringify(check.errors)} in ${text.slice(0, 2000)}`,
    )
  }
})
