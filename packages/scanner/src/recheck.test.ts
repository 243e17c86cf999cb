import assert from 'node:assert/strict'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { after, test } from 'node:test'
import { startHttp, type TestServer } from '../test/servers.ts'
import type { Finding } from './finding.ts'
import { type Recheck, recheck } from './recheck.ts'
import { ScanError, scan } from './scan.ts'

const servers: TestServer[] = []
after(() => Promise.all(servers.map((server) => server.close())))

type Answers = Record<string, { status?: number; headers?: Record<string, string>; body?: string } | undefined>

/** A website whose answers can be exchanged while it runs. */
async function site(first: Answers): Promise<TestServer & { become(next: Answers): void }> {
  let answers = first
  const respond: RequestListener = (request: IncomingMessage, response: ServerResponse) => {
    const answer = answers[request.url ?? '/'] ?? { status: 404, body: 'nothing' }
    response.writeHead(answer.status ?? 200, { 'Content-Type': 'text/html', ...answer.headers })
    response.end(answer.body ?? '')
  }
  const server = await startHttp(respond)
  servers.push(server)
  return Object.assign(server, {
    become(next: Answers) {
      answers = next
    },
  })
}

const SHARED = { scanId: 'scan_test', allowPrivate: true, crawl: { browser: false } }
const html = (body: string) => ({ body: `<!doctype html><title>Shop</title>${body}` })

async function found(origin: string, check: string): Promise<Finding> {
  const { findings } = await scan({ url: origin, type: 'full', ...SHARED })
  const finding = findings.find((one) => one.check === check)
  assert.ok(finding, `${check} finds nothing there`)
  return finding
}
const again = (origin: string, finding: Finding): Promise<Recheck> => recheck({ url: origin, finding, ...SHARED })

const BAD_PAGE = html(
  "You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near ''1'' at line 1",
)
const START = html('<a href="/prices">Prices</a> <a href="/about">About</a>')
const GIT = { headers: { 'Content-Type': 'text/plain' }, body: 'ref: refs/heads/main\n' }
const LIBRARY = (version: string) => ({
  headers: { 'Content-Type': 'text/javascript' },
  body: `/*! jQuery v${version} | (c) OpenJS Foundation and other contributors */ var a=1`,
})

const CASES: {
  name: string
  check: string
  before: Answers
  after: Answers
  expected: Recheck['result']
  says?: RegExp
}[] = [
  {
    name: 'a header of the site is still missing',
    check: 'headers/x-content-type-options',
    before: { '/': START },
    after: { '/': START },
    expected: 'still_there',
  },
  {
    name: 'a header of the site is sent now',
    check: 'headers/x-content-type-options',
    before: { '/': html('') },
    after: { '/': { ...html(''), headers: { 'X-Content-Type-Options': 'nosniff' } } },
    expected: 'fixed',
  },
  {
    name: 'a page deep in the site still shows it',
    check: 'content/error-message',
    before: { '/': START, '/prices': BAD_PAGE },
    after: { '/': html('no link any more'), '/prices': BAD_PAGE },
    expected: 'still_there',
  },
  {
    name: 'a page deep in the site is mended',
    check: 'content/error-message',
    before: { '/': START, '/prices': BAD_PAGE },
    after: { '/': START, '/prices': html('Our prices') },
    expected: 'fixed',
  },
  {
    name: 'the page is gone',
    check: 'content/error-message',
    before: { '/': START, '/prices': BAD_PAGE },
    after: { '/': START },
    expected: 'fixed',
  },
  {
    name: 'the page refuses: it may be there for others',
    check: 'content/error-message',
    before: { '/': START, '/prices': BAD_PAGE },
    after: { '/': START, '/prices': { status: 403, body: 'no' } },
    expected: 'not_tested',
    says: /\/prices could not be judged: it answered 403/,
  },
  {
    name: 'the page leads elsewhere',
    check: 'content/error-message',
    before: { '/': START, '/prices': BAD_PAGE },
    after: { '/': START, '/about': html('x'), '/prices': { status: 302, headers: { Location: '/about' } } },
    expected: 'not_tested',
    says: /redirects to/,
  },
  {
    name: 'an exposed file is still there',
    check: 'exposure/git',
    before: { '/': START, '/.git/HEAD': GIT },
    after: { '/': START, '/.git/HEAD': GIT },
    expected: 'still_there',
  },
  {
    name: 'an exposed file is gone',
    check: 'exposure/git',
    before: { '/': START, '/.git/HEAD': GIT },
    after: { '/': START },
    expected: 'fixed',
  },
  {
    name: 'a library is as old as before',
    check: 'software/vulnerable-library',
    before: { '/': html('<script src="/jquery.js"></script>'), '/jquery.js': LIBRARY('1.8.0') },
    after: { '/': html('<script src="/jquery.js"></script>'), '/jquery.js': LIBRARY('1.8.0') },
    expected: 'still_there',
  },
  {
    name: 'a library is new now',
    check: 'software/vulnerable-library',
    before: { '/': html('<script src="/jquery.js"></script>'), '/jquery.js': LIBRARY('1.8.0') },
    after: { '/': html('<script src="/jquery.js"></script>'), '/jquery.js': LIBRARY('3.7.1') },
    expected: 'fixed',
  },
  {
    name: 'a library shows no more, and nobody looked in a browser',
    check: 'software/vulnerable-library',
    before: { '/': html('<script src="/jquery.js"></script>'), '/jquery.js': LIBRARY('1.8.0') },
    after: { '/': html('<script src="/bundle.js"></script>') },
    expected: 'not_tested',
    says: /no browser/,
  },
]
for (const { name, check, before, after: later, expected, says } of CASES) {
  test(`${check}: ${name}`, async () => {
    const server = await site(before)
    const finding = await found(server.origin, check)
    server.become(later)
    const asked = server.seen.length
    const result = await again(server.origin, finding)
    assert.equal(result.result, expected, result.reason)
    assert.match(result.reason, says ?? /^$/)
    assert.equal(result.finding?.fingerprint ?? null, expected === 'still_there' ? finding.fingerprint : null)
    // Just this check: a scan of the same site asks hundreds of times.
    assert.ok(server.seen.length - asked <= 20, `${server.seen.length - asked} requests`)
    assert.equal(result.requests, server.seen.length - asked)
  })
}

test('on a site that stays as it is, each finding of a full scan is still there', async () => {
  const server = await site({
    '/': {
      ...html(
        '<a href="/prices">Prices</a><a href="/list/">List</a><script src="/jquery.js"></script><script src="https://cdn.example/x.js"></script><form action="http://other.example/" method="post"><input type="password" name="p"></form><img src="http://images.example/a.png"><p>Ask ada@shop.example, 10.0.0.7',
      ),
      headers: {
        'Set-Cookie': 'PHPSESSID=6d2f0e3b8c1a49d7b5e60f12; path=/',
        Server: 'nginx/1.14.0',
        'X-Powered-By': 'PHP/5.6.1',
      },
    },
    '/prices': BAD_PAGE,
    '/list/': {
      body: '<title>Index of /list/</title><h1>Index of /list/</h1><a href="../">../</a> <a href="a.txt">a.txt</a>',
    },
    '/jquery.js': LIBRARY('1.8.0'),
    '/.git/HEAD': GIT,
    '/.env': { headers: { 'Content-Type': 'text/plain' }, body: 'APP_KEY=base64:abcd\nDB_PASSWORD=hunter2hunter2\n' },
  })
  const { findings } = await scan({ url: server.origin, type: 'full', ...SHARED })
  assert.ok(findings.length > 20, `${findings.length} findings`)
  const wrong: string[] = []
  for (const finding of findings) {
    const { result, reason } = await again(server.origin, finding)
    if (result !== 'still_there') wrong.push(`${finding.check} ${finding.outcome}: ${result} ${reason}`)
  }
  assert.deepEqual(wrong, [])
})

test('what is known of some places only is not called fixed', async () => {
  const server = await site({ '/': START, '/prices': BAD_PAGE })
  const finding = await found(server.origin, 'content/error-message')
  server.become({ '/': START, '/prices': html('') })
  const result = await again(server.origin, { ...finding, seen_in: undefined, location_count: 300 })
  assert.deepEqual([result.result, /300 places/.test(result.reason)], ['not_tested', true])
})

test('a site that gives no answer, a check that is no more, and one that compares scans are not tested', async () => {
  const server = await site({ '/': START })
  const finding = await found(server.origin, 'csp/missing')
  const of = async (changed: Partial<Finding>) => (await again(server.origin, { ...finding, ...changed })).result
  assert.equal(await of({ check: 'csp/no-more' }), 'not_tested')
  assert.equal(await of({ check: 'threat/new-script-host' }), 'not_tested')
  await server.close()
  const result = await again(server.origin, finding)
  assert.equal(result.result, 'not_tested')
  assert.notEqual(result.reason, '')
})

test('an address that is refused is an error, and so is being canceled', async () => {
  const server = await site({ '/': START })
  const finding = await found(server.origin, 'csp/missing')
  await assert.rejects(recheck({ url: server.origin, finding, ...SHARED, allowPrivate: false }), ScanError)
  const signal = AbortSignal.abort()
  await assert.rejects(recheck({ url: server.origin, finding, ...SHARED, signal }), { code: 'aborted' })
})
