import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { type TestContext, test } from 'node:test'
import { EXPOSURE_PATHS } from '../../data/exposure-paths.ts'
import { page } from '../../test/evidence.ts'
import { gather } from '../../test/gather.ts'
import { serving } from '../../test/net.ts'
import { startHttp } from '../../test/servers.ts'
import { foundFiles } from '../derive/found_files.ts'
import { pageCopies } from '../derive/page-copies.ts'
import { siblingOf } from '../derive/sibling.ts'
import { siteArchives } from '../derive/site-archives.ts'
import { pathsFor } from './exposures.ts'

const PAGE = `<html><title>Shop</title>${'<p>goods</p>'.repeat(50)}</html>`
const START = { 'Content-Type': 'text/html' }

async function probing(t: TestContext, answer: RequestListener) {
  const server = await serving(
    t,
    startHttp((request, response) => {
      if (request.url === '/') response.writeHead(200, START).end(PAGE)
      else answer(request, response)
    }),
  )
  return { server, evidence: await gather(t, server.origin, 'exposures') }
}

test('every path once, error pages shortened, redirects not followed', async (t) => {
  const { server, evidence } = await probing(t, (request, response) => {
    if (request.url === '/.env') response.end('SECRET=1')
    else if (request.url === '/backup.zip') response.end(Buffer.alloc(200_000, 'x'))
    else if (request.url === '/.git/HEAD') response.writeHead(302, { Location: '/' }).end()
    else if (request.url === '/config.json') request.socket.destroy()
    else response.writeHead(404).end('x'.repeat(5_000))
  })
  const { soft_404, probes, left_out } = evidence
  assert.equal(soft_404.response.status, 404)
  assert.equal(left_out, null)
  const by = new Map(probes.map(({ path, exchange }) => [path, exchange.response]))
  assert.equal(by.get('/.env')!.body, 'SECRET=1')
  assert.deepEqual([by.get('/backup.zip')!.body.length, by.get('/backup.zip')!.truncated], [64 * 1024, true])
  assert.equal(by.get('/.git/HEAD')!.status, 302)
  assert.equal(by.has('/config.json'), false)
  assert.equal(by.get('/.npmrc')!.body.length, 1024)
  const { first } = pathsFor(page({ url: `${server.origin}/`, headers: START, body: PAGE }))
  assert.equal(probes.length, first.length) // the start page instead of the one that gave no answer
  for (const path of first) {
    // A kept connection that closes without an answer may just have been too old, so that one is asked for again.
    assert.equal(server.seen.filter((line) => line === `GET ${path}`).length, path === '/config.json' ? 2 : 1, path)
  }
  assert.deepEqual(JSON.parse(JSON.stringify(evidence)), evidence)
})

test('what seems to be there is held against a name beside it that cannot exist', async (t) => {
  const { server, evidence } = await probing(t, (request, response) => {
    const url = request.url!
    // one real archive; and a folder in which every file is said to be there
    if (url === '/backup.zip') response.end('PK\u0003\u0004real')
    else if (url.startsWith('/actuator/')) response.end(`{"_links":{"self":{"href":"${url}"}}}`)
    else response.writeHead(404).end('Not found')
  })
  const control = (path: string) => evidence.probes.find((probe) => probe.path === path)!.control
  assert.equal(control('/backup.zip')!.response.status, 404)
  assert.equal(control('/actuator/health')!.response.status, 200)
  assert.equal(control('/.env'), null)
  assert.match(control('/actuator/env')!.request.url, /\/actuator\/lasthash-[0-9a-f]{12}$/)
  const asked = server.seen.filter((line) => /^GET \/actuator\/lasthash-/.test(line))
  assert.equal(asked.length, 1, 'once for each folder and ending')
  assert.deepEqual(
    foundFiles(evidence).map(({ path }) => path),
    ['/', '/backup.zip'],
  )
})

const STOPS: [name: string, answer: RequestListener, reason: RegExp][] = [
  [
    'a log-in for everything',
    (_, response) => response.writeHead(302, { Location: '/login' }).end(),
    /answers every path with 302/,
  ],
  ['forbidden altogether', (_, response) => response.writeHead(403).end('Blocked'), /answers every path with 403/],
  [
    'random words at every path',
    (_, response) => response.end(Array.from({ length: 200 }, () => Math.random().toString(36).slice(2, 9)).join(' ')),
    /with a page made for it/,
  ],
]
for (const [name, answer, reason] of STOPS) {
  test(`stops early: ${name}`, async (t) => {
    const { server, evidence } = await probing(t, answer)
    assert.match(evidence.left_out!.reason, reason)
    assert.ok(evidence.left_out!.count > 100)
    assert.ok(server.seen.length < 120, `${server.seen.length} requests`)
  })
}

test('a site that serves one page for everything is still asked: files lie beneath it', async (t) => {
  const { server, evidence } = await probing(t, (request, response) => {
    if (request.url === '/.git/config') response.end('[core]\n')
    else response.writeHead(200, START).end(PAGE)
  })
  assert.equal(evidence.left_out, null)
  assert.ok(server.seen.includes('GET /backup.zip'))
  assert.deepEqual(
    foundFiles(evidence).map(({ path }) => path),
    ['/', '/.git/config'],
  )
})

test('an ordinary site costs at most 400 requests, one that shows its language fewer', () => {
  const asked = (headers: Record<string, string>, body = PAGE) =>
    pathsFor(page({ url: 'https://www.shop.site.test/', headers: { ...START, ...headers }, body })).first
  assert.ok(asked({}).length <= 400, `${asked({}).length}`)
  for (const server of ['PHP/8.3', 'Express', 'ASP.NET', 'Phusion Passenger', 'gunicorn'])
    assert.ok(asked({ 'X-Powered-By': server }).length < asked({}).length - 20, server)
  assert.ok(asked({ 'X-Powered-By': 'Express' }).includes('/.env'))
  assert.ok(!asked({ 'X-Powered-By': 'Express' }).includes('/wp-config.php.bak'))
  assert.ok(asked({}, `<link href="/wp-content/themes/x.css">${PAGE}`).includes('/wp-content/debug.log'))
  assert.ok(!asked({}).includes('/containers/json') || asked({}).length <= 400)
  assert.ok(asked({}, '{"message":"page not found"}').includes('/v2/keys'))
  assert.ok(!asked({}).includes('/v2/keys'))
})

test('there are at least three hundred paths, each once and each with a reason', () => {
  assert.ok(EXPOSURE_PATHS.length >= 300)
  assert.equal(new Set(EXPOSURE_PATHS.map(({ path }) => path)).size, EXPOSURE_PATHS.length)
  const known = new Set(EXPOSURE_PATHS.map(({ path }) => path))
  for (const { path, reason, after } of EXPOSURE_PATHS) {
    assert.match(path, /^\/[^#\s]+$/)
    assert.equal(new URL(path, 'http://site.test').href, `http://site.test${path}`, 'sent as written')
    assert.match(reason, /^[A-Za-z].+\.$/)
    assert.ok(after === undefined || known.has(after), `${path} waits for ${after}`)
  }
})

test('a sibling keeps folder, leading dot, ending and query', () => {
  const cases: [string, string][] = [
    ['/.env', '/.W'],
    ['/.env.bak', '/.W.bak'],
    ['/.git/HEAD', '/.git/W'],
    ['/wp-config.php.bak', '/W.php.bak'],
    ['/index.php~', '/W.php~'],
    ['/phpmyadmin/', '/W/'],
    ['/a/b/c/', '/a/b/W/'],
    ['/status?full', '/W?full'],
    ['/query?q=a/b', '/W?q=a/b'],
    ['/.wp-config.php.swp', '/.W.php.swp'],
  ]
  for (const [path, sibling] of cases) assert.equal(siblingOf(path, 'W'), sibling)
})

test('archives are named after the site', () => {
  const paths = siteArchives('www.shop.example.com')
  for (const path of ['/example.com.zip', '/shop.zip', '/example.tar.gz', '/www.shop.example.com.zip'])
    assert.ok(paths.includes(path), path)
  assert.deepEqual(siteArchives('192.0.2.1'), [])
  assert.deepEqual(siteArchives('localhost'), [])
})

test('copies are looked for beside the pages that the site shows', () => {
  const origin = 'https://site.test'
  const paths = pageCopies(
    [`${origin}/shop/cart.php?id=7`, `${origin}/en/about.html`, 'https://other.test/x.php', `${origin}/css/site.css`],
    origin,
  )
  assert.deepEqual(paths, [
    '/shop/cart.php.bak',
    '/shop/cart.php.old',
    '/shop/cart.php~',
    '/shop/.cart.php.swp',
    '/shop.zip',
    '/shop.tar.gz',
    '/shop.sql',
  ])
  assert.ok(
    pageCopies(
      Array.from({ length: 500 }, (_, n) => `${origin}/a${n}x/${n}.php`),
      origin,
    ).length <= 28,
  )
})

test('what was found counts when the budget is used up on the way', async (t) => {
  const server = await serving(
    t,
    startHttp((request, response) => {
      if (request.url === '/') response.writeHead(200, START).end(PAGE)
      else if (request.url === '/.git/HEAD') response.end('ref: refs/heads/main')
      else response.writeHead(404).end('Not found')
    }),
  )
  const budget = { requests: 60, handshakes: 0, dns_queries: 0 }
  const { probes, left_out } = await gather(t, server.origin, 'exposures', { budget })
  assert.ok(probes.some(({ path }) => path === '/.git/HEAD'))
  assert.match(left_out!.reason, /budget of 60 HTTP requests is used up/)
  assert.ok(left_out!.count > 200)
})

test('a site that lives in a folder is asked there as well', () => {
  const { first } = pathsFor(page({ url: 'https://site.test/shop/start', headers: START, body: PAGE }))
  assert.ok(first.includes('/shop/.git/HEAD') && first.includes('/.git/HEAD'))
})
