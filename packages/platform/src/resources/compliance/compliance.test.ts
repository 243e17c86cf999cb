// Frameworks held against websites through HTTP, with scans of virtual targets whose findings are known.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'

let world: TestContext
let api: TestApi
let worker: ScanWorker
let own: { key: string }
let other: { key: string }
const EXPIRED = 'https://expired-certificate.lasthash.test/'
const CLEAN = 'https://clean.lasthash.test/'

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

async function organization(): Promise<{ key: string }> {
  const { key } = await world.organization('pro')
  return api.ask(key, 'POST', '/v1/api-keys', { name: 'Test', mode: 'test' }, 201)
}
const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(own.key, method, path, body, expected)
async function scanned(url: string, scan_type = 'full'): Promise<Json> {
  const { id } = await ask('POST', '/v1/scans', { url, scan_type }, 202)
  await until(async () => (await ask('GET', `/v1/scans/${id}`)).status === 'done', 60_000)
  return ask('GET', `/v1/scans/${id}`)
}
async function standing(framework: string, query = ''): Promise<Record<string, Json>> {
  const { requirements } = await ask('GET', `/v1/compliance/frameworks/${framework}/assessment${query}`)
  return Object.fromEntries(requirements.map((one: Json) => [one.number, one]))
}
const attest = (given: object, expected = 201): Promise<Json> =>
  ask('POST', '/v1/compliance/attestations', { statement: 'We looked.', verdict: 'met', ...given }, expected)

test('nine frameworks, each with all its requirements, their checks, and what cannot be seen', async () => {
  const { data } = await ask('GET', '/v1/compliance/frameworks')
  assert.deepEqual(data.map(({ id, requirements }: Json) => [id, requirements]).slice(0, 4), [
    ['owasp_2025', 10],
    ['owasp_2021', 10],
    ['asvs_5', 345],
    ['pci_dss_4', 250],
  ])
  assert.equal(data.length, 9)
  const pci = await ask('GET', '/v1/compliance/frameworks/pci_dss_4')
  const [transit, paper] = ['4.2.1', '12.1.2'].map((number) =>
    pci.requirements.find((one: Json) => one.number === number),
  )
  assert.ok(transit.checks.includes('tls/certificate-expired') && transit.unseen === null)
  assert.deepEqual([paper.checks, paper.unseen], [[], 'It is a matter of what people decide, write down and do.'])
  await ask('GET', '/v1/compliance/frameworks/pci', undefined, 404)
})

test('before a scan nothing is tested; after it, what is found puts a requirement in doubt, with evidence and time', async () => {
  own = await organization()
  const { id: website_id } = await ask('POST', '/v1/websites', { url: EXPIRED, name: 'Shop' })
  const before = await standing('pci_dss_4', `?website_id=${website_id}`)
  assert.deepEqual([before['4.2.1'].status, before['12.1.2'].status], ['not_tested', 'attestation_needed'])
  const scan = await scanned(EXPIRED)
  const answer = await ask('GET', `/v1/compliance/frameworks/pci_dss_4/assessment?website_id=${website_id}`)
  const after = Object.fromEntries(answer.requirements.map((one: Json) => [one.number, one]))
  const { status, outside, evidence, summary } = after['4.2.1']
  assert.deepEqual([status, outside.status, summary], ['failing', 'failing', '1 vulnerability puts it in doubt.'])
  assert.deepEqual(outside.open_checks, [{ check: 'tls/certificate-expired', status: 'failed', reason: '' }])
  assert.equal(outside.tested_at, scan.completed_at)
  const [{ vulnerability_id, scan_id, check }] = evidence
  assert.deepEqual([scan_id, check], [scan.id, 'tls/certificate-expired'])
  assert.equal((await ask('GET', `/v1/vulnerabilities/${vulnerability_id}`)).check, check)
  assert.deepEqual(answer.scans, [{ website_id, scan_id: scan.id, scan_type: 'full', completed_at: scan.completed_at }])
  assert.deepEqual(answer.scope, { kind: 'website', id: website_id, name: 'Shop' })
  assert.equal(after['6.3.3'].status, 'met', after['6.3.3'].summary)
  const totals = Map.groupBy(answer.requirements as Json[], (one) => one.status)
  for (const [name, count] of Object.entries(answer.totals)) assert.equal(totals.get(name)?.length ?? 0, count, name)
  const failing = await ask(
    'GET',
    `/v1/compliance/frameworks/pci_dss_4/assessment?website_id=${website_id}&status=failing`,
  )
  assert.deepEqual(failing.totals, answer.totals)
  assert.ok(failing.requirements.length > 0 && failing.requirements.every((one: Json) => one.status === 'failing'))
  const levels = await ask('GET', '/v1/compliance/frameworks/asvs_5/assessment?level=1')
  assert.equal(levels.requirements.length, 70)
  await api.ask(
    other.key,
    'GET',
    `/v1/compliance/frameworks/pci_dss_4/assessment?website_id=${website_id}`,
    undefined,
    404,
  )
})

test('attested: by a website before all, never against a finding, until it expires or is withdrawn', async () => {
  own = await organization()
  await scanned(EXPIRED)
  const { website_id } = await scanned(CLEAN)
  const query = `?website_id=${website_id}`
  const policy = { framework: 'pci_dss_4', requirement: '12.1.2' }
  const made = await attest({ ...policy, expires_at: new Date(Date.now() + 86_400_000).toISOString() })
  assert.deepEqual([made.counts, made.file, made.author.startsWith('key_')], [true, null, true])
  assert.deepEqual(await ask('GET', `/v1/compliance/attestations/${made.id}`), made)
  const { status, summary, attestations } = (await standing('pci_dss_4', query))['12.1.2']
  assert.deepEqual([status, summary, attestations[0].id], ['met', 'It is attested.', made.id])
  await attest({ ...policy, website_id, verdict: 'not_met', statement: 'It was due in May.' })
  assert.equal((await standing('pci_dss_4', query))['12.1.2'].status, 'failing')
  assert.equal((await standing('pci_dss_4'))['12.1.2'].status, 'failing', 'as on the worst of all')
  await attest({ framework: 'pci_dss_4', requirement: '4.2.1' })
  await attest({ framework: 'pci_dss_4', requirement: '9.1.1', verdict: 'not_applicable' })
  const all = await standing('pci_dss_4')
  assert.deepEqual([all['4.2.1'].status, all['9.1.1'].status], ['failing', 'not_applicable'])
  assert.deepEqual(
    all['4.2.1'].websites.map((one: Json) => one.status).sort(),
    ['failing', 'met', 'met'],
    'with the example of test mode',
  )
  const [{ id: latest }] = (await ask('GET', `/v1/compliance/attestations?website_id=${website_id}`)).data
  await ask('DELETE', `/v1/compliance/attestations/${latest}`, undefined, 204)
  const withdrawn = await ask('GET', `/v1/compliance/attestations/${latest}`)
  assert.deepEqual([withdrawn.counts, withdrawn.withdrawn_by], [false, made.author])
  assert.equal((await standing('pci_dss_4', query))['12.1.2'].status, 'met')
  await world.context.database.system
    .updateTable('attestations')
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .where('id', '=', made.id)
    .execute()
  assert.equal((await standing('pci_dss_4', query))['12.1.2'].status, 'attestation_needed')
  assert.equal((await ask('GET', `/v1/compliance/attestations/${made.id}`)).counts, false)
  for (const [method, path] of [
    ['GET', `/v1/compliance/attestations/${made.id}`],
    ['DELETE', `/v1/compliance/attestations/${made.id}`],
  ] as const)
    await api.ask(other.key, method, path, undefined, 404)
  await api.ask(
    other.key,
    'POST',
    '/v1/compliance/attestations',
    { ...policy, website_id, verdict: 'met', statement: 'x' },
    404,
  )
})

const REFUSED: [string, object, string][] = [
  ['no such framework', { framework: 'pci', requirement: '1' }, '/framework'],
  ['no such requirement', { framework: 'pci_dss_4', requirement: '99.9' }, '/requirement'],
  [
    'over before it begins',
    { framework: 'gdpr', requirement: '32(1)(a)', expires_at: '2020-01-01T00:00:00Z' },
    '/expires_at',
  ],
  ['without a word', { framework: 'pci_dss_4', requirement: '12.1.2', statement: '' }, '/statement'],
]
for (const [what, given, pointer] of REFUSED)
  test(`no attestation: ${what}`, async () => {
    const problem = await attest(given, 400)
    assert.deepEqual([problem.code, problem.errors[0].pointer], ['validation_failed', pointer])
  })

test('a group stands as its worst website', async () => {
  own = await organization()
  const group = await ask('POST', '/v1/website-groups', { name: 'Shops' })
  await ask('POST', '/v1/websites', { url: CLEAN, groups: [group.id] })
  await scanned(CLEAN)
  await scanned(EXPIRED)
  const inside = await standing('pci_dss_4', `?group_id=${group.id}`)
  assert.deepEqual([inside['4.2.1'].status, inside['4.2.1'].websites], ['met', []])
  const all = await standing('pci_dss_4')
  assert.deepEqual([all['4.2.1'].status, all['4.2.1'].websites.length], ['failing', 3])
  assert.match(all['4.2.1'].summary, /So it is on 1 of 3 websites\.$/)
  await ask('GET', '/v1/compliance/frameworks/pci_dss_4/assessment?group_id=grp_nobody', undefined, 404)
})

test('what is accepted is told as accepted; drift from a followed framework is one alert, until it is gone', async () => {
  own = await organization()
  const framework = await ask('PATCH', '/v1/compliance/frameworks/pci_dss_4', { followed: true })
  assert.equal(framework.followed, true)
  const { website_id } = await scanned(EXPIRED)
  const [{ vulnerability_id }] = (await standing('pci_dss_4', `?website_id=${website_id}`))['4.2.1'].evidence
  const drift = async () =>
    (await ask('GET', `/v1/alerts?website_id=${website_id}`)).data.filter((one: Json) => one.kind === 'compliance')
  assert.deepEqual(await drift(), [], 'what fails from the start is no drift')
  const decide = (status: string) =>
    ask('PATCH', `/v1/vulnerabilities/${vulnerability_id}`, { status, reason: 'The new one comes on Monday.' })
  await decide('accepted_risk')
  const accepted = (await standing('pci_dss_4', `?website_id=${website_id}`))['4.2.1']
  assert.deepEqual([accepted.status, accepted.evidence[0].reason], ['accepted', 'The new one comes on Monday.'])
  await scanned(EXPIRED)
  await decide('open')
  await scanned(EXPIRED)
  const [alert, ...more] = await drift()
  assert.deepEqual([alert.status, alert.cause, alert.severity, more], ['open', 'compliance:pci_dss_4', 'high', []])
  assert.ok(alert.data.requirements.includes('4.2.1') && alert.data.vulnerability_ids.includes(vulnerability_id))
  await scanned(EXPIRED)
  assert.equal((await drift()).length, 1)
  const changes = (await ask('GET', '/v1/compliance/frameworks/pci_dss_4/changes?requirement=4.2.1')).data
  assert.deepEqual(
    changes.map(({ before, after }: Json) => `${before} ${after}`),
    ['accepted failing', 'failing accepted'],
  )
  assert.deepEqual(changes[0].vulnerability_ids, [vulnerability_id])
  const events = (await ask('GET', '/v1/events?type=compliance.changed')).data
  assert.equal(events.length, 2)
  assert.ok(events[0].data.changes.some((one: Json) => one.requirement === '4.2.1' && one.after === 'failing'))
  await decide('accepted_risk')
  await scanned(EXPIRED)
  assert.equal((await drift())[0].status, 'resolved')
  await ask('PATCH', '/v1/compliance/frameworks/pci_dss_4', { followed: false })
  await decide('open')
  await scanned(EXPIRED)
  assert.deepEqual((await drift()).length, 1, 'nobody follows it any more')
  assert.deepEqual((await api.ask(other.key, 'GET', '/v1/compliance/frameworks/pci_dss_4/changes')).data, [])
})
