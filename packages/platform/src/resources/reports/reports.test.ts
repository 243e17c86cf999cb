// Reports from the request to the file, made by a worker's runner in processes of its own.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { keepHouse } from '../../jobs/housekeeping.ts'
import { ReportRunner } from '../../jobs/make-reports.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'

let world: TestContext
let api: TestApi
let runner: ReportRunner
let organization: TestOrganization
/** Sees the samples of test mode: a website, and a scan of it with fifteen vulnerabilities. */
let key: string

before(async () => {
  world = await createTestContext({ PUBLIC_URL: 'https://app.lasthash.test' })
  api = await startApi(world.context)
  organization = await world.organization('enterprise')
  key = (await api.ask(organization.key, 'POST', '/v1/api-keys', { name: 'Test', mode: 'test' }, 201)).key
  runner = new ReportRunner(world.context)
  await runner.start()
})
after(async () => {
  await runner.stop()
  await api.close()
  await world.close()
})

/** Asks for a report and waits for it. */
async function made(given: object, by = key): Promise<Json> {
  const { id } = await api.ask(by, 'POST', '/v1/reports', given, 202)
  let report: Json
  await until(async () => {
    report = await api.ask(by, 'GET', `/v1/reports/${id}`)
    return report.status === 'done' || report.status === 'failed'
  })
  return report
}

const pathOf = (report: Json) => new URL(report.download_url).pathname
const download = (report: Json, by = key) => api.send(by, 'GET', pathOf(report))

test('a report of a scan: accepted, made, downloaded with the key, listed, told, deleted', async () => {
  const answer = await api.send(key, 'POST', '/v1/reports', { scan_id: 'scan_xyz123', format: 'json' })
  const queued = (await answer.json()) as Json
  assert.equal(answer.status, 202)
  assert.equal(answer.headers.get('location'), `/v1/reports/${queued.id}`)
  assert.deepEqual([queued.status, queued.kind, queued.download_url], ['queued', 'technical', null])
  await until(async () => (await api.ask(key, 'GET', `/v1/reports/${queued.id}`)).status === 'done')
  const report = await api.ask(key, 'GET', `/v1/reports/${queued.id}`)
  assert.equal(report.download_url, `https://app.lasthash.test/v1/reports/${queued.id}/download`)
  const counts = { critical: 0, high: 2, medium: 5, low: 8, info: 0 }
  assert.deepEqual(report.summary, { websites: 1, security_score: 85, grade: 'B', vulnerabilities: counts })

  const file = await download(report)
  const bytes = Buffer.from(await file.arrayBuffer())
  assert.match(file.headers.get('content-type')!, /^application\/json/)
  assert.match(
    file.headers.get('content-disposition')!,
    /^attachment; filename="lasthash-technical-\d{4}-\d\d-\d\d\.json"$/,
  )
  assert.deepEqual([bytes.length, createHash('sha256').update(bytes).digest('hex')], [report.size, report.sha256])
  const document = JSON.parse(bytes.toString())
  assert.equal(document.vulnerabilities.length, 15)
  assert.ok(
    document.vulnerabilities.some(({ id }: Json) => id === 'vuln_abc123'),
    'a test key’s own ids',
  )
  assert.deepEqual([document.websites[0].id, document.websites[0].scan.id], ['ws_1234567890', 'scan_xyz123'])

  const { data } = await api.ask(key, 'GET', '/v1/reports?scan_id=scan_xyz123')
  assert.deepEqual(data[0], report)
  const [event] = (await api.ask(key, 'GET', '/v1/events?type=report.ready')).data
  assert.deepEqual(event.data, report)
  await api.ask(key, 'DELETE', `/v1/reports/${report.id}`, undefined, 204)
  assert.equal((await download(report)).status, 404)
})

test('formats and kinds: each is a file of its type; the filter and the title are in it', async () => {
  const csv = await made({ website_id: 'ws_1234567890', format: 'csv', filter: { severity: ['high'] } })
  const rows = (await (await download(csv)).text()).trimEnd().split('\r\n')
  assert.equal(rows.length, 1 + 2, rows.join('\n'))
  const portfolio = await made({ kind: 'portfolio', format: 'json', title: 'Ours', language: 'de' })
  const document = (await (await download(portfolio)).json()) as Json
  assert.deepEqual([document.kind, document.title, document.websites.length], ['portfolio', 'Ours', 1])
  assert.equal(document.websites[0].scan.id, 'scan_xyz123')
  const given = { website_id: 'ws_1234567890', format: 'json', filter: { status: ['accepted_risk'] } }
  assert.deepEqual(((await (await download(await made(given))).json()) as Json).vulnerabilities, [])
})

test('a comparison of a website’s last two scans; without two, it fails and says so', async () => {
  const given = { kind: 'comparison', website_id: 'ws_1234567890', format: 'json' }
  const failed = await made(given)
  assert.deepEqual([failed.status, failed.error.code, failed.download_url], ['failed', 'too_few_scans', null])
  assert.deepEqual((await api.ask(key, 'GET', '/v1/events?type=report.failed')).data[0].data, failed)
  const refused = await api.ask(key, 'POST', `/v1/reports/${failed.id}/links`, undefined, 409)
  assert.match(refused.detail, /could not be made: There are no two scans/)

  const worker = new ScanWorker(world.context, { slots: 2 })
  await worker.start()
  const ids: string[] = []
  for (const url of [
    'https://vulnerable.lasthash.test/',
    'https://vulnerable.lasthash.test/',
    'https://clean.lasthash.test',
  ]) {
    const { id } = await api.ask(key, 'POST', '/v1/scans', { url, scan_type: 'full' })
    await until(async () => (await api.ask(key, 'GET', `/v1/scans/${id}`)).status === 'done')
    ids.push(id)
  }
  await worker.stop(0)
  const document = (await (await download(await made(given))).json()) as Json
  const { from, to, comparable, unchanged, fixed } = document.comparison
  assert.deepEqual([from.id, to.id, comparable, unchanged.length, fixed], [ids[0], ids[1], true, 15, []])
  const two = { kind: 'comparison', scan_id: ids[2], baseline_scan_id: ids[0] }
  assert.equal((await api.ask(key, 'POST', '/v1/reports', two, 409)).code, 'scans_not_comparable')
})

test('what cannot be made is refused, and pointed at', async () => {
  const wrong: [object, number, string | undefined][] = [
    [{ scan_id: 'scan_xyz123', website_id: 'ws_1234567890' }, 400, '/website_id'],
    [{ kind: 'executive', format: 'sarif' }, 400, '/format'],
    [{ kind: 'comparison' }, 400, '/website_id'],
    [{ kind: 'comparison', scan_id: 'scan_xyz123' }, 400, '/baseline_scan_id'],
    [{ kind: 'portfolio', scan_id: 'scan_xyz123' }, 400, '/scan_id'],
    [{ kind: 'compliance' }, 400, '/framework'],
    [{ framework: 'gdpr' }, 400, '/framework'],
    [{ language: 'xx' }, 400, '/language'],
    [{ filter: { severity: [] } }, 400, '/filter/severity'],
    [{ scan_id: 'scan_nobodys' }, 404, undefined],
    [{ website_id: 'ws_nobodys' }, 404, undefined],
    [{ group: 'grp_nobodys' }, 404, undefined],
  ]
  for (const [given, status, pointer] of wrong) {
    const problem = await api.ask(key, 'POST', '/v1/reports', given, status)
    assert.equal(problem.errors?.[0].pointer, pointer, JSON.stringify(given))
  }
  const elsewhere = await api.ask(organization.key, 'POST', '/v1/reports', { scan_id: 'scan_xyz123' }, 404)
  assert.equal(elsewhere.code, 'not_found', 'a live key knows nothing of test data')
})

test('a link gives the file to a stranger until it expires or is revoked', async () => {
  const report = await made({ scan_id: 'scan_xyz123', format: 'csv' })
  const link = await api.ask(key, 'POST', `/v1/reports/${report.id}/links`, undefined, 201)
  assert.ok(Math.abs(Date.parse(link.expires_at) - Date.now() - 7 * 86_400_000) < 60_000)
  const open = (url: string, method = 'GET') => fetch(url.replace('https://app.lasthash.test', api.base), { method })
  const file = await open(link.share_url)
  assert.equal(file.status, 200)
  assert.equal(await file.text(), await (await download(report)).text())
  assert.equal(file.headers.get('x-robots-tag'), 'noindex, nofollow')
  assert.equal((await open(link.share_url, 'HEAD')).headers.get('content-length'), String(report.size))
  const path = `/v1/reports/${report.id}/links/${link.id}`
  assert.equal((await api.ask(key, 'GET', path)).used_count, 1)

  const [own, signature] = link.share_url.split('.').slice(-2)
  const forged = `${link.share_url.slice(0, -2)}${signature.endsWith('AA') ? 'BB' : 'AA'}`
  for (const wrong of [
    forged,
    `${link.share_url}x`,
    link.share_url.replace(`.${signature}`, ''),
    `${own}.`,
    'https://app.lasthash.test/shared/x',
  ])
    if (URL.canParse(wrong)) assert.equal((await open(wrong)).status, 404, wrong)

  await api.ask(key, 'DELETE', path, undefined, 204)
  assert.equal((await open(link.share_url)).status, 410)
  assert.ok((await api.ask(key, 'GET', path)).revoked_at)
  const second = await api.ask(
    key,
    'POST',
    `/v1/reports/${report.id}/links`,
    { expires_at: '2999-01-01T00:00:00Z' },
    400,
  )
  assert.equal(second.errors[0].pointer, '/expires_at')
  const short = await api.ask(key, 'POST', `/v1/reports/${report.id}/links`, { expires_at: inSeconds(3_600) }, 201)
  assert.equal((await open(short.share_url)).status, 200)
  const passed = { expires_at: new Date(Date.now() - 1) }
  await world.context.database.system.updateTable('report_links').set(passed).where('id', '=', short.id).execute()
  const over = await open(short.share_url)
  assert.equal(over.status, 410)
  assert.match(await over.text(), /This link is over/)
  const { data: entries } = await api.ask(key, 'GET', '/v1/audit-log?operation=createReportLink')
  assert.equal(entries[0].after.share_url, '[left out]', 'who reads the audit log gets no files by it')
})

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

test('with Prefer: wait the answer has the report; the plan bounds how many wait', async () => {
  const body = { scan_id: 'scan_xyz123', format: 'csv' }
  const answer = await api.send(key, 'POST', '/v1/reports', body, { prefer: 'wait=30' })
  const report = (await answer.json()) as Json
  assert.deepEqual([answer.status, report.status], [202, 'done'])
  const pro = await world.organization('pro')
  const rows = Array.from({ length: 20 }, (_, n) => ({
    ...{ id: `rep_waiting${n}`, organization_id: pro.id, kind: 'technical', format: 'csv', language: 'en' },
    ...{
      filter: '{}',
      period_days: 90,
      kept_until: new Date(Date.now() + 1e9),
      leased_until: new Date(Date.now() + 1e9),
    },
  }))
  const { system } = world.context.database
  await system
    .insertInto('reports')
    .values(rows as never)
    .execute()
  const refused = await api.ask(pro.key, 'POST', '/v1/reports', { kind: 'portfolio' }, 409)
  assert.deepEqual([refused.code, refused.retryable], ['too_many_reports', true])
})

test('the page of a scan, and the API, give the technical report of that scan as files', async () => {
  const authorization = { authorization: `Bearer ${key}` }
  const page = await (await fetch(`${api.base}/reports/scan_xyz123`, { headers: authorization })).text()
  for (const [format, type, begins] of [
    ['pdf', 'application/pdf', '%PDF-'],
    ['csv', 'text/csv; charset=utf-8; header=present', ''],
    ['sarif', 'application/sarif+json', '{'],
    ['json', 'application/json', '{'],
  ] as const) {
    const path = `/reports/scan_xyz123/technical.${format}`
    assert.ok(page.includes(`<a href="${path}" download>${format.toUpperCase()}</a>`), format)
    const file = await fetch(api.base + path, { headers: authorization })
    assert.deepEqual([file.status, file.headers.get('content-type')], [200, type])
    const text = await file.text()
    assert.ok(text.startsWith(begins) && text.length > 1_000, format)
  }
  const stranger = await fetch(`${api.base}/reports/scan_xyz123/technical.pdf`, { redirect: 'manual' })
  assert.equal(stranger.headers.get('location'), '/reports/scan_xyz123', 'which asks them to log in')
  const answer = await api.send(key, 'GET', '/v1/scans/scan_xyz123/report?format=pdf')
  assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'application/pdf'])
  assert.equal(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 5), '%PDF-')
})

test('what has had its time is removed, with its links and its file', async () => {
  const report = await made({ scan_id: 'scan_xyz123', format: 'csv' })
  const { share_url } = await api.ask(key, 'POST', `/v1/reports/${report.id}/links`, undefined, 201)
  const { system } = world.context.database
  const passed = new Date(Date.now() - 1)
  await system.updateTable('reports').set({ kept_until: passed }).where('id', '=', report.id).execute()
  await system.updateTable('blobs').set({ expires_at: passed }).where('key', '=', `reports/${report.id}/1`).execute()
  await keepHouse(world.context)
  await api.ask(key, 'GET', `/v1/reports/${report.id}`, undefined, 404)
  assert.equal((await fetch(share_url.replace('https://app.lasthash.test', api.base))).status, 404)
  const left = await system.selectFrom('blobs').select('id').where('key', '=', `reports/${report.id}/1`).execute()
  assert.deepEqual(left, [])
})

test('one that is deleted while it is made leaves nothing; one whose process dies is made again', async () => {
  await runner.stop()
  const { id } = await api.ask(key, 'POST', '/v1/reports', { scan_id: 'scan_xyz123', format: 'csv' })
  const { system } = world.context.database
  // As a worker leaves it that was killed.
  const lost = { status: 'running', attempts: 1, leased_until: new Date(Date.now() - 1) } as const
  await system.updateTable('reports').set(lost).where('id', '=', id).execute()
  const gone = await api.ask(key, 'POST', '/v1/reports', { scan_id: 'scan_xyz123', format: 'csv' })
  await api.ask(key, 'DELETE', `/v1/reports/${gone.id}`, undefined, 204)
  runner = new ReportRunner(world.context)
  await runner.start()
  await until(async () => (await api.ask(key, 'GET', `/v1/reports/${id}`)).status === 'done')
  const { data } = await api.ask(key, 'GET', '/v1/events?type=report.ready&limit=100')
  assert.equal(data.filter((event: Json) => event.data.id === id).length, 1)
  const blobs = await system.selectFrom('blobs').select('key').where('key', 'like', `reports/${gone.id}/%`).execute()
  assert.deepEqual(blobs, [])
})
