import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startSite, type TargetSite } from '../../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'

let world: TestContext
let api: TestApi
let worker: ScanWorker
let organization: TestOrganization
let headers: Record<string, string> = {}
const sites: TargetSite[] = []

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  organization = await world.organization('pro')
  worker = new ScanWorker(world.context, { slots: 2 })
  await worker.start()
})
after(async () => {
  await worker.stop()
  await api.close()
  await Promise.all(sites.map((site) => site.close()))
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)

async function site(): Promise<TargetSite> {
  const started = await startSite((request, response) => {
    response
      .writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html', ...headers })
      .end('<title>Shop</title>')
  })
  sites.push(started)
  return started
}
async function scan(url: string): Promise<string> {
  const { id } = await ask('POST', '/v1/scans', { url, scan_type: 'quick' })
  await until(async () => (await ask('GET', `/v1/scans/${id}`)).status === 'done')
  return id
}
const checks = (entries: Json[]) => entries.map(({ check }) => check)

test('what is mended is fixed, what comes back has regressed, what came is new', async () => {
  const { url } = await site()
  headers = {}
  const one = await scan(url)
  headers = { 'x-content-type-options': 'nosniff', 'x-powered-by': 'PHP/7.4.3' }
  const two = await scan(url)
  headers = {}
  const three = await scan(url)

  const mended = await ask('GET', `/v1/scans/${one}/diff/${two}`)
  assert.ok(checks(mended.fixed).includes('headers/x-content-type-options'))
  assert.ok(checks(mended.new).includes('headers/x-powered-by'))
  assert.deepEqual([mended.comparable, mended.regressed, mended.not_tested], [true, [], []])
  assert.ok(mended.unchanged.length > 0)

  const back = await ask('GET', `/v1/scans/${two}/diff/${three}`)
  assert.deepEqual(checks(back.regressed), ['headers/x-content-type-options'])
  assert.ok(checks(back.fixed).includes('headers/x-powered-by'))
  assert.deepEqual(back.new, [])
})

test('a page that was not visited again is not tested; one that nothing links to any more is visited all the same', async () => {
  const pages: Record<string, string> = {
    '/': '<a href="/form">form</a>',
    '/form': '<form><input type="password" name="p"></form>',
  }
  const started = await startSite((request, response) => {
    const page = pages[request.url!]
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' })
    response.end(`<!doctype html><title>Shop</title>${page ?? ''}`)
  })
  sites.push(started)
  const CHECK = 'content/password-over-http'
  const scan = async (scan_type: string) => {
    const { id } = await ask('POST', '/v1/scans', { url: started.url, scan_type })
    await until(async () => (await ask('GET', `/v1/scans/${id}`)).status === 'done', 60_000)
    return id
  }
  const state = async () => (await ask('GET', `/v1/vulnerabilities?check=${CHECK}`)).data.map((one: Json) => one.status)
  const full = await scan('full')
  assert.deepEqual(await state(), ['open'])
  const quick = await scan('quick')
  assert.deepEqual(await state(), ['open'])
  const between = await ask('GET', `/v1/scans/${full}/diff/${quick}`)
  assert.ok(checks(between.not_tested).includes(CHECK) && !checks(between.fixed).includes(CHECK))

  pages['/'] = ''
  const second = await scan('full')
  assert.ok(checks((await ask('GET', `/v1/scans/${full}/diff/${second}`)).unchanged).includes(CHECK))
  delete pages['/form']
  const third = await scan('full')
  assert.ok(checks((await ask('GET', `/v1/scans/${second}/diff/${third}`)).fixed).includes(CHECK))
  assert.deepEqual(await state(), ['fixed'])
})

test('scans of two websites, scans that are not done, and those of others are refused', async () => {
  const [first, second] = [await scan((await site()).url), await scan((await site()).url)]
  assert.equal((await ask('GET', `/v1/scans/${first}/diff/${second}`, undefined, 409)).code, 'scans_not_comparable')
  assert.equal((await ask('GET', `/v1/scans/${first}/diff/scan_unknown`, undefined, 404)).code, 'not_found')
  const { id: failed } = await ask('POST', '/v1/scans', { url: 'http://127.0.0.1:1/', scan_type: 'quick' })
  await until(async () => (await ask('GET', `/v1/scans/${failed}`)).status === 'failed')
  assert.equal((await ask('GET', `/v1/scans/${first}/diff/${failed}`, undefined, 409)).code, 'scan_not_done')
  const stranger = await world.organization('pro')
  await api.ask(stranger.key, 'GET', `/v1/scans/${first}/diff/${first}`, undefined, 404)
})
