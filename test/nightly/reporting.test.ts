// A service that is killed while it makes reports, and while it mails them: each report and each mail is there once.
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type MailServer, startMailServer } from '../../packages/platform/test/alerting.ts'
import { type Running, runStart, stopAll } from '../../packages/platform/test/run-start.ts'
import { startSite, type TargetSite } from '../../packages/platform/test/target-site.ts'
import { until } from '../../packages/platform/test/until.ts'

const KEY = 'a-key-of-the-reporting-use-case'
const folder = mkdtempSync(join(tmpdir(), 'lasthash-reporting-'))
// As root, PostgreSQL runs as another user, who has to get in.
chmodSync(folder, 0o755)

let smtp: MailServer
let site: TargetSite
before(async () => {
  smtp = await startMailServer()
  site = await startSite()
})
after(async () => {
  await stopAll()
  await site.close()
  await smtp.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = (): Running =>
  runStart({
    ...{ LASTHASH_API_KEY: KEY, LASTHASH_DATA_DIR: join(folder, 'data'), LASTHASH_ALLOW_PRIVATE_TARGETS: '1' },
    ...{ LASTHASH_SMTP_URL: smtp.url, LASTHASH_MAIL_FROM: 'LastHash <reports@example.com>' },
  })

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where that is not so
type Json = any

async function ask(base: string, method: string, path: string, body?: unknown): Promise<Json> {
  const headers = { authorization: `Bearer ${KEY}`, ...(body ? { 'content-type': 'application/json' } : {}) }
  const answer = await fetch(base + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`)
  return await answer.json()
}

test('killed while it makes reports, and while it mails them, it has each report and each mail once', async () => {
  let server = start()
  let base = await server.ready()
  const scan = await ask(base, 'POST', '/v1/scans', { url: site.url, scan_type: 'quick' })
  await until(async () => (await ask(base, 'GET', `/v1/scans/${scan.id}`)).status === 'done', 120_000)
  const recipients = Array.from({ length: 6 }, (_, n) => `person${n}@example.com`)
  const given = { name: 'All', every: 'monthly', website_id: scan.website_id, formats: ['pdf', 'html', 'csv', 'json'] }
  const schedule = await ask(base, 'POST', '/v1/report-schedules', { ...given, recipients })
  const path = `/v1/report-schedules/${schedule.id}`
  // Killed while reports are made, and then while mails are on their way: before the server has the end of one.
  const { id } = await ask(base, 'POST', `${path}/send`)
  const reports = async (): Promise<Json[]> => (await ask(base, 'GET', `/v1/reports?run_id=${id}`)).data
  await until(async () => (await reports()).some(({ status }) => status === 'running'))
  await server.stop('SIGKILL')
  let killed = false
  smtp.refuse((address) => {
    if (killed || address === recipients[0]) return null
    killed = true
    void server.stop('SIGKILL')
    return { code: 451, text: '4.3.2 going down' }
  })
  server = start()
  base = await server.ready()
  await until(() => killed, 120_000)
  await server.ended
  server = start()
  base = await server.ready()
  await until(async () => (await ask(base, 'GET', `${path}/runs/${id}`)).status === 'done', 180_000)
  const over = await ask(base, 'GET', `${path}/runs/${id}`)
  const addresses = smtp.received.map((one) => (one.to as Json).text).sort()
  assert.deepEqual(new Set(addresses).size, addresses.length, 'nobody is mailed twice')
  assert.equal(over.deliveries.sent + over.deliveries.failed, 6)
  const made = await reports()
  assert.deepEqual(
    made.map(({ status }) => status),
    ['done', 'done', 'done', 'done'],
  )
  const { data: events } = await ask(base, 'GET', '/v1/events?type=report.ready&limit=100')
  const told = events.filter(({ data }: Json) => data.run_id === id).map(({ data }: Json) => data.id)
  assert.deepEqual(told.sort(), made.map((one) => one.id).sort(), 'each is told of once')
  assert.equal((await server.stop()).code, 0)
})
