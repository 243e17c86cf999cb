import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { after, test } from 'node:test'
import { startHttp, startRaw, type TestServer, until } from '../test/servers.ts'
import type { Checkpoint } from './result.ts'
import { judge, type SavedEvidence, ScanError, type ScanEvent, type ScanOptions, scan } from './scan.ts'

const servers: TestServer[] = []
after(() => Promise.all(servers.map((server) => server.close())))

async function site(handler: RequestListener): Promise<TestServer> {
  const server = await startHttp(handler)
  servers.push(server)
  return server
}

const careless: RequestListener = (request, response) => {
  response.writeHead(request.url === '/' ? 200 : 404, {
    'Content-Type': 'text/html',
    'Set-Cookie': 'PHPSESSID=6d2f0e3b8c1a49d7b5e60f12; path=/',
  })
  response.end('<!doctype html><title>Careless</title>')
}

const run = (url: string, options: Partial<ScanOptions> = {}) =>
  scan({ url, type: 'quick', scanId: 'scan_test', allowPrivate: true, ...options })

const refusal = (code: ScanError['code']) => (error: unknown) =>
  error instanceof ScanError && error.code === code && /\.$/.test(error.message)

test('a scan has findings, a score that follows from them, and its coverage', async () => {
  const { origin, seen } = await site(careless)
  const result = await run(origin)
  const checks = result.findings.map(({ check }) => check)
  assert.ok(
    checks.includes('transport/https') && checks.includes('csp/missing') && checks.includes('cookies/http-only'),
  )
  assert.equal(new Set(result.findings.map(({ fingerprint }) => fingerprint)).size, result.findings.length)
  const lost = result.findings.reduce((sum, { score_impact }) => sum + score_impact, 0)
  assert.equal(result.security_score, Math.min(result.score_cap?.limit ?? 100, Math.floor(100.5 - lost)))
  assert.equal(result.coverage.spent.requests, seen.length)
  assert.ok(seen.length <= 60)
  assert.match(result.completed_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  assert.deepEqual(
    result.coverage.checks.filter(({ status }) => status === 'error'),
    [],
  )
})

test('two scans of the same site print the same findings', async () => {
  const { origin } = await site(careless)
  const [one, two] = [await run(origin), await run(origin)]
  assert.deepEqual(
    one.findings.map(({ fingerprint }) => fingerprint),
    two.findings.map(({ fingerprint }) => fingerprint),
  )
})

test('events come while it runs: each source, each check, each finding', async () => {
  const { origin } = await site(careless)
  const events: ScanEvent[] = []
  const result = await run(origin, { onEvent: (event) => events.push(event) })
  const of = (type: ScanEvent['type']) => events.filter((event) => event.type === type)
  assert.equal(of('check').length, result.coverage.checks.length)
  assert.equal(of('finding').length, result.findings.length)
  assert.equal(of('source').length, result.coverage.sources.length)
  assert.ok(events.findIndex(({ type }) => type === 'finding') < events.findLastIndex(({ type }) => type === 'source'))
})

test('saved evidence is plain JSON and gives the same verdicts again, with no network', async () => {
  const { origin } = await site(careless)
  let saved: SavedEvidence | undefined
  const result = await run(origin, { onEvidence: (evidence) => (saved = evidence) })
  const again = judge(JSON.parse(JSON.stringify(saved)) as SavedEvidence)
  assert.deepEqual(
    again.findings.map(({ fingerprint, severity }) => [fingerprint, severity]),
    result.findings.map(({ fingerprint, severity }) => [fingerprint, severity]),
  )
})

test('what cannot be scanned is told apart, each in a sentence', async () => {
  await assert.rejects(run('not a url'), refusal('target_invalid'))
  await assert.rejects(run('ftp://example.com/'), refusal('target_invalid'))
  await assert.rejects(run('http://127.0.0.1:1/', { allowPrivate: false }), refusal('target_refused'))
  await assert.rejects(run('http://127.0.0.1:1/'), refusal('target_unreachable'))
  await assert.rejects(run('http://127.0.0.1:1/', { type: 'active' }), refusal('scan_type_unavailable'))
})

test('a name that leads to a private address is refused', async () => {
  const { origin, seen } = await site(careless)
  const url = origin.replace('127.0.0.1', 'rebind.example.com')
  await assert.rejects(
    run(url, { allowPrivate: false, resolve: async () => ['127.0.0.1'] }),
    refusal('target_unreachable'),
  )
  assert.deepEqual(seen, [])
})

test('an abort ends the scan, and the target hears no more of it', async () => {
  const { origin, seen, open } = await site(() => {})
  const controller = new AbortController()
  const scanning = run(origin, { signal: controller.signal })
  await until(() => seen.length > 0, 'the first request')
  const aborted = Date.now()
  controller.abort()
  await assert.rejects(scanning, refusal('aborted'))
  assert.ok(Date.now() - aborted < 15_000)
  await until(() => open() === 0, 'all connections closed')
})

test('the time limit ends a scan with what it has', async () => {
  const { origin } = await site((request, response) => {
    if (request.method === 'GET' && !request.headers.origin) careless(request, response as never)
  })
  const result = await run(origin, { timeLimit: 700 })
  assert.ok(result.findings.length > 0)
  assert.ok(result.coverage.sources.some(({ gathered, reason }) => !gathered && reason !== ''))
})

test('the budget is kept to the request', async () => {
  const { origin, seen } = await site(careless)
  const result = await run(origin, { budget: { requests: 3 } })
  // What was under way when the budget ended the rest of its source may be cut before the target sees it.
  assert.ok(seen.length >= 1 && seen.length <= 3)
  assert.equal(result.coverage.spent.requests, 3)
  assert.ok(result.coverage.checks.some(({ status }) => status === 'not_gathered'))
})

test('a target that answers garbage is unreachable, not a crash', async () => {
  const server = await startRaw((socket) => socket.end('\x00\x01 this is no HTTP \xff\r\n\r\n'))
  servers.push(server)
  await assert.rejects(run(server.origin), refusal('target_unreachable'))
})

test('a crawl that was cut off goes on from its checkpoint: every page once, and every finding', async () => {
  const pages = Array.from({ length: 80 }, (_, n) => `/page/${n}`)
  const visits = new Map<string, number>()
  const { origin } = await site((request, response) => {
    const path = request.url!
    response.setHeader('Content-Type', 'text/html')
    if (path !== '/' && !pages.includes(path)) return void response.writeHead(404).end('<h1>none</h1>')
    if (path !== '/') visits.set(path, (visits.get(path) ?? 0) + 1)
    if (path === '/') return void response.end(pages.map((one) => `<a href="${one}">x</a>`).join(''))
    setTimeout(() => response.end('<p>page</p>'), 120)
  })
  let saved: Checkpoint | undefined
  const first = new AbortController()
  const full = { type: 'full', crawl: { browser: false }, concurrency: 2 } as const
  const cutOff = run(origin, {
    ...full,
    signal: first.signal,
    onCheckpoint(checkpoint) {
      saved = JSON.parse(JSON.stringify(checkpoint)) as Checkpoint
      first.abort()
    },
  })
  await assert.rejects(cutOff, refusal('aborted'))
  const before = visits.size
  assert.ok(saved && before > 0 && before < pages.length, `${before} pages`)
  const result = await run(origin, { ...full, resume: saved })
  assert.equal(visits.size, pages.length)
  // Only what was under way at the moment of the checkpoint, or came just after it, may have been asked for twice.
  const twice = [...visits.values()].filter((count) => count > 1).length
  assert.ok(twice <= 10, `${twice} pages twice`)
  assert.equal(result.coverage.crawl!.pages, pages.length + 1)
  const missing = result.findings.find(({ check }) => check === 'csp/missing')!
  assert.ok(missing.location_count >= pages.length, `${missing.location_count} places`)
  assert.ok(result.coverage.spent.requests > saved.spent.requests)
})
