// The use case of docs/automated-reporting.md from beginning to end, against a running server that has a mail server:
//
//   LASTHASH_API_KEY=… node test/use-cases/automated-reporting.ts https://shop.example/ board@shop.example
//
// LASTHASH_BASE_URL says where the server is (http://127.0.0.1:8080). Files are written into the present folder.
import { writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const BASE = process.env.LASTHASH_BASE_URL ?? 'http://127.0.0.1:8080'
const KEY = process.env.LASTHASH_API_KEY ?? ''
const PATIENCE = 900_000 // milliseconds for anything that is waited for
const [url, recipient] = process.argv.slice(2)

// biome-ignore lint/suspicious/noExplicitAny: JSON as it comes
type Json = any

async function call(method: string, path: string, body?: unknown): Promise<Response> {
  const answer = await fetch(path.startsWith('http') ? path : BASE + path, {
    method,
    headers: { authorization: `Bearer ${KEY}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer
}
const ask = async (method: string, path: string, body?: unknown): Promise<Json> =>
  (await call(method, path, body)).json()

async function waitFor(path: string, isThere: (object: Json) => boolean): Promise<Json> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(500)) {
    const object = await ask('GET', path)
    if (isThere(object)) return object
  }
  throw new Error(`${path} is not ready after ${PATIENCE / 60_000} minutes.`)
}
const isOver = ({ status }: Json) => status === 'done' || status === 'failed' || status === 'canceled'

const say = (text: string) => process.stdout.write(`${text}\n`)

if (!url || !recipient || !KEY) throw new Error('Say which website and whom to mail, and set LASTHASH_API_KEY.')

say('1. Scan the website')
const { id: scanId, website_id } = await ask('POST', '/v1/scans', { url, scan_type: 'quick' })
const scan = await waitFor(`/v1/scans/${scanId}`, isOver)
if (scan.status !== 'done') throw new Error(`The scan ended as ${scan.status}: ${scan.error?.message}`)
say(`   score ${scan.security_score}`)

say('2. One report, at once')
for (const format of ['pdf', 'sarif']) {
  const { id } = await ask('POST', '/v1/reports', { scan_id: scanId, kind: 'technical', format })
  const report = await waitFor(`/v1/reports/${id}`, isOver)
  if (report.status !== 'done') throw new Error(`No report: ${report.error?.message}`)
  writeFileSync(`technical.${format}`, Buffer.from(await (await call('GET', report.download_url)).arrayBuffer()))
  say(`   technical.${format}, ${report.size} bytes`)
  if (format !== 'pdf') continue
  const link = await ask('POST', `/v1/reports/${id}/links`, {
    expires_at: new Date(Date.now() + 86_400_000).toISOString(),
  })
  const { status } = await fetch(link.share_url)
  say(`   for whoever has the link, until ${link.expires_at}: ${status}`)
}

say('3. Every month by mail')
const schedule = await ask('POST', '/v1/report-schedules', {
  ...{ name: 'Monthly report to the board', cron: '0 8 1 * *', time_zone: 'Europe/Berlin', website_id },
  ...{ kind: 'executive', formats: ['pdf'], recipients: [recipient] },
})
say(`   next on ${schedule.next_runs[0]}`)

say('4. The first one now')
const begun = await ask('POST', `/v1/report-schedules/${schedule.id}/send`)
const run = await waitFor(`/v1/report-schedules/${schedule.id}/runs/${begun.id}`, isOver)
if (run.status !== 'done') throw new Error(`It was not sent: ${run.error}`)
const { data: deliveries } = await ask('GET', `/v1/report-schedules/${schedule.id}/deliveries`)
for (const { recipient, status, answer, error } of deliveries) say(`   ${recipient}: ${status}, ${answer ?? error}`)
