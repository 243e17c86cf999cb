import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serving } from '../test/net.ts'
import { startHttp } from '../test/servers.ts'
import { testerOf } from './looked-at.ts'
import { type ScanOptions, scan } from './scan.ts'

const FORM =
  '<!doctype html><title>Form</title><form method="post" action="/send"><input name="pass" type="password"></form>'

/** A small site: the start page links to what `links` says, and `pages` are there. */
async function startSite(t: Parameters<typeof serving>[0]) {
  const site = { links: '', pages: {} as Record<string, string> }
  const server = await serving(
    t,
    startHttp((request, response) => {
      const page = request.url === '/' ? `<!doctype html><title>Start</title>${site.links}` : site.pages[request.url!]
      response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' })
      response.end(page ?? '<h1>none</h1>')
    }),
  )
  const run = (options: Partial<ScanOptions> = {}) =>
    scan({
      url: server.origin,
      type: 'full',
      scanId: 'scan_test',
      allowPrivate: true,
      crawl: { browser: false },
      ...options,
    })
  return { site, server, run }
}

test('a page that nothing links to any more is visited again; a quick scan says nothing of it', async (t) => {
  const { site, server, run } = await startSite(t)
  site.links = '<a href="/form">form</a>'
  site.pages = { '/form': FORM }
  const first = await run()
  const found = first.findings.find(({ check }) => check === 'content/password-over-http')
  assert.deepEqual(found?.seen_in, [{ kind: 'page', url: `${server.origin}/form` }])

  site.links = ''
  const quick = await run({ type: 'quick' })
  assert.equal(quick.coverage.checks.find(({ check }) => check === 'content/password-over-http')?.status, 'skipped')
  assert.equal(testerOf(quick.coverage)(found!), false, 'its page was not visited')
  assert.equal(testerOf((await run()).coverage)(found!), false, 'no link led there')

  const places = first.findings.flatMap(({ seen_in = [] }) => seen_in)
  const again = await run({ previous: { script_hosts: null, places } })
  assert.ok(
    again.findings.some(({ fingerprint }) => fingerprint === found!.fingerprint),
    'visited again, and still there',
  )

  site.pages = {}
  const gone = await run({ previous: { script_hosts: null, places } })
  assert.equal(testerOf(gone.coverage)(found!), true, 'the page is gone')
})

test('a file beside a page that nothing links to any more is asked for again', async (t) => {
  const { site, run } = await startSite(t)
  site.links = '<a href="/admin/tool.php">tool</a>'
  site.pages = {
    '/admin/tool.php': 'tool',
    '/admin/tool.php.bak': '<?php $password = "hunter2hunter2"; mysqli_connect();',
  }
  const first = await run()
  const found = first.findings.find(({ check }) => /exposure\/(?:page-copy|backup-source)/.test(check))
  assert.match(found?.seen_in?.[0]?.url ?? '', /tool\.php\.bak$/)
  site.links = ''
  assert.equal(testerOf((await run()).coverage)(found!), false)
  const places = found!.seen_in!
  const again = await run({ previous: { script_hosts: null, places } })
  assert.deepEqual(
    again.findings.filter(({ check }) => check.startsWith('exposure/')).map(({ fingerprint }) => fingerprint),
    [found!.fingerprint],
  )
  site.pages = { '/admin/tool.php': 'tool' }
  assert.equal(testerOf((await run({ previous: { script_hosts: null, places } })).coverage)(found!), true)
})
