// Policies through HTTP, with test keys and scans of virtual targets: two high, five medium, eight low at `vulnerable`, one
// high at `expired-certificate`, nothing at `clean`.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startDeliverer } from '../../../test/alerting.ts'
import { startReceiver } from '../../../test/receiver.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'

let world: TestContext
let api: TestApi
let worker: ScanWorker
let own: { key: string }
let other: { key: string }

before(async () => {
  world = await createTestContext({ PUBLIC_URL: 'https://app.lasthash.test' })
  api = await startApi(world.context)
  worker = new ScanWorker(world.context, { slots: 2 })
  await worker.start()
  own = await organization()
  other = await organization()
})
after(async () => {
  await worker.stop(0)
  await api.close()
  await world.close()
})

/** A test key of a new organisation. */
async function organization(): Promise<{ key: string }> {
  const { key } = await world.organization('pro')
  return api.ask(key, 'POST', '/v1/api-keys', { name: 'Test', mode: 'test' }, 201)
}
const EXPIRED = 'https://expired-certificate.lasthash.test/'
const VULNERABLE = 'https://vulnerable.lasthash.test/'
const CLEAN = 'https://clean.lasthash.test/'
const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(own.key, method, path, body, expected)
const policy = (fail_when: object): Promise<Json> => ask('POST', '/v1/policies', { name: 'Gate', fail_when }, 201)
async function scanned(url: string, more: object = {}): Promise<Json> {
  const { id } = await ask('POST', '/v1/scans', { url, scan_type: 'quick', ...more }, 202)
  await until(async () => (await ask('GET', `/v1/scans/${id}`)).status === 'done', 60_000)
  return ask('GET', `/v1/scans/${id}`)
}
const details = ({ reasons }: Json): string[] => reasons.map(({ detail }: Json) => detail)

test('made, read, listed, changed and deleted; by its own organisation alone', async () => {
  const made = await policy({ any: [{ severity: 'high', new: true }, { score_below: 80 }] })
  const path = `/v1/policies/${made.id}`
  assert.deepEqual(await ask('GET', path), made)
  assert.deepEqual((await ask('GET', '/v1/policies')).data, [made])
  const changed = await ask('PATCH', path, { name: 'Stricter', fail_when: { severity: 'low' } })
  assert.deepEqual([changed.name, changed.fail_when], ['Stricter', { severity: 'low' }])
  for (const [method, body] of [['GET'], ['PATCH', { name: 'x' }], ['DELETE']] as const)
    await api.ask(other.key, method, path, body, 404)
  await api.ask(other.key, 'POST', `${path}/simulate`, {}, 404)
  assert.deepEqual((await api.ask(other.key, 'GET', '/v1/policies')).data, [])
  await ask('DELETE', path, undefined, 204)
  await ask('GET', path, undefined, 404)
})

const REFUSED: [string, object, string][] = [
  ['nothing at all', {}, '/fail_when'],
  ['an empty list', { any: [] }, '/fail_when/any'],
  ['an empty part', { any: [{}] }, '/fail_when/any/0'],
  ['a word that nobody knows', { severity: 'awful' }, '/fail_when/severity'],
  ['a field that nobody knows', { colour: 'red' }, '/fail_when/colour'],
  ['too deep', { all: [{ any: [{ all: [{ kev: true }] }] }] }, '/fail_when/all/0/any/0/all'],
  ['no such framework', { any: [{ compliance: { framework: 'pci' } }] }, '/fail_when/any/0/compliance/framework'],
  [
    'no such requirement',
    { compliance: { framework: 'pci_dss_4', requirements: ['6.4.3', '99'] } },
    '/fail_when/compliance/requirements/1',
  ],
]
for (const [what, fail_when, pointer] of REFUSED) {
  test(`refused: ${what}`, async () => {
    for (const [path, body] of [
      ['/v1/policies', { name: 'x', fail_when }],
      ['/v1/policy-simulations', { fail_when }],
    ] as const) {
      const problem = await ask('POST', path, body, 400)
      assert.deepEqual([problem.code, problem.errors[0].pointer], ['validation_failed', pointer])
    }
  })
}

test('a scan is judged by the policy that it names', async () => {
  const { id: policy_id } = await policy({ any: [{ severity: 'high', new: true }, { score_below: 90 }, { kev: true }] })
  const failed = await scanned(EXPIRED, { policy_id })
  assert.equal(failed.policy_id, policy_id)
  assert.deepEqual(
    [failed.gate.passed, failed.gate.policy_id, details(failed.gate)],
    [false, policy_id, ['1 vulnerability: high or worse, new.', 'The score is 89, below 90.']],
  )
  const [named] = failed.gate.reasons[0].vulnerability_ids
  assert.equal((await ask('GET', `/v1/vulnerabilities/${named}`)).severity, 'high')
  const [event] = (await ask('GET', '/v1/events?type=scan.completed')).data
  assert.deepEqual(event.data.gate, failed.gate)
  // The same again: nothing is new.
  const again = await scanned(EXPIRED, { policy_id })
  assert.deepEqual(details(again.gate), ['The score is 89, below 90.'])
  const passed = await scanned(CLEAN, { policy_id })
  assert.deepEqual(passed.gate, { passed: true, policy_id, reasons: [] })
  assert.equal((await scanned(CLEAN)).gate, null)
  for (const unknown of ['pol_nobody', 'x']) {
    const problem = await ask('POST', '/v1/scans', { url: CLEAN, policy_id: unknown }, 400)
    assert.equal(problem.errors[0].pointer, '/policy_id')
  }
  await api.ask(other.key, 'POST', '/v1/scans', { url: CLEAN, policy_id }, 400)
})

test('what was accepted fails nothing', async () => {
  own = await organization()
  const { id: policy_id } = await policy({ severity: 'high' })
  const { gate } = await scanned(EXPIRED, { policy_id })
  for (const id of gate.reasons[0].vulnerability_ids)
    await ask('PATCH', `/v1/vulnerabilities/${id}`, { status: 'accepted_risk', reason: 'We know.' })
  assert.equal((await scanned(EXPIRED, { policy_id })).gate.passed, true)
})

test('simulated over past scans: which would have failed and why, page by page, of websites and spans', async () => {
  own = await organization()
  const before = new Date(Date.now() - 60_000).toISOString()
  const first = await scanned(EXPIRED)
  const clean = await scanned(CLEAN)
  const second = await scanned(EXPIRED)
  const draft = { fail_when: { severity: 'high', new: true } }
  const all = await ask('POST', '/v1/policy-simulations', { ...draft, from: before, scan_type: 'quick' })
  assert.deepEqual(
    all.data.map(({ id, passed, security_score }: Json) => [id, passed, security_score]),
    [
      [second.id, true, 89],
      [clean.id, true, 100],
      [first.id, false, 89],
    ],
  )
  assert.deepEqual(
    [all.failed, all.has_more, details(all.data[2])],
    [1, false, ['1 vulnerability: high or worse, new.']],
  )
  const { id } = await policy({ any: [{ severity: 'high' }, { score_dropped_by: 1 }] })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await ask('POST', `/v1/policies/${id}/simulate`, { limit: 2, cursor, scan_type: 'quick' })
    seen.push(...page.data.map((one: Json) => `${one.id} ${one.passed}`))
    cursor = page.next_cursor ?? undefined
  } while (cursor)
  assert.deepEqual(seen, [`${second.id} false`, `${clean.id} true`, `${first.id} false`])
  const of = async (span: object) =>
    (await ask('POST', `/v1/policies/${id}/simulate`, span)).data.map((one: Json) => one.id)
  assert.deepEqual(await of({ website_ids: [clean.website_id] }), [clean.id])
  assert.deepEqual(await of({ to: before }), [])
  assert.deepEqual(await of({ scan_type: 'active' }), [])
  await ask('PATCH', `/v1/websites/${clean.website_id}`, { tags: ['shop'] })
  assert.deepEqual(await of({ tags: ['shop', 'blog'] }), [clean.id])
  await ask('PATCH', `/v1/websites/${clean.website_id}`, { criticality: 'critical' })
  const critical = { fail_when: { website_criticality: 'critical' }, scan_type: 'quick' }
  const judged = (await ask('POST', '/v1/policy-simulations', critical)).data
  assert.deepEqual(
    judged.map((one: Json) => [one.id, one.passed]),
    [
      [second.id, true],
      [clean.id, false],
      [first.id, true],
    ],
  )
  const problem = await ask('POST', `/v1/policies/${id}/simulate`, { cursor: 'nonsense' }, 400)
  assert.equal(problem.errors[0].pointer, '/cursor')
  assert.deepEqual(
    (await api.ask(other.key, 'POST', '/v1/policy-simulations', { ...draft, scan_type: 'quick' })).data,
    [],
  )
})

test('an alert channel that names a policy is told of scans that fail it, of what is more, and that it is over', async () => {
  own = await organization()
  const receiver = await startReceiver()
  const stop = await startDeliverer(world.context)
  try {
    const { id: policy_id } = await policy({ severity: 'medium' })
    const channel = { name: 'Ours', kind: 'webhook', settings: { url: receiver.url }, filter: { policy_id } }
    const { id: channel_id } = await ask('POST', '/v1/alert-channels', channel, 201)
    const scan = await scanned(VULNERABLE)
    assert.equal(scan.gate, null, 'it did not name it')
    await scanned(CLEAN)
    const [alert, ...others] = (await ask('GET', '/v1/alerts')).data
    assert.deepEqual([alert.kind, alert.cause, alert.severity, others], ['policy', `policy:${policy_id}`, 'high', []])
    assert.match(alert.summary, /fails the policy “Gate”\. 7 vulnerabilities: medium or worse\./)
    const again = await scanned(VULNERABLE)
    const present = await ask('GET', `/v1/alerts/${alert.id}`)
    assert.deepEqual([present.occurrences, present.data.scan_id], [2, again.id])
    const inUse = await ask('DELETE', `/v1/policies/${policy_id}`, undefined, 409)
    assert.equal(inUse.code, 'policy_in_use')
    // What it asks for is changed: the next scan passes.
    await ask('PATCH', `/v1/policies/${policy_id}`, { fail_when: { severity: 'critical' } })
    await scanned(VULNERABLE)
    assert.equal((await ask('GET', `/v1/alerts/${alert.id}`)).status, 'resolved')
    await until(() => receiver.received.length === 2)
    const told = receiver.received.map(({ body }) => JSON.parse(body))
    assert.deepEqual(
      told.map(({ type, data }) => [type, data.link]),
      [
        ['alert.opened', `https://app.lasthash.test/reports/${scan.id}`],
        ['alert.resolved', `https://app.lasthash.test/reports/${again.id}`],
      ],
    )
    await ask('PATCH', `/v1/alert-channels/${channel_id}`, { filter: null })
    await ask('DELETE', `/v1/policies/${policy_id}`, undefined, 204)
    const unknown = await ask('PATCH', `/v1/alert-channels/${channel_id}`, { filter: { policy_id } }, 400)
    assert.equal(unknown.errors[0].pointer, '/filter/policy_id')
  } finally {
    await stop()
    await receiver.close()
  }
})

test('a policy that is deleted before the scan ends lets nothing pass', async () => {
  const { id: policy_id } = await policy({ severity: 'critical' })
  await worker.stop(0)
  const scan = await ask('POST', '/v1/scans', { url: CLEAN, scan_type: 'quick', policy_id }, 202)
  await ask('DELETE', `/v1/policies/${policy_id}`, undefined, 204)
  worker = new ScanWorker(world.context, { slots: 2 })
  await worker.start()
  await until(async () => (await ask('GET', `/v1/scans/${scan.id}`)).status === 'done', 60_000)
  const { gate } = await ask('GET', `/v1/scans/${scan.id}`)
  assert.deepEqual([gate.passed, details(gate)], [false, ['The policy was deleted before the scan ended.']])
})
