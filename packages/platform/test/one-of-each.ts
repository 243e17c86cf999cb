import { ReplayRunner } from '../src/events/replay.ts'
import { newId } from '../src/identifier.ts'
import { ReportRunner } from '../src/jobs/make-reports.ts'
import { MonitorRunner } from '../src/jobs/run-monitors.ts'
import { ScanWorker } from '../src/jobs/scan-worker.ts'
import { makePerson } from './people.ts'
import { startSite } from './target-site.ts'
import type { TestApi } from './test-api.ts'
import type { TestContext } from './test-context.ts'
import { until } from './until.ts'

/** Names of path parameters, and an object of the organisation's for each. */
export type OneOfEach = Record<string, string>

/** Makes one object of every kind, a finished scan among them, and gives the path parameters that lead to them. */
export async function makeOneOfEach(world: TestContext, api: TestApi, key: string): Promise<OneOfEach> {
  const site = await startSite()
  const worker = new ScanWorker(world.context, { slots: 2 })
  try {
    const group = await api.ask(key, 'POST', '/v1/website-groups', { name: 'One of each' })
    const website = await api.ask(key, 'POST', '/v1/websites', { url: site.url, groups: [group.id] })
    const webhook = await api.ask(key, 'POST', '/v1/webhooks', { url: site.url, events: ['scan.completed'] })
    const { event_id } = await api.ask(key, 'POST', `/v1/webhooks/${webhook.id}/test`)
    const channel = { name: 'Ours', kind: 'webhook', settings: { url: site.url } }
    const { id: channel_id } = await api.ask(key, 'POST', '/v1/alert-channels', channel)
    const gate = { name: 'Gate', fail_when: { severity: 'low' } }
    const { id: policy_id } = await api.ask(key, 'POST', '/v1/policies', gate)
    const alert = await raiseAlert(world, api, key, site.url.replace('127.0.0.1', 'localhost'))
    const apiKey = await api.ask(key, 'POST', '/v1/api-keys', { name: 'Another' })
    // Of a website of its own, so that it outlives the first one.
    const scheduled = await api.ask(key, 'POST', '/v1/websites', { url: 'https://scheduled.example/' })
    const schedule = await api.ask(key, 'POST', '/v1/schedules', { website_id: scheduled.id, every: 'monthly' })
    const scan = await api.ask(key, 'POST', '/v1/scans', { website_id: website.id, scan_type: 'quick' })
    await worker.start()
    await until(async () => (await api.ask(key, 'GET', `/v1/scans/${scan.id}`)).status === 'done', 30_000)
    const { data: vulnerabilities } = await api.ask(key, 'GET', `/v1/vulnerabilities?limit=2&website_id=${website.id}`)
    const verification = await api.ask(key, 'POST', `/v1/vulnerabilities/${vulnerabilities[0].id}/verify`)
    const since = new Date(Date.now() - 60_000).toISOString()
    const replay = await api.ask(key, 'POST', `/v1/webhooks/${webhook.id}/replays`, { from: since })
    await madeOut(world, api, key, `/v1/webhooks/${webhook.id}/replays/${replay.id}`)
    const reports = await makeReport(world, api, key, scan.id)
    const integration = await api.ask(key, 'POST', '/v1/integrations', {
      ...{ kind: 'github', base_url: site.url, settings: { repository: 'acme/shop', token: 'github_pat_0123' } },
    })
    const asked = { vulnerability_id: vulnerabilities[0].id, integration_id: integration.id }
    const ticket = await api.ask(key, 'POST', '/v1/tickets', asked)
    const { data: deliveries } = await api.ask(key, 'GET', `/v1/webhooks/${webhook.id}/deliveries`)
    const { data: told } = await api.ask(key, 'GET', `/v1/alert-channels/${channel_id}/deliveries`)
    const { data: organizations } = await api.ask(key, 'GET', '/v1/organizations')
    const person = await makePerson(world.context, { organizationId: organizations[0].id })
    // Of somebody else, so that it outlives the first one.
    await makePerson(world.context, { organizationId: organizations[0].id })
    const { data: sessions } = await api.ask(key, 'GET', '/v1/sessions')
    const attestation = await api.ask(key, 'POST', '/v1/compliance/attestations', {
      ...{ framework: 'pci_dss_4', requirement: '12.1.1', verdict: 'met', statement: 'Approved by the board.' },
      file: { name: 'minutes.txt', media_type: 'text/plain', content: 'WWVzLg==' },
    })
    const paymentPage = await api.ask(key, 'POST', '/v1/payment-pages', {
      ...{ website_id: scheduled.id, url: 'https://scheduled.example/checkout' },
    })
    const script_id = await makeScript(world, paymentPage.id)
    const bundle = await api.ask(key, 'POST', '/v1/compliance/bundles', { framework: 'gdpr' })
    const invitation = await api.ask(key, 'POST', '/v1/invitations', { email: 'new@example.com', role: 'viewer' })
    return {
      website_id: website.id,
      website_url: website.url,
      group_id: group.id,
      webhook_id: webhook.id,
      event_id,
      ...alert,
      channel_id,
      policy_id,
      channel_delivery_id: told[0].id,
      key_id: apiKey.id,
      scan_id: scan.id,
      other_scan_id: scan.id,
      schedule_id: schedule.id,
      vulnerability_id: vulnerabilities[0].id,
      other_vulnerability_id: vulnerabilities[1].id,
      verification_id: verification.id,
      integration_id: integration.id,
      ticket_id: ticket.id,
      replay_id: replay.id,
      delivery_id: deliveries[0].id,
      organization_id: organizations[0].id,
      user_id: person.id,
      session_id: sessions[0].id,
      invitation_id: invitation.id,
      attestation_id: attestation.id,
      bundle_id: bundle.id,
      payment_page_id: paymentPage.id,
      script_id,
      framework: 'gdpr',
      ...reports,
      family: 'transport',
      name: 'hsts',
    }
  } finally {
    await worker.stop(0)
    await site.close()
  }
}

/** Waits until a replay's deliveries are made out. */
async function madeOut(world: TestContext, api: TestApi, key: string, path: string): Promise<void> {
  const runner = new ReplayRunner(world.context)
  await runner.start()
  await until(async () => (await api.ask(key, 'GET', path)).status === 'done', 30_000)
  await runner.stop()
}

/** A website of its own with a monitor that takes no answer for good, and its alert. */
async function raiseAlert(world: TestContext, api: TestApi, key: string, url: string): Promise<OneOfEach> {
  const { id: website_id } = await api.ask(key, 'POST', '/v1/websites', { url })
  const thresholds = { expected_status: [599] }
  const monitor = await api.ask(key, 'POST', '/v1/monitors', { website_id, kind: 'uptime', thresholds })
  const runner = new MonitorRunner(world.context)
  await runner.runDue()
  await runner.runDue(new Date(Date.now() + 11_000))
  const { data: alerts } = await api.ask(key, 'GET', `/v1/alerts?monitor_id=${monitor.id}`)
  return { monitor_id: monitor.id, alert_id: alerts[0].id }
}

/** A report that is done, with a link. */
async function makeReport(world: TestContext, api: TestApi, key: string, scan_id: string): Promise<OneOfEach> {
  const runner = new ReportRunner(world.context)
  await runner.start()
  const { id: report_id } = await api.ask(key, 'POST', '/v1/reports', { scan_id, format: 'csv' })
  await until(async () => (await api.ask(key, 'GET', `/v1/reports/${report_id}`)).status === 'done')
  await runner.stop()
  const link = await api.ask(key, 'POST', `/v1/reports/${report_id}/links`)
  const body = { name: 'Ours', every: 'monthly', kind: 'portfolio', formats: ['csv'] }
  const { id: report_schedule_id } = await api.ask(key, 'POST', '/v1/report-schedules', body)
  const run = await api.ask(key, 'POST', `/v1/report-schedules/${report_schedule_id}/send`)
  return { report_id, link_id: link.id, report_schedule_id, run_id: run.id }
}

/** A script as a look would have listed it. */
async function makeScript({ context }: TestContext, payment_page_id: string): Promise<string> {
  const { system } = context.database
  const { organization_id } = await system
    .selectFrom('payment_pages')
    .select('organization_id')
    .where('id', '=', payment_page_id)
    .executeTakeFirstOrThrow()
  const at = new Date()
  const seen = { present: true, first_seen_at: at, last_seen_at: at }
  const what = { source: 'https://scheduled.example/a.js', kind: 'file' as const, sha256: 'aa', excerpt: '' }
  const id = newId('scr')
  await system
    .insertInto('payment_scripts')
    .values({ id, organization_id, payment_page_id, third_party: false, ...what, ...seen })
    .execute()
  return id
}
