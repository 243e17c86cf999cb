import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { scan } from '../packages/scanner/src/index.ts'
import { startHttp } from '../packages/scanner/test/servers.ts'
import { INNOCENT_SITES, INNOCENT_START } from './targets/innocent-sites.ts'
import { PLANTED_SITES } from './targets/planted-exposures.ts'

/** What a full scan says about exposures: `check outcome path`, without the family. */
async function exposuresOf(t: TestContext, handler: Parameters<typeof startHttp>[0]) {
  const server = await startHttp(handler)
  t.after(() => server.close())
  const { findings, coverage } = await scan({
    url: server.origin,
    type: 'full',
    scanId: 'scan_exposures',
    allowPrivate: true,
    perSecond: 10_000,
  })
  assert.deepEqual(
    coverage.checks.filter(({ check, status }) => check.startsWith('exposure/') && status === 'error'),
    [],
  )
  const found = findings
    .filter(({ check }) => check.startsWith('exposure/'))
    .flatMap(({ check, outcome, locations }) =>
      locations.map(({ url }) => {
        const { pathname, search } = new URL(url)
        return `${check.slice('exposure/'.length)} ${outcome} ${pathname}${search}`
      }),
    )
  const told = coverage.sources.find(({ name }) => name === 'exposures')!
  return { server, found: found.sort(), told }
}

for (const { name, headers = {}, start, planted } of PLANTED_SITES) {
  test(`each planted exposure is found exactly once: ${name}`, async (t) => {
    const { found } = await exposuresOf(t, (request, response) => {
      const file = planted.find(({ path }) => path === request.url)
      if (request.url === '/') response.writeHead(200, { 'Content-Type': 'text/html', ...headers }).end(start)
      else if (file) response.writeHead(200, file.type ? { 'Content-Type': file.type } : {}).end(file.body)
      else response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>Not found</h1>')
    })
    assert.deepEqual(found, planted.map(({ path, finding }) => `${finding} ${path}`).sort())
  })
}

for (const { name, answer } of INNOCENT_SITES) {
  test(`nothing is found where nothing is: ${name}`, async (t) => {
    const { found, server } = await exposuresOf(t, (request, response) => {
      if (request.url === '/') response.writeHead(200, { 'Content-Type': 'text/html' }).end(INNOCENT_START)
      else answer(request, response)
    })
    assert.deepEqual(found, [])
    assert.ok(server.seen.length < 600, `${server.seen.length} requests`)
  })
}

test('copies beside pages deep in the site are looked for once the crawl knows them', async (t) => {
  const page = (more: string) => `<!doctype html><html><head><title>Shop</title></head><body>${more}</body></html>`
  const pages: Record<string, string> = {
    '/': page('<a href="/shop/">Shop</a>'),
    '/shop/': page('<a href="/shop/list.php">List</a>'),
    '/shop/list.php': page('<p>Bread</p>'),
  }
  const { found } = await exposuresOf(t, (request, response) => {
    const body = pages[request.url!]
    if (body) response.writeHead(200, { 'Content-Type': 'text/html' }).end(body)
    else if (request.url === '/shop/list.php.bak')
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end('<?php')
    else response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>Not found</h1>')
  })
  assert.deepEqual(found, ['page-copy source /shop/list.php.bak'])
})

test('coverage says when the rest was not asked for', async (t) => {
  const { told } = await exposuresOf(t, (request, response) => {
    if (request.url === '/') response.writeHead(200, { 'Content-Type': 'text/html' }).end(INNOCENT_START)
    else response.writeHead(302, { Location: '/login' }).end()
  })
  assert.match(told.reason, /^\d{3} paths were not asked for: the site answers every path with 302$/)
})
