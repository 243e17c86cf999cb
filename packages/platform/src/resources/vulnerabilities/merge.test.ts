import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Finding, fingerprint, impact, type ScanResult } from '@lasthash/scanner'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { newId } from '../../identifier.ts'
import { recordResult } from '../../jobs/record-result.ts'
import { virtualResult } from '../../test-mode/targets.ts'

let world: TestContext
let api: TestApi
let organization: TestOrganization
let website_id: string

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
})
beforeEach(async () => {
  organization = await world.organization('pro')
  website_id = (await ask('POST', '/v1/websites', { url: 'https://shop.example' })).id
})
after(async () => {
  await api.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)

const EMPTY = virtualResult('https://clean.lasthash.test/', 'full', new Date())
const SAMPLE = virtualResult('https://vulnerable.lasthash.test/', 'full', new Date()).findings[0]!

function finding(check: string, severity: Finding['severity'], paths: string[]): Finding {
  const origin = 'https://shop.example'
  const inputs = { check, outcome: 'missing', origin, path: null, parameter: null }
  const locations = paths.map((path) => ({ url: origin + path, method: 'GET', parameter: null }))
  return {
    ...SAMPLE,
    ...{
      check,
      outcome: 'missing',
      severity,
      confidence: 'firm',
      score_impact: impact(severity, 'firm'),
      title: check,
    },
    ...{ locations, location_count: locations.length, seen_in: undefined },
    ...{ fingerprint: fingerprint(inputs), fingerprint_inputs: inputs },
  }
}

/** Writes a scan down as a worker does. Gives its score and the events that it makes. */
async function scanned(...findings: Finding[]): Promise<{ score: number; events: string[]; id: string }> {
  const id = newId('scan')
  const { system } = world.context.database
  await system
    .insertInto('scans')
    .values({
      ...{ id, organization_id: organization.id, website_id, url: 'https://shop.example/', scan_type: 'full' },
      ...{ priority: 'normal', status: 'done', security_score: 1, score_version: 99, kept_days: 90 },
    })
    .execute()
  const asked = ['csp/missing', 'transport/hsts', 'content/sri']
  const checks = asked.map((check) => ({ check, status: 'passed' as const, reason: '', outcomes: [] }))
  const result: ScanResult = { ...EMPTY, findings, coverage: { ...EMPTY.coverage, checks } }
  const recorded = await system.transaction().execute((trx) => {
    return recordResult(
      trx,
      { id, organization_id: organization.id, website_id, kept_days: 90 } as never,
      result,
      new Map(),
    )
  })
  return { id, score: recorded.score.score, events: recorded.events.map(({ type }) => type) }
}
const listed = async (query = ''): Promise<Json[]> => (await ask('GET', `/v1/vulnerabilities${query}`)).data
const of = async (check: string): Promise<Json> => (await listed(`?check=${check}`))[0]
const get = (id: string): Promise<Json> => ask('GET', `/v1/vulnerabilities/${id}`)
const website = () => ask('GET', `/v1/websites/${website_id}`)

const CSP = finding('csp/missing', 'medium', ['/'])
const HSTS = finding('transport/hsts', 'high', ['/', '/a'])

test('two that are one become one, which later scans find by either, and which weighs once', async () => {
  await scanned(CSP, HSTS)
  const [csp, hsts] = [await of('csp/missing'), await of('transport/hsts')]
  const root = await ask('POST', `/v1/vulnerabilities/${hsts.id}/merge`, { into: csp.id })
  assert.deepEqual(
    [root.id, root.status, root.severity, root.location_count, root.merged_from.length],
    [csp.id, 'open', 'high', 3, 2],
  )
  assert.deepEqual((await website()).open_vulnerabilities, { critical: 0, high: 1, medium: 0, low: 0, info: 0 })
  const gone = await get(hsts.id)
  assert.deepEqual([gone.status, gone.merged_into], ['merged', csp.id])
  assert.deepEqual(
    (await listed()).map(({ id }) => id),
    [csp.id],
  )
  assert.equal((await listed('?status=merged'))[0].id, hsts.id)
  const { data: prints } = await ask('GET', `/v1/vulnerabilities/${csp.id}/fingerprints`)
  assert.deepEqual(
    prints.map((one: Json) => [one.vulnerability_id, one.fingerprint, one.fingerprint_inputs.check]),
    [
      [csp.id, CSP.fingerprint, 'csp/missing'],
      [hsts.id, HSTS.fingerprint, 'transport/hsts'],
    ],
  )

  // Both again: one high.
  const both = await scanned(CSP, HSTS)
  assert.deepEqual(both, { id: both.id, score: 89, events: [] })
  // Only the duplicate's: still there, in its own worse form.
  const one = await scanned(HSTS)
  assert.deepEqual(one.events, [])
  assert.deepEqual([(await get(csp.id)).status, (await get(csp.id)).severity], ['open', 'high'])
  // Neither: fixed, once.
  assert.deepEqual((await scanned()).events, ['vulnerability.resolved'])
  assert.equal((await get(csp.id)).status, 'fixed')
  assert.deepEqual(
    (await scanned(HSTS)).events.filter((type) => type.startsWith('vuln')),
    ['vulnerability.reopened'],
  )
  assert.equal((await get(csp.id)).status, 'reopened')
})

test('a merge is undone: each is one of its own again, with its own places, and scans tell them apart', async () => {
  await scanned(CSP, HSTS)
  const [csp, hsts] = [await of('csp/missing'), await of('transport/hsts')]
  await ask('POST', `/v1/vulnerabilities/${hsts.id}/merge`, { into: csp.id })
  await scanned(CSP, HSTS)
  const back = await ask('POST', `/v1/vulnerabilities/${csp.id}/split`, { vulnerability_id: hsts.id })
  assert.deepEqual([back.id, back.status, back.merged_into, back.location_count], [hsts.id, 'open', null, 2])
  const root = await get(csp.id)
  assert.deepEqual([root.location_count, root.merged_from], [1, undefined])
  assert.deepEqual((await website()).open_vulnerabilities, { critical: 0, high: 1, medium: 1, low: 0, info: 0 })
  await scanned(CSP)
  assert.deepEqual([(await get(csp.id)).status, (await get(hsts.id)).status], ['open', 'fixed'])
  const { data } = await ask('GET', `/v1/vulnerabilities/${hsts.id}/history`)
  assert.deepEqual(
    data.map((one: Json) => [one.field, one.before, one.after]),
    [
      ['status', 'open', 'fixed'],
      ['merged_into', csp.id, null],
      ['merged_into', null, csp.id],
    ],
  )
})

test('places are set apart, decided about apart, found again by scans, weigh once, and come back', async () => {
  const sri = finding('content/sri', 'medium', ['/shop/a', '/shop/b', '/blog/c'])
  await scanned(sri)
  const whole = await of('content/sri')
  const before = await website()
  const part = await ask('POST', `/v1/vulnerabilities/${whole.id}/split`, { path: '/shop/' })
  assert.deepEqual([part.split_from, part.location_count, part.status], [whole.id, 2, 'open'])
  assert.equal(part.fingerprint_inputs.path, '/shop/*')
  assert.equal((await get(whole.id)).location_count, 1)
  // Its id is of now, but it was first seen when the whole was.
  const past = (days: number) => new Date(Date.now() - days * 86_400_000)
  const { system } = world.context.database
  await system
    .updateTable('vulnerabilities')
    .set({ first_seen_at: past(3) })
    .where('id', '=', part.id)
    .execute()
  const early = await ask('GET', `/v1/vulnerabilities?first_seen_before=${past(2).toISOString()}`)
  assert.deepEqual(
    early.data.map(({ id }: Json) => id),
    [part.id],
  )
  assert.deepEqual((await website()).open_vulnerabilities, before.open_vulnerabilities)
  assert.equal((await scanned(sri)).score, 99)
  await ask('PATCH', `/v1/vulnerabilities/${part.id}`, { status: 'accepted_risk', reason: 'Old shop.' })
  assert.equal((await scanned(sri)).score, 99)
  // Only the shop has it now, and that is accepted.
  const shop = finding('content/sri', 'medium', ['/shop/a'])
  assert.deepEqual([(await scanned(shop)).score, (await get(whole.id)).status], [100, 'fixed'])
  assert.deepEqual([(await get(part.id)).status, (await get(part.id)).location_count], ['accepted_risk', 1])
  await scanned(sri)
  const root = await ask('POST', `/v1/vulnerabilities/${part.id}/merge`, { into: whole.id })
  assert.deepEqual([root.location_count, root.merged_from, root.status], [3, undefined, 'reopened'])
  await scanned(sri)
  assert.equal((await get(whole.id)).location_count, 3)
})

test('what cannot be merged or parted is refused, with what is wrong', async () => {
  await scanned(CSP, HSTS, finding('content/sri', 'low', ['/a', '/b']))
  const [csp, hsts, sri] = [await of('csp/missing'), await of('transport/hsts'), await of('content/sri')]
  const other = await world.organization('pro')
  const post = async (id: string, action: string, body: object, expected: number): Promise<string> =>
    (await ask('POST', `/v1/vulnerabilities/${id}/${action}`, body, expected)).code
  assert.equal(await post(csp.id, 'merge', { into: csp.id }, 409), 'vulnerabilities_not_mergeable')
  assert.equal(await post(csp.id, 'merge', { into: 'vuln_x' }, 404), 'not_found')
  await ask('POST', `/v1/vulnerabilities/${hsts.id}/merge`, { into: csp.id })
  assert.equal(await post(hsts.id, 'merge', { into: sri.id }, 409), 'vulnerability_merged')
  assert.equal(await post(sri.id, 'merge', { into: hsts.id }, 409), 'vulnerability_merged')
  assert.equal(await post(hsts.id, 'verify', {}, 409), 'vulnerability_merged')
  const patch = await ask('PATCH', `/v1/vulnerabilities/${hsts.id}`, { assignee: 'me' }, 409)
  assert.deepEqual([patch.code, patch.merged_into], ['vulnerability_merged', csp.id])
  assert.equal(await post(sri.id, 'split', { vulnerability_id: hsts.id }, 409), 'vulnerabilities_not_mergeable')
  assert.equal(await post(sri.id, 'split', { path: '/nowhere' }, 409), 'places_not_separable')
  assert.equal(await post(sri.id, 'split', {}, 400), 'validation_failed')
  assert.equal(await post(csp.id, 'split', { path: '/a' }, 409), 'places_not_separable')
  const part = await ask('POST', `/v1/vulnerabilities/${sri.id}/split`, { path: '/a' })
  assert.equal(await post(part.id, 'merge', { into: csp.id }, 409), 'vulnerabilities_not_mergeable')
  assert.equal(await post(sri.id, 'merge', { into: csp.id }, 409), 'vulnerabilities_not_mergeable')
  for (const action of ['merge', 'split']) {
    const body = action === 'merge' ? { into: csp.id } : { path: '/a' }
    const answer = await api.send(other.key, 'POST', `/v1/vulnerabilities/${sri.id}/${action}`, body)
    assert.equal(answer.status, 404)
  }
  assert.equal((await api.send(other.key, 'GET', `/v1/vulnerabilities/${sri.id}/fingerprints`)).status, 404)
  const reader = await ask('POST', '/v1/api-keys', { name: 'R', scopes: ['vulnerabilities:read'] })
  const refused = await api.send(reader.key, 'POST', `/v1/vulnerabilities/${sri.id}/merge`, { into: csp.id })
  assert.equal(refused.status, 403)
})

test('in a comparison of scans a merged one is the one that stands for it', async () => {
  const first = await scanned(CSP, HSTS)
  const [csp, hsts] = [await of('csp/missing'), await of('transport/hsts')]
  await ask('POST', `/v1/vulnerabilities/${hsts.id}/merge`, { into: csp.id })
  const second = await scanned(HSTS)
  const diff = await ask('GET', `/v1/scans/${first.id}/diff/${second.id}`)
  assert.deepEqual(
    [diff.unchanged.map(({ id }: Json) => id), diff.new, diff.fixed, diff.regressed, diff.not_tested],
    [[csp.id], [], [], [], []],
  )
})
