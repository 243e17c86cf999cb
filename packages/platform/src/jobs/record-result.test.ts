import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type CheckResult, counts, type Finding, impact, LookedAt, type ScanResult, score } from '@lasthash/scanner'
import { eventsOf } from '../../test/scans.ts'
import { createTestContext, type TestContext } from '../../test/test-context.ts'
import { newId } from '../identifier.ts'
import { endTurn } from './end-scan.ts'

let world: TestContext

before(async () => {
  world = await createTestContext()
})
after(() => world.close())

type Sketch = Partial<Finding> & Pick<Finding, 'check' | 'severity'>

function finding({ check, severity, confidence = 'firm', ...rest }: Sketch): Finding {
  const inputs = { check, outcome: 'missing', origin: 'https://site.test', path: null, parameter: null }
  return {
    type: 'misconfiguration',
    severity,
    confidence,
    title: `Title of ${check}`,
    description: 'Why.',
    remediation: 'How.',
    cve: null,
    cwe: null,
    cvss: null,
    check,
    outcome: 'missing',
    score_impact: impact(severity, confidence),
    locations: [{ url: 'https://site.test/', method: 'GET', parameter: null }],
    location_count: 1,
    proof: { request: null, response: 'a\0b', payload: null, control: null, curl: null, observed: '\uD83D' },
    references: [],
    compliance: {},
    fingerprint: createHash('sha256').update(check).digest('hex'),
    fingerprint_inputs: inputs,
    ...rest,
  }
}

const CHECKS = ['a', 'b', 'c', 'd', 'e']

function resultOf(
  findings: Finding[],
  { scan_type = 'full', untested = [] as string[], visited = [] as string[] } = {},
): ScanResult {
  const looked = new LookedAt()
  for (const url of visited) looked.page(url, '')
  const total = score(findings)
  const checks = CHECKS.map(
    (check): CheckResult => ({
      check,
      status: untested.includes(check) ? 'not_gathered' : 'passed',
      reason: '',
      outcomes: [],
    }),
  )
  const budget = { requests: 0, handshakes: 0, dns_queries: 0 }
  return {
    url: 'https://site.test/',
    scan_type: scan_type as ScanResult['scan_type'],
    started_at: '2026-01-15T00:00:00Z',
    completed_at: '2026-01-15T00:00:01Z',
    scan_duration: 1,
    duration_ms: 1_000,
    security_score: total.score,
    grade: total.grade,
    score_version: total.version,
    score_cap: total.cap,
    vulnerabilities: total.counts,
    findings,
    coverage: {
      checks,
      sources: [],
      pages: [],
      crawl: null,
      tls: null,
      spent: budget,
      budget,
      looked_at: looked.encode(),
    },
  }
}

/** One website, and scans of it that end with given results. */
async function website() {
  const { context } = world
  const { id: organization_id } = await world.organization('pro')
  const website_id = newId('ws')
  const db = context.database.as(organization_id)
  const url = 'https://site.test/'
  await db
    .insertInto('websites')
    .values({ id: website_id, organization_id, url, origin: website_id, name: 'Site' })
    .execute()
  let told = 0
  return {
    organization_id,
    async ends(result: ScanResult) {
      const claim = await running(organization_id, website_id, result.scan_type)
      await endTurn(context, claim, { kind: 'done', result, detectedAt: new Map() })
      const scan = await db.selectFrom('scans').selectAll().where('id', '=', claim.scan.id).executeTakeFirstOrThrow()
      const all = await eventsOf(context, organization_id)
      const events = all.slice(told)
      told = all.length
      return { scan, events, types: events.map(({ type }) => type) }
    },
    states: async () =>
      Object.fromEntries(
        (await db.selectFrom('vulnerabilities').select(['check', 'status']).orderBy('check').execute()).map((row) => [
          row.check,
          row.status,
        ]),
      ),
    decide: (check: string, status: 'accepted_risk' | 'false_positive') =>
      db.updateTable('vulnerabilities').set({ status }).where('check', '=', check).execute(),
    row: () => db.selectFrom('websites').selectAll().where('id', '=', website_id).executeTakeFirstOrThrow(),
    impacts: async (scanId: string) =>
      Object.fromEntries(
        (await db.selectFrom('scan_findings').select('detail').where('scan_id', '=', scanId).execute()).map(
          ({ detail }) => [detail.check, detail.score_impact],
        ),
      ),
  }
}

async function running(organization_id: string, website_id: string, scan_type: ScanResult['scan_type']) {
  const { system } = world.context.database
  const scan = await system
    .insertInto('scans')
    .values({
      id: newId('scan'),
      organization_id,
      website_id,
      url: 'https://site.test/',
      scan_type,
      priority: 'normal',
      status: 'running',
      attempts: 1,
      started_at: new Date(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const id = crypto.randomUUID()
  return { job: { id, retryCount: 0, data: { organization_id } }, scan, attempt: 1, seq: 0 }
}

test('new, still there, fixed, back: each told once', async () => {
  const site = await website()
  const [a, b] = [finding({ check: 'a', severity: 'high' }), finding({ check: 'b', severity: 'low' })]
  const first = await site.ends(resultOf([a, b]))
  assert.deepEqual(first.types, ['vulnerability.detected', 'vulnerability.detected', 'scan.completed'])
  assert.deepEqual(await site.states(), { a: 'open', b: 'open' })

  const second = await site.ends(resultOf([b]))
  assert.deepEqual(second.types, ['vulnerability.resolved', 'score.improved', 'scan.completed'])
  assert.deepEqual(await site.states(), { a: 'fixed', b: 'open' })

  const third = await site.ends(resultOf([a, b]))
  assert.deepEqual(third.types, ['vulnerability.reopened', 'score.degraded', 'scan.completed'])
  assert.deepEqual(await site.states(), { a: 'reopened', b: 'open' })

  const fourth = await site.ends(resultOf([a, b]))
  assert.deepEqual(fourth.types, ['scan.completed'])
  assert.deepEqual(await site.states(), { a: 'reopened', b: 'open' })
})

test('what was not tested is not fixed', async () => {
  const site = await website()
  await site.ends(resultOf([finding({ check: 'a', severity: 'high' })]))
  const second = await site.ends(resultOf([], { untested: ['a'] }))
  assert.deepEqual(await site.states(), { a: 'open' })
  assert.ok(!second.types.includes('vulnerability.resolved'))
})

test('what was seen on a page is fixed when all its pages were visited, by whichever scans', async () => {
  const site = await website()
  const [a, b] = ['https://site.test/a', 'https://site.test/b']
  const on = (...urls: string[]) =>
    finding({ check: 'a', severity: 'high', seen_in: urls.map((url) => ({ kind: 'page', url })) })
  await site.ends(resultOf([on(a, b)], { visited: [a, b] }))
  const elsewhere = await site.ends(resultOf([], { visited: ['https://site.test/c'] }))
  assert.deepEqual([await site.states(), elsewhere.types], [{ a: 'open' }, ['scan.completed']])
  // Seen on one of them only, the other not visited: it is still there, for all that is known.
  await site.ends(resultOf([on(a)], { visited: [a] }))
  await site.ends(resultOf([], { visited: [a] }))
  assert.deepEqual(await site.states(), { a: 'open' })
  const last = await site.ends(resultOf([], { visited: [a, b] }))
  assert.deepEqual(await site.states(), { a: 'fixed' })
  assert.ok(last.types.includes('vulnerability.resolved'))
})

test('what was accepted or marked false stays so, weighs nothing, and its impact says so', async () => {
  const site = await website()
  const all = [
    finding({ check: 'a', severity: 'critical' }),
    finding({ check: 'b', severity: 'high' }),
    finding({ check: 'c', severity: 'medium' }),
    finding({ check: 'd', severity: 'high', confidence: 'tentative' }),
  ]
  const first = await site.ends(resultOf(all))
  assert.deepEqual([first.scan.security_score, first.scan.critical, first.scan.high, first.scan.medium], [49, 1, 1, 1])
  assert.deepEqual(first.scan.score_cap, { limit: 49, because: 'critical' })
  await site.decide('a', 'accepted_risk')
  await site.decide('b', 'false_positive')
  const second = await site.ends(resultOf(all))
  assert.deepEqual(
    [second.scan.security_score, second.scan.critical, second.scan.high, second.scan.medium],
    [99, 0, 0, 1],
  )
  assert.equal(second.scan.score_cap, null)
  assert.deepEqual(await site.states(), { a: 'accepted_risk', b: 'false_positive', c: 'open', d: 'open' })
  const impacts = await site.impacts(second.scan.id)
  assert.deepEqual(impacts, { a: 0, b: 0, c: 1, d: 0 })
  assert.equal(100 - Object.values(impacts).reduce((sum, one) => sum + one, 0), second.scan.security_score)
  // Gone from the site: a decision is not undone by it.
  await site.ends(resultOf([]))
  assert.deepEqual(await site.states(), { a: 'accepted_risk', b: 'false_positive', c: 'fixed', d: 'fixed' })
})

test('a moved score names what moved it, and only scans of one type are compared', async () => {
  const site = await website()
  const [a, b, c] = [
    finding({ check: 'a', severity: 'high' }),
    finding({ check: 'b', severity: 'medium' }),
    finding({ check: 'c', severity: 'low' }),
  ]
  const first = await site.ends(resultOf([c]))
  const quick = await site.ends(resultOf([], { scan_type: 'quick', untested: CHECKS }))
  assert.ok(!quick.types.some((type) => type.startsWith('score.')))
  const worse = await site.ends(resultOf([a, b, c]))
  const degraded = worse.events.find(({ type }) => type === 'score.degraded')!
  const detected = worse.events.filter(({ type }) => type === 'vulnerability.detected')
  assert.deepEqual(degraded.data, {
    website_id: worse.scan.website_id,
    scan_id: worse.scan.id,
    from: first.scan.security_score,
    to: worse.scan.security_score,
    moved_by: detected.map(({ data }) => (data.vulnerability as { id: string }).id),
  })
  const half = await site.ends(resultOf([a, b]))
  // Half a point, rounded away.
  assert.equal(half.scan.security_score, worse.scan.security_score)
  assert.deepEqual(half.types, ['vulnerability.resolved', 'scan.completed'])
})

test('a threat is told as a threat too', async () => {
  const site = await website()
  const { types, events } = await site.ends(resultOf([finding({ check: 'a', severity: 'critical', type: 'threat' })]))
  assert.deepEqual(types, ['vulnerability.detected', 'threat.detected', 'scan.completed'])
  assert.deepEqual(events[0]!.data, events[1]!.data)
})

test('the website keeps the score and the counts of all that is open, also when a quick scan saw less', async () => {
  const site = await website()
  const [a, b] = [finding({ check: 'a', severity: 'high' }), finding({ check: 'b', severity: 'low' })]
  const full = await site.ends(resultOf([a, b]))
  const quick = await site.ends(resultOf([b], { scan_type: 'quick', untested: ['a'] }))
  const row = await site.row()
  assert.equal(row.latest_scan_id, quick.scan.id)
  assert.deepEqual([row.security_score, row.open_high, row.open_low], [full.scan.security_score, 1, 1])
  assert.ok(quick.scan.security_score! > row.security_score!)
})

test('the last event carries the very numbers that the scan has', async () => {
  const site = await website()
  const all = CHECKS.map((check) => finding({ check, severity: 'low' }))
  const { scan, events } = await site.ends(resultOf(all))
  const { data } = events.at(-1)!
  assert.equal(data.security_score, scan.security_score)
  assert.deepEqual(data.vulnerabilities, {
    critical: 0,
    high: 0,
    medium: 0,
    low: all.filter((one) => counts(one.confidence)).length,
    info: 0,
  })
})

test('two scans of one website that end at once neither wait for each other for ever nor count anything twice', async () => {
  const site = await website()
  const all = CHECKS.map((check) => finding({ check, severity: 'low' }))
  const results = await Promise.all(Array.from({ length: 6 }, () => site.ends(resultOf(all))))
  assert.equal(results.length, 6)
  const told = await eventsOf(world.context, site.organization_id, 'vulnerability.detected')
  assert.equal(told.length, CHECKS.length)
  assert.equal((await eventsOf(world.context, site.organization_id, 'scan.completed')).length, 6)
})

test('a scan ends once, also when two workers believe that they own it', async () => {
  const site = await website()
  const { context } = world
  const claim = await running(site.organization_id, (await site.row()).id, 'full')
  const result = resultOf([finding({ check: 'a', severity: 'high' })])
  const ending = { kind: 'done', result, detectedAt: new Map() } as const
  await Promise.all([
    endTurn(context, claim, ending),
    endTurn(context, claim, ending),
    endTurn(context, claim, { kind: 'failed', error: { code: 'x', message: 'x' } }),
  ])
  const types = (await eventsOf(context, site.organization_id)).map(({ type }) => type)
  assert.equal(types.filter((type) => /^scan\.(completed|failed)$/.test(type)).length, 1)
})

test('an earlier attempt’s result counts for nothing', async () => {
  const site = await website()
  const claim = await running(site.organization_id, (await site.row()).id, 'full')
  await world.context.database.system
    .updateTable('scans')
    .set({ attempts: 2 })
    .where('id', '=', claim.scan.id)
    .execute()
  const result = resultOf([finding({ check: 'a', severity: 'high' })])
  await endTurn(world.context, claim, { kind: 'done', result, detectedAt: new Map() })
  assert.deepEqual(await site.states(), {})
  assert.deepEqual(await eventsOf(world.context, site.organization_id), [])
})
