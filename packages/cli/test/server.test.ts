import assert from 'node:assert/strict'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type TestContext, test } from 'node:test'
import type { ScanDocument, ScanObject } from '@lasthash/scanner/report/document'
import { scanDocument, vulnerability } from '../../scanner/test/document.ts'
import { serveHttp } from './http-server.ts'
import { runCli } from './run-cli.ts'

const KEY = 'lh_test_key'
const DOCUMENT = scanDocument([
  vulnerability({ severity: 'high' }),
  ...Array.from({ length: 150 }, (_, at) => vulnerability({ outcome: `n${at}`, severity: 'info' })),
])
const ID = DOCUMENT.scan.id

interface Seen {
  route: string
  authorization: string | undefined
  idempotencyKey: string | string[] | undefined
  body: string
}
type Answer = { status?: number; headers?: Record<string, string>; body?: unknown; hang?: true }
type Routes = Record<string, (query: URLSearchParams, times: number) => Answer>

/** A server that answers as the routes say (`POST /v1/scans`), and what it was asked. Its scan is queued, runs, is done. */
async function fakeServer(t: TestContext, overrides: Routes = {}) {
  const seen: Seen[] = []
  const scan = (overrides: Partial<ScanObject>): Answer => ({ body: { ...DOCUMENT.scan, ...overrides } })
  const routes: Routes = {
    'POST /v1/scans': () => ({ ...scan({ status: 'queued' }), status: 202 }),
    [`GET /v1/scans/${ID}`]: (_, times) => scan({ status: times === 1 ? 'running' : 'done' }),
    [`GET /v1/scans/${ID}/vulnerabilities`]: (query) => {
      const from = Number(query.get('cursor') ?? 0)
      const to = from + Number(query.get('limit'))
      const has_more = to < DOCUMENT.vulnerabilities.length
      const vulnerabilities = DOCUMENT.vulnerabilities.slice(from, to)
      return { body: { vulnerabilities, has_more, next_cursor: has_more ? String(to) : null } }
    },
    [`GET /v1/scans/${ID}/coverage`]: () => ({ body: { scan_id: ID, ...DOCUMENT.coverage } }),
    [`POST /v1/scans/${ID}/cancel`]: () => scan({ status: 'canceled' }),
    ...overrides,
  }
  const url = await serveHttp(t, (request, response) => void answer(request, response))
  return { url, seen, asked: (route: string) => seen.filter((one) => one.route === route) }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, 'http://server')
    const route = `${request.method} ${pathname}`
    let body = ''
    for await (const chunk of request) body += chunk
    const { authorization, 'idempotency-key': idempotencyKey } = request.headers
    seen.push({ route, authorization, idempotencyKey, body })
    const times = seen.filter((one) => one.route === route).length
    const given = routes[route]?.(searchParams, times) ?? { status: 404, body: { title: 'There is no such address' } }
    if (given.hang) return
    response.writeHead(given.status ?? 200, { 'content-type': 'application/json', ...given.headers })
    response.end(typeof given.body === 'string' ? given.body : JSON.stringify(given.body))
  }
}

const env = { LASTHASH_API_KEY: KEY }
const scanOn = (url: string, ...more: string[]) =>
  runCli(['scan', 'https://www.example.com', '--server', url, ...more], { env })

test('a server’s scan gives the same document, over all its pages, and the same gate', async (t) => {
  const server = await fakeServer(t)
  const { code, stdout } = await scanOn(server.url, '--format', 'json', '--type', 'quick', '--fail-on', 'high')
  assert.equal(code, 1)
  assert.deepEqual(JSON.parse(stdout) as ScanDocument, { ...DOCUMENT })
  const [created] = server.asked('POST /v1/scans')
  assert.deepEqual(JSON.parse(created!.body), { url: 'https://www.example.com', scan_type: 'quick' })
  assert.match(String(created!.idempotencyKey), /^[\w-]{36}$/)
  for (const { authorization } of server.seen) assert.equal(authorization, `Bearer ${KEY}`)
})

test('the server’s policy fails the build, after the result; a server that knows none is told', async (t) => {
  const judged = (gate: object | null): Routes => ({
    [`GET /v1/scans/${ID}`]: () => ({ body: { ...DOCUMENT.scan, status: 'done', policy_id: 'pol_1', gate } }),
  })
  const reasons = [{ detail: '1 vulnerability: high or worse, new.', vulnerability_ids: [], vulnerability_count: 1 }]
  const failing = await fakeServer(t, judged({ passed: false, policy_id: 'pol_1', reasons }))
  const failed = await scanOn(failing.url, '-q', '--policy', 'pol_1', '--format', 'json')
  assert.deepEqual([failed.code, failed.stderr], [1, 'The gate failed: 1 vulnerability: high or worse, new.\n'])
  assert.equal(JSON.parse(failed.stdout).scan.gate.passed, false)
  assert.equal(JSON.parse(failing.asked('POST /v1/scans')[0]!.body).policy_id, 'pol_1')
  const passing = await fakeServer(t, judged({ passed: true, policy_id: 'pol_1', reasons: [] }))
  assert.equal((await scanOn(passing.url, '-q', '--policy', 'pol_1')).code, 0)
  const both = await scanOn(failing.url, '-q', '--policy', 'pol_1', '--min-score', '100')
  assert.match(both.stderr, /^The gate failed: The score is .*, below 100\. 1 vulnerability/)
  const old = await fakeServer(t)
  const untold = await scanOn(old.url, '-q', '--policy', 'pol_1')
  assert.deepEqual([untold.code, /says nothing of the policy/.test(untold.stderr)], [2, true])
  for (const wrong of [
    ['--policy', 'pol_1'],
    ['--server', old.url, '--policy', 'x'],
  ])
    assert.equal((await runCli(['scan', 'https://www.example.com', ...wrong], { env })).code, 2)
})

test('the address of a server may have a path', async (t) => {
  const paths: string[] = []
  const url = await serveHttp(t, (request, response) => {
    paths.push(request.url!)
    response.writeHead(403, { 'content-type': 'application/problem+json' }).end('{"title": "No"}')
  })
  await scanOn(`${url}/lasthash/`)
  assert.deepEqual(paths, ['/lasthash/v1/scans'])
})

test('a problem is told in its own words, with the request to ask about', async (t) => {
  const problem = {
    title: 'The scan type is not available',
    detail: 'Active scans come later.\u001b[2J',
    code: 'scan_type_unavailable',
    request_id: 'req_123',
  }
  const server = await fakeServer(t, { 'POST /v1/scans': () => ({ status: 400, body: problem }) })
  const { code, stdout, stderr } = await scanOn(server.url, '--type', 'active', '-q')
  assert.deepEqual([code, stdout], [2, ''])
  assert.equal(
    stderr,
    `lasthash: ${server.url} refused (400): The scan type is not available: Active scans come later.\\x1b[2J (req_123)\n`,
  )
  assert.equal(server.seen.length, 1, 'what was refused is not asked for again')
})

test('429 and 503 are tried again, under one idempotency key', async (t) => {
  const server = await fakeServer(t, {
    'POST /v1/scans': (_, times) =>
      times < 3
        ? { status: times === 1 ? 429 : 503, headers: { 'retry-after': '0' }, body: { title: 'Later' } }
        : { status: 202, body: { ...DOCUMENT.scan, status: 'queued' } },
  })
  assert.equal((await scanOn(server.url)).code, 0)
  const keys = server.asked('POST /v1/scans').map(({ idempotencyKey }) => idempotencyKey)
  assert.equal(keys.length, 3)
  assert.equal(new Set(keys).size, 1)
})

test('a scan that failed, or was canceled by somebody, could not be run', async (t) => {
  const error = { code: 'target_unreachable', message: 'nothing listens there' }
  const failing = await fakeServer(t, {
    [`GET /v1/scans/${ID}`]: () => ({ body: { ...DOCUMENT.scan, status: 'failed', error } }),
  })
  const failed = await scanOn(failing.url, '-q')
  assert.deepEqual([failed.code, failed.stderr], [2, 'lasthash: The scan failed: nothing listens there\n'])
  const canceling = await fakeServer(t, {
    [`GET /v1/scans/${ID}`]: () => ({ body: { ...DOCUMENT.scan, status: 'canceled' } }),
  })
  assert.equal((await scanOn(canceling.url, '-q')).stderr, 'lasthash: The scan was canceled.\n')
})

for (const [what, body] of [
  ['a page', '<!doctype html><title>Hello</title>'],
  ['another API', { hello: 'world' }],
  ['null', null],
] as const) {
  test(`what is no LastHash server is told: ${what}`, async (t) => {
    const server = await fakeServer(t, { 'POST /v1/scans': () => ({ body }) })
    const { code, stderr } = await scanOn(server.url, '-q')
    assert.equal(code, 2)
    assert.match(stderr, /^lasthash: .*does not answer as a LastHash server.*\n$/)
  })
}

test('findings that are none are told', async (t) => {
  const server = await fakeServer(t, {
    [`GET /v1/scans/${ID}/vulnerabilities`]: () => ({ body: { vulnerabilities: [{ title: 'x' }], next_cursor: null } }),
  })
  assert.match((await scanOn(server.url, '-q')).stderr, /that is no vulnerabilities/)
})

test('a server that drops every connection is told after a few tries', async (t) => {
  let tries = 0
  const url = await serveHttp(t, (request) => {
    tries++
    request.socket.destroy()
  })
  const { code, stderr } = await scanOn(url, '-q')
  assert.equal(code, 2)
  assert.match(stderr, new RegExp(`^lasthash: ${url} cannot be reached: \\w`))
  assert.equal(tries, 5)
})

test('no key, or one that cannot be sent, is told before anything is sent', async (t) => {
  const server = await fakeServer(t)
  const args = ['scan', 'https://www.example.com', '--server', server.url]
  assert.match((await runCli(args)).stderr, /needs an API key in LASTHASH_API_KEY, or lasthash login --server/)
  const odd = await runCli(args, { env: { LASTHASH_API_KEY: 'two words' } })
  assert.match(odd.stderr, /LASTHASH_API_KEY has characters that no API key has/)
  assert.equal(server.seen.length, 0)
})

test('--timeout and Ctrl-C cancel the scan on the server', async (t) => {
  const forever: Routes = { [`GET /v1/scans/${ID}`]: () => ({ body: { ...DOCUMENT.scan, status: 'running' } }) }
  const slow = await fakeServer(t, forever)
  const late = await scanOn(slow.url, '-q', '--timeout', '1')
  assert.deepEqual(
    [late.code, late.stderr],
    [2, 'lasthash: The scan did not end within --timeout, and was canceled.\n'],
  )
  assert.equal(slow.asked(`POST /v1/scans/${ID}/cancel`).length, 1)

  let child: import('node:child_process').ChildProcess | undefined
  const stopped = await fakeServer(t, {
    [`GET /v1/scans/${ID}`]: () => {
      child!.kill('SIGINT')
      return { hang: true }
    },
  })
  const ended = await runCli(['scan', 'https://www.example.com', '-q', '--server', stopped.url], {
    env,
    during: (started) => {
      child = started
    },
  })
  assert.deepEqual([ended.code, ended.stderr], [2, 'lasthash: Stopped.\n'])
  assert.equal(stopped.asked(`POST /v1/scans/${ID}/cancel`).length, 1)
})
