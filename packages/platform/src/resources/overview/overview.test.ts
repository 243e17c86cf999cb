import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { newId } from '../../identifier.ts'
import { daysOf } from './overview.ts'

let world: TestContext
let api: TestApi
let organization: TestOrganization
const sites: string[] = []

const DAY = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY)
const dateOf = (at: Date) => at.toISOString().slice(0, 10)
const ask = (path: string, expected?: number): Promise<Json> =>
  api.ask(organization.key, 'GET', `/v1/overview${path}`, undefined, expected)

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  organization = await world.organization('pro')
  for (const [name, tags] of [
    ['a', ['shop']],
    ['b', ['shop', 'eu']],
    ['c', []],
  ] as const) {
    const { id } = await api.ask(organization.key, 'POST', '/v1/websites', { url: `https://${name}.example`, tags })
    sites.push(id)
  }
})
after(async () => {
  await api.close()
  await world.close()
})

async function add(website: string, more: Record<string, unknown> = {}, owner = organization.id): Promise<string> {
  const id = newId('vuln')
  await world.context.database.system
    .insertInto('vulnerabilities')
    .values({
      ...{ id, organization_id: owner, website_id: website, fingerprint: Buffer.from(id), check: 'csp/missing' },
      ...{ outcome: 'missing', type: 'misconfiguration', severity: 'medium', confidence: 'firm' },
      ...{ first_scan_id: 'scan_x', last_scan_id: 'scan_x', first_seen_at: new Date(), last_seen_at: new Date() },
      ...more,
    })
    .execute()
  return id
}
const change = (id: string, set: Record<string, unknown>) =>
  world.context.database.system.updateTable('vulnerabilities').set(set).where('id', '=', id).execute()
const score = (id: string, security_score: number, grade: string) =>
  world.context.database.system.updateTable('websites').set({ security_score, grade }).where('id', '=', id).execute()

test('counts, scores, days and times to fix are kept with every change', async () => {
  const [a, b] = sites as [string, string]
  await add(a, { severity: 'high', first_seen_at: ago(3) })
  const mended = await add(a, { first_seen_at: ago(2) })
  const muted = await add(b, { severity: 'low' })
  await add(b, { severity: 'critical', status: 'fixed', first_seen_at: ago(5), fixed_at: ago(1) })
  await change(mended, { status: 'fixed', fixed_at: new Date() })
  await change(muted, { status: 'accepted_risk' })
  await score(a, 60, 'D')
  await score(b, 90, 'A')
  await score(a, 80, 'B')

  const all = await ask('')
  assert.deepEqual(all.websites, { total: 3, scored: 2 })
  assert.equal(all.security_score.average, 85)
  assert.equal(all.security_score.change, null)
  assert.deepEqual(all.grades, { 'A+': 0, A: 1, B: 1, C: 0, D: 0, F: 0, none: 1 })
  assert.deepEqual(all.vulnerabilities.by_status, {
    open: 1,
    reopened: 0,
    fixed: 2,
    accepted_risk: 1,
    false_positive: 0,
  })
  assert.deepEqual(all.vulnerabilities.by_severity, { critical: 0, high: 1, medium: 0, low: 0, info: 0 })
  assert.equal(all.vulnerabilities.by_status_and_severity.fixed.critical, 1)
  assert.deepEqual([all.activity.new, all.activity.fixed, all.activity.reopened], [4, 2, 0])
  const day = (date: string) => all.activity.days.find((one: Json) => one.date === date)
  assert.equal(all.activity.days.length, 30)
  assert.equal(day(dateOf(ago(3))).new, 1)
  assert.equal(day(dateOf(ago(1))).fixed, 1)
  // Two days, and four: three on average.
  assert.ok(Math.abs(all.mean_time_to_fix - 3 * 86_400) < 120, String(all.mean_time_to_fix))
  assert.deepEqual(
    all.worst.map(({ website_id, security_score }: Json) => [website_id, security_score]),
    [
      [a, 80],
      [b, 90],
    ],
  )

  await change(mended, { status: 'reopened', fixed_at: null })
  const later = await ask('')
  assert.deepEqual([later.vulnerabilities.by_status.reopened, later.activity.reopened], [1, 1])
})

test('the trend goes back from now, also over days on which nothing was scanned', async () => {
  const [a] = sites as [string]
  await sql`UPDATE website_days SET day = day - 4 WHERE score_change <> 0`.execute(world.context.database.system)
  await score(a, 70, 'C')
  const { security_score, most_improved } = await ask(`?from=${dateOf(ago(5))}`)
  assert.deepEqual(
    security_score.trend.map(({ average, websites }: Json) => [average, websites]),
    [[null, 0], ...Array.from({ length: 4 }, () => [85, 2]), [80, 2]],
  )
  const { security_score: since } = await ask(`?from=${dateOf(ago(1))}`)
  assert.deepEqual([since.average, since.change], [80, -5])
  assert.deepEqual(most_improved, [])
  await score(a, 95, 'A')
  const improved = (await ask(`?from=${dateOf(ago(1))}`)).most_improved
  assert.deepEqual(
    improved.map(({ website_id, change: won }: Json) => [website_id, won]),
    [[a, 15]],
  )
})

test('any set of websites: by ids, by tags, both, and none', async () => {
  const [a, b, c] = sites as [string, string, string]
  const count = async (query: string) => (await ask(query)).websites.total
  assert.equal(await count(`?website_ids=${a},${c}`), 2)
  assert.equal(await count('?tags=shop'), 2)
  assert.equal(await count('?tags=eu,unknown'), 1)
  assert.equal(await count(`?tags=shop&website_ids=${b}`), 1)
  const group = await api.ask(organization.key, 'POST', '/v1/website-groups', { name: 'Shops' }, 201)
  await api.ask(organization.key, 'PATCH', `/v1/websites/${c}`, { groups: [group.id] })
  assert.equal(await count(`?groups=${group.id}`), 1)
  const only = await ask(`?website_ids=${b}`)
  assert.deepEqual(only.vulnerabilities.by_status, {
    open: 0,
    reopened: 0,
    fixed: 1,
    accepted_risk: 1,
    false_positive: 0,
  })
  assert.equal(only.security_score.average, 90)
  assert.equal((await ask('?tags=unknown')).security_score.average, null)
})

test('certificates that end soon, monitors and scans', async () => {
  const [a, b] = sites as [string, string]
  const soon = `${ago(-10).toISOString().slice(0, 19)}Z`
  await world.context.database.system
    .insertInto('monitors')
    .values({
      ...{
        id: newId('mon'),
        organization_id: organization.id,
        website_id: a,
        kind: 'certificate',
        interval_seconds: 300,
      },
      ...{ thresholds: '{}', status: 'degraded', reading: JSON.stringify({ not_after: soon }) },
    })
    .execute()
  await add(b, { check: 'tls/certificate-expired', outcome: 'expired' })
  await api.ask(organization.key, 'POST', '/v1/scans', { website_id: a, scan_type: 'quick' })
  const { certificates_expiring, monitors, scans } = await ask('')
  assert.deepEqual(
    certificates_expiring.map(({ website_id, not_after }: Json) => [website_id, not_after]),
    [
      [a, soon],
      [b, null],
    ],
  )
  assert.deepEqual([monitors.degraded, monitors.up, scans.queued], [1, 0, 1])
  assert.deepEqual((await ask(`?website_ids=${b}`)).monitors.degraded, 0)
})

test('an unchanged answer is 304, and a changed one is not', async () => {
  const send = (headers = {}) => api.send(organization.key, 'GET', '/v1/overview', undefined, headers)
  const first = await send()
  await first.text()
  const tag = { 'if-none-match': first.headers.get('etag')! }
  assert.equal((await send(tag)).status, 304)
  await add(sites[2]!)
  assert.equal((await send(tag)).status, 200)
})

test('what goes with its website goes from the numbers; counting anew gives the same', async () => {
  const { id } = await api.ask(organization.key, 'POST', '/v1/websites', { url: 'https://gone.example' })
  const before = (await ask('')).vulnerabilities
  const one = await add(id)
  assert.equal((await ask('')).vulnerabilities.by_status.open, before.by_status.open + 1)
  await world.context.database.system.deleteFrom('vulnerabilities').where('id', '=', one).execute()
  assert.deepEqual((await ask('')).vulnerabilities, before)
  await add(id)
  await api.send(organization.key, 'DELETE', `/v1/websites/${id}`)
  const after = await ask('')
  assert.deepEqual(after.vulnerabilities, before)
  await sql`SELECT recount_overview()`.execute(world.context.database.system)
  const again = await ask('')
  assert.deepEqual(
    [again.vulnerabilities, again.websites, again.security_score.average],
    [after.vulnerabilities, after.websites, after.security_score.average],
  )
})

test('the kept sums of a tag and a group are those of their websites, through every change, folded or not', async () => {
  const { system } = world.context.database
  const group = await api.ask(organization.key, 'POST', '/v1/website-groups', { name: 'Sums' }, 201)
  const make = (host: string, body: object): Promise<Json> =>
    api.ask(organization.key, 'POST', '/v1/websites', { url: `https://${host}.example`, ...body }, 201)
  // Two names are summed up from the websites themselves, one is a sum that is kept.
  const same = async (after: string) => {
    for (const [one, two] of [
      ['?tags=sums', '?tags=sums,none'],
      [`?groups=${group.id}`, `?groups=${group.id},grp_none`],
    ] as const)
      assert.deepEqual(await ask(one), await ask(two), `${one} after ${after}`)
    return ask('?tags=sums')
  }
  const change = (id: string, body: object) => api.ask(organization.key, 'PATCH', `/v1/websites/${id}`, body)
  const a = await make('sums-a', { tags: ['sums'], groups: [group.id] })
  const b = await make('sums-b', {})
  await add(a.id, { severity: 'high' })
  await add(b.id, { severity: 'low' })
  await score(a.id, 80, 'B')
  await score(b.id, 60, 'D')
  assert.deepEqual((await same('changes')).websites, { total: 1, scored: 1 })
  await change(b.id, { tags: ['sums', 'other'], groups: [group.id] })
  assert.deepEqual((await same('joining')).security_score.average, 70)
  await sql`SELECT fold_sums()`.execute(system)
  await score(b.id, 90, 'A')
  assert.deepEqual((await same('folding')).grades.A, 1)
  await sql`SELECT fold_sums()`.execute(system)
  await change(a.id, { tags: [] })
  assert.deepEqual((await same('leaving')).vulnerabilities.by_severity.high, 0)
  await api.send(organization.key, 'DELETE', `/v1/websites/${b.id}`)
  assert.deepEqual((await same('removal')).websites, { total: 0, scored: 0 })
  const kept = await ask('')
  await sql`SELECT recount_sets()`.execute(system)
  assert.deepEqual(await ask(''), kept, 'counted anew')
  await api.send(organization.key, 'DELETE', `/v1/website-groups/${group.id}`)
  await same('the removal of the group')
})

test('an organisation sees the sums of those under it, and nothing of anybody else', async () => {
  const child = await api.ask(organization.key, 'POST', '/v1/organizations', { name: 'Child', plan: 'pro' }, 201)
  const act = { 'lasthash-organization': child.id }
  const made = await api.send(organization.key, 'POST', '/v1/websites', { url: 'https://child.example' }, act)
  const site: Json = await made.json()
  await add(site.id, { severity: 'high' }, child.id)
  await score(site.id, 50, 'F')
  const all = await ask('?tenants=all')
  assert.deepEqual(all.websites, { total: 1, scored: 1 })
  assert.deepEqual(all.tenants, [
    {
      ...{ organization_id: child.id, name: 'Child', websites: 1, security_score: 50 },
      open: { critical: 0, high: 1, medium: 0, low: 0, info: 0 },
    },
  ])
  assert.equal(all.vulnerabilities.by_severity.high, 1)
  assert.equal(all.activity.new, 1)
  assert.equal((await ask(`?tenants=${child.id}`)).websites.total, 1)

  const stranger = await world.organization('pro')
  const theirs = await api.ask(stranger.key, 'GET', `/v1/overview?tenants=${child.id}`)
  assert.deepEqual([theirs.websites.total, theirs.tenants], [0, []])
  assert.equal((await api.ask(stranger.key, 'GET', `/v1/overview?website_ids=${sites.join()}`)).websites.total, 0)
  const blind = await api.ask(organization.key, 'POST', '/v1/api-keys', { name: 'B', scopes: ['scans:read'] })
  assert.equal((await api.send(blind.key, 'GET', '/v1/overview')).status, 403)
})

for (const [name, query, parameter] of [
  ['a day that is none', '?from=yesterday', 'from'],
  ['the end before the beginning', '?from=2026-02-01&to=2026-01-01', 'from'],
  ['too many days', '?from=2020-01-01&to=2026-01-01', 'from'],
  ['tenants together with tags', '?tenants=all&tags=shop', 'tenants'],
  ['too many ids', `?website_ids=${Array.from({ length: 101 }, (_, n) => `ws_${n}`).join()}`, 'website_ids'],
] as const) {
  test(`refused: ${name}`, async () => {
    const { code, errors } = await ask(query, 400)
    assert.deepEqual([code, errors[0].parameter], ['validation_failed', parameter])
  })
}

test('every day of a span, over a change of months', () => {
  assert.deepEqual(daysOf({ from: '2028-02-28', to: '2028-03-01' }), ['2028-02-28', '2028-02-29', '2028-03-01'])
})
