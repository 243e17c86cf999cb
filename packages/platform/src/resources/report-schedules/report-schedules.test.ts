// Schedules of reports, from their time to the mail in a real SMTP server.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type MailServer, startMailServer } from '../../../test/alerting.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { ReportRunner } from '../../jobs/make-reports.ts'
import { runReportSchedules } from '../../jobs/run-report-schedules.ts'
import { ReportMailer } from '../../jobs/send-reports.ts'

let world: TestContext
let api: TestApi
let smtp: MailServer
let runner: ReportRunner
let mailer: ReportMailer
let organizationKey: string
let key: string

before(async () => {
  smtp = await startMailServer()
  world = await createTestContext({
    PUBLIC_URL: 'https://app.lasthash.test',
    LASTHASH_SMTP_URL: smtp.url,
    LASTHASH_MAIL_FROM: 'LastHash <reports@lasthash.test>',
    LASTHASH_BOUNCE_ADDRESS: 'bounces@lasthash.test',
  })
  api = await startApi(world.context)
  organizationKey = (await world.organization('enterprise')).key
  key = (await api.ask(organizationKey, 'POST', '/v1/api-keys', { name: 'Test', mode: 'test' }, 201)).key
  runner = new ReportRunner(world.context)
  mailer = new ReportMailer(world.context)
  await Promise.all([runner.start(), mailer.start()])
})
after(async () => {
  await Promise.all([runner.stop(), mailer.stop()])
  await api.close()
  await world.close()
  await smtp.close()
})
beforeEach(() => {
  smtp.refuse(null)
  smtp.beforeTaken(null)
  smtp.received.length = 0
  smtp.senders.length = 0
})

const schedule = (given: object = {}) =>
  api.ask(key, 'POST', '/v1/report-schedules', {
    ...{ name: 'Weekly', every: 'weekly', website_id: 'ws_1234567890', formats: ['csv'] },
    ...{ recipients: ['ann@example.com'], ...given },
  })
const send = async (id: string): Promise<Json> => {
  const run = await api.ask(key, 'POST', `/v1/report-schedules/${id}/send`, undefined, 202)
  return await ended(id, run.id)
}
const ended = async (id: string, runId: string): Promise<Json> => {
  let run: Json
  await until(async () => {
    run = await api.ask(key, 'GET', `/v1/report-schedules/${id}/runs/${runId}`)
    return run.status === 'done' || run.status === 'failed'
  })
  return run
}
const deliveriesOf = async (id: string): Promise<Json[]> =>
  (await api.ask(key, 'GET', `/v1/report-schedules/${id}/deliveries`)).data
const local = (url: string) => url.replace('https://app.lasthash.test', api.base)

test('what is due is made and mailed once, whoever looks, with the files and a way out', async () => {
  const made = await schedule({
    ...{
      every: undefined,
      cron: '0 8 * * 1',
      time_zone: 'Europe/Berlin',
      formats: ['csv', 'json'],
      message: 'Dear <all>,',
    },
    recipients: ['ann@example.com', 'ben@example.com'],
  })
  assert.equal(made.next_runs.length, 5)
  assert.ok(
    made.next_runs.every((run: string) => /T0[67]:00:00Z$/.test(run)),
    'eight o’clock in Berlin, summer and winter',
  )
  const due = new Date(Date.parse(made.next_runs[1]) + 60_000)
  const begun = await Promise.all([1, 2, 3].map(() => runReportSchedules(world.context, due)))
  assert.equal(
    begun.reduce((sum, one) => sum + one, 0),
    1,
    'a time that was missed is made up for once',
  )
  const present = await api.ask(key, 'GET', `/v1/report-schedules/${made.id}`)
  assert.equal(present.next_runs[0], made.next_runs[2])
  const run = await ended(made.id, present.last_run_id)
  assert.deepEqual([run.status, run.trigger, run.report_ids.length], ['done', 'schedule', 2])
  assert.deepEqual(run.deliveries, { pending: 0, sent: 2, failed: 0, bounced: 0, skipped: 0 })

  assert.deepEqual(smtp.received.map((mail) => mail.to && 'text' in mail.to && mail.to.text).sort(), [
    'ann@example.com',
    'ben@example.com',
  ])
  const [mail] = smtp.received
  assert.equal(mail!.subject, 'LastHash: Technical report')
  assert.match(mail!.from!.text, /reports@lasthash\.test/)
  assert.match(
    mail!.text!,
    /Dear <all>,\n\nSecurity score: 85 \(B\), 1 website\nOpen vulnerabilities: 0 critical, 2 high/,
  )
  assert.match(mail!.html || '', /Dear &#60;all&#62;,/)
  const names = mail!.attachments.map(({ filename }) => filename!)
  assert.ok(
    names.some((name) => /^lasthash-technical-[\d-]+\.csv$/.test(name)) && names.some((name) => name.endsWith('.json')),
  )
  const document = JSON.parse(mail!.attachments.find(({ filename }) => filename!.endsWith('.json'))!.content.toString())
  assert.equal(document.vulnerabilities.length, 15)
  assert.equal(
    (mail!.headers.get('list') as Json).unsubscribe.url.startsWith('https://app.lasthash.test/unsubscribe/rcp_'),
    true,
  )
  assert.equal(mail!.headers.get('auto-submitted'), 'auto-generated')
  const [delivery] = await deliveriesOf(made.id)
  assert.deepEqual([delivery.status, delivery.attached, delivery.attempt_count], ['sent', true, 1])
  assert.match(delivery.answer, /^250/)
  assert.ok(smtp.senders.every((from) => /^bounces\+dlv_[0-9a-z]{26}\.[0-9a-f]{16}@lasthash\.test$/.test(from)))
})

test('who unsubscribes by one click is not mailed again, also when put on the list anew; a look at the page changes nothing', async () => {
  const made = await schedule({ recipients: ['ann@example.com', 'ben@example.com'] })
  await send(made.id)
  const mail = smtp.received.find((one) => (one.to as Json).text === 'ann@example.com')!
  const { url } = (mail.headers.get('list') as Json).unsubscribe
  const page = await fetch(local(url))
  assert.match(await page.text(), /<form method="post">/)
  const answer = await fetch(local(url), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  assert.equal(answer.status, 200)
  assert.match(await answer.text(), /is not mailed to <b>ann@example\.com<\/b> any more/)
  const path = `/v1/report-schedules/${made.id}`
  await api.ask(key, 'PATCH', path, { recipients: ['ben@example.com'] })
  const back = await api.ask(key, 'PATCH', path, { recipients: ['ANN@example.com', 'ben@example.com'] })
  assert.deepEqual(
    back.suppressed.map(({ address, reason }: Json) => [address, reason]),
    [['ANN@example.com', 'unsubscribed']],
  )
  smtp.received.length = 0
  await send(made.id)
  assert.deepEqual(
    smtp.received.map((one) => (one.to as Json).text),
    ['ben@example.com'],
  )
  for (const wrong of ['x', 'rcp_1.x', `${url.split('/').at(-1)}x`])
    assert.equal((await fetch(`${api.base}/unsubscribe/${wrong}`, { method: 'POST' })).status, 404)
  const { data: entries } = await api.ask(key, 'GET', `/v1/audit-log?object_id=${made.id}`)
  assert.ok(
    entries.some(({ operation, after }: Json) => operation === 'unsubscribe' && after.address === 'ann@example.com'),
  )
})

test('links go instead of files where they shall, and give the files to whoever has the mail', async () => {
  const made = await schedule({ attach: false, link_days: 3, language: 'de', title: 'Lage' })
  const run = await send(made.id)
  const [mail] = smtp.received
  assert.equal(mail!.subject, 'LastHash: Lage')
  assert.equal(mail!.attachments.length, 0)
  const url = /Als CSV herunterladen: (\S+)/.exec(mail!.text!)![1]!
  const file = await fetch(local(url))
  assert.equal(file.status, 200)
  assert.match(file.headers.get('content-type')!, /^text\/csv/)
  const { data } = await api.ask(key, 'GET', `/v1/reports/${run.report_ids[0]}/links`)
  assert.equal(data[0].created_by, made.id)
  assert.ok(Math.abs(Date.parse(data[0].expires_at) - Date.now() - 3 * 86_400_000) < 600_000)
})

test('a recipient who is not there is shown, and not mailed again; one who is refused for now is tried again', async () => {
  const made = await schedule({ recipients: ['gone@example.com', 'busy@example.com', 'ann@example.com'] })
  let refusals = 0
  smtp.refuse((address) => {
    if (address === 'gone@example.com') return { code: 550, text: '5.1.1 no such user here' }
    return address === 'busy@example.com' && refusals++ === 0 ? { code: 450, text: '4.2.0 try later' } : null
  })
  const run = await api.ask(key, 'POST', `/v1/report-schedules/${made.id}/send`, undefined, 202)
  await until(async () => (await deliveriesOf(made.id)).filter(({ attempt_count }) => attempt_count > 0).length === 3)
  await until(async () => (await deliveriesOf(made.id)).filter(({ status }) => status !== 'pending').length === 2)
  const waits = (await deliveriesOf(made.id)).find(({ status }) => status === 'pending')!
  assert.deepEqual([waits.recipient, waits.attempt_count], ['busy@example.com', 1])
  assert.match(waits.error, /450 4\.2\.0 try later/)
  const { system } = world.context.database
  await system
    .updateTable('report_deliveries')
    .set({ next_attempt_at: new Date() })
    .where('id', '=', waits.id)
    .execute()
  const over = await ended(made.id, run.id)
  assert.deepEqual([over.status, over.deliveries], ['done', { pending: 0, sent: 2, failed: 0, bounced: 1, skipped: 0 }])
  const present = await api.ask(key, 'GET', `/v1/report-schedules/${made.id}`)
  assert.deepEqual(
    present.suppressed.map(({ address, reason }: Json) => [address, reason]),
    [['gone@example.com', 'bounced']],
  )
  assert.match(present.suppressed[0].detail, /5\.1\.1 no such user/)
  assert.deepEqual((await send(made.id)).deliveries.sent, 2)
  await api.ask(key, 'PATCH', `/v1/report-schedules/${made.id}`, { recipients: [] })
  const again = await api.ask(key, 'PATCH', `/v1/report-schedules/${made.id}`, { recipients: ['gone@example.com'] })
  assert.deepEqual(again.suppressed, [], 'whoever puts it on anew means it')
})

test('five runs in a row that fail switch it off, which is told; switched on again, it goes on', async () => {
  const made = await schedule({ kind: 'comparison', recipients: [], formats: ['json'] })
  const path = `/v1/report-schedules/${made.id}`
  for (let n = 1; n <= 5; n++) {
    const run = await send(made.id)
    assert.deepEqual([run.status, /json could not be made: There are no two scans/.test(run.error)], ['failed', true])
    assert.equal((await api.ask(key, 'GET', path)).consecutive_failures, n)
  }
  const off = await api.ask(key, 'GET', path)
  assert.deepEqual([off.enabled, off.next_runs], [false, []])
  assert.match(off.disabled_reason, /^5 runs in a row failed, the last one so: /)
  const { data } = await api.ask(key, 'GET', '/v1/events?type=report_schedule.disabled')
  assert.equal(data[0].data.id, made.id)
  const alerts = async () => (await api.ask(key, 'GET', '/v1/alerts?kind=schedule&status=open')).data
  assert.match((await alerts())[0].summary, /^The schedule of reports “Weekly” was switched off: 5 runs/)
  const on = await api.ask(key, 'PATCH', path, { enabled: true, kind: 'technical' })
  assert.deepEqual([on.enabled, on.consecutive_failures, on.disabled_reason, on.next_runs.length], [true, 0, null, 5])
  assert.deepEqual(await alerts(), [])
  assert.equal((await send(made.id)).status, 'done')
})

test('that a mail may have gone out is written down before the server has its end', async () => {
  const made = await schedule()
  const { system } = world.context.database
  const marks: (Date | null)[] = []
  const look = async () => {
    const rows = await system
      .selectFrom('report_deliveries')
      .select('handed_in_at')
      .where('report_schedule_id', '=', made.id)
      .execute()
    marks.push(...rows.map(({ handed_in_at }) => handed_in_at))
  }
  smtp.beforeTaken(look)
  await send(made.id)
  await look()
  assert.deepEqual([marks.length, marks[0] instanceof Date, marks[1]], [2, true, null])
})

test('a worker that dies sends nothing twice: before the end of a mail it is sent by another, after it it is given up, visibly', async () => {
  const made = await schedule({ recipients: ['ann@example.com', 'ben@example.com'] })
  await mailer.stop()
  const run = await api.ask(key, 'POST', `/v1/report-schedules/${made.id}/send`, undefined, 202)
  await until(async () => (await deliveriesOf(made.id)).length === 2)
  // As a worker leaves them that was killed: one before the server had all of the mail, one when it may have had it.
  const passed = { attempt_count: 1, next_attempt_at: new Date(Date.now() - 1) }
  const { system } = world.context.database
  const leave = (address: string, handed_in_at: Date | null) =>
    system
      .updateTable('report_deliveries')
      .set({ ...passed, handed_in_at })
      .where('address', '=', address)
      .where('run_id', '=', run.id)
      .execute()
  await leave('ann@example.com', null)
  await leave('ben@example.com', new Date())
  mailer = new ReportMailer(world.context)
  await mailer.start()
  const over = await ended(made.id, run.id)
  assert.deepEqual(over.deliveries, { pending: 0, sent: 1, failed: 1, bounced: 0, skipped: 0 })
  assert.deepEqual(
    smtp.received.map((one) => (one.to as Json).text),
    ['ann@example.com'],
  )
  const failed = (await deliveriesOf(made.id)).find(({ status }) => status === 'failed')!
  assert.match(failed.error, /whether it went out is not known/)
})

test('a mail that comes back later is marked, by the address that it came back to and nothing else', async () => {
  const made = await schedule()
  await send(made.id)
  const [sender] = smtp.senders
  const tell = (to: string) =>
    fetch(`${api.base}/bounces`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822' },
      body: `To: ${to}\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 nobody here\r\n`,
    })
  assert.equal((await tell(sender!.replace(/\.[0-9a-f]{16}@/, '.0123456789abcdef@'))).status, 204)
  assert.equal((await deliveriesOf(made.id))[0].status, 'sent', 'forged')
  assert.equal((await tell(sender!.toUpperCase())).status, 204)
  const [delivery] = await deliveriesOf(made.id)
  assert.deepEqual([delivery.status, delivery.error], ['bounced', 'It came back: 550 nobody here'])
  const { suppressed } = await api.ask(key, 'GET', `/v1/report-schedules/${made.id}`)
  assert.deepEqual([suppressed[0].reason, suppressed[0].detail], ['bounced', '550 nobody here'])
})

test('what makes no sense is refused, and pointed at', async () => {
  const wrong: [object, number, string | undefined][] = [
    [{ cron: '0 8 * * 1' }, 400, '/every'],
    [{ every: undefined }, 400, '/cron'],
    [{ every: undefined, cron: '0 8 31 2 *' }, 400, '/cron'],
    [{ time_zone: 'Mars/Base' }, 400, '/time_zone'],
    [{ formats: ['pdf', 'pdf'] }, 400, '/formats'],
    [{ kind: 'executive', formats: ['csv', 'sarif'] }, 400, '/formats'],
    [{ recipients: ['not an address'] }, 400, '/recipients/0'],
    [{ group: 'grp_1' }, 400, '/group'],
    [{ website_id: 'ws_nobodys' }, 404, undefined],
  ]
  for (const [given, status, pointer] of wrong) {
    const body = { name: 'X', every: 'weekly', website_id: 'ws_1234567890', ...given }
    const problem = await api.ask(key, 'POST', '/v1/report-schedules', body, status)
    assert.equal(problem.errors?.[0].pointer, pointer, JSON.stringify(given))
  }
})
