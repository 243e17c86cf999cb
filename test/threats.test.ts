import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scan } from '../packages/scanner/src/scan.ts'
import { serving } from '../packages/scanner/test/net.ts'
import { startHttp } from '../packages/scanner/test/servers.ts'
import { startPage, THREAT_PAGES } from './targets/threat-pages.ts'

/** All threats that a full scan of the site finds: check and path. */
async function threatsOf(t: Parameters<typeof serving>[0], kind: 'infected' | 'innocent'): Promise<string[]> {
  const server = await serving(
    t,
    startHttp((request, response) => {
      const { pathname } = new URL(request.url!, 'http://site.test')
      const send = (status: number, body: string) =>
        response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(body)
      if (pathname === '/') {
        const start = startPage(kind, {
          agent: request.headers['user-agent'] ?? '',
          referer: request.headers.referer ?? '',
        })
        if (typeof start === 'string') return void send(200, start)
        return void response.writeHead(302, { Location: start.location }).end()
      }
      const known = THREAT_PAGES.find(({ path }) => path === pathname)
      if (known) return void send(200, known[kind])
      send(404, '<h1>Not found</h1>')
    }),
  )
  const { findings } = await scan({
    url: `${server.origin}/`,
    type: 'full',
    scanId: 'scan_test',
    allowPrivate: true,
    perSecond: 10_000,
    dnsServers: ['127.0.0.1:1'],
  })
  return findings
    .filter(({ type }) => type === 'threat')
    .flatMap(({ check, locations }) => locations.map(({ url }) => `${check} ${new URL(url).pathname}`))
    .sort()
}

test('every planted threat is found, each where it is', async (t) => {
  const found = await threatsOf(t, 'infected')
  const expected = [...THREAT_PAGES.map(({ check, path }) => `${check} ${path}`), 'threat/cloaking /']
  assert.deepEqual(found, expected.sort())
})

test('on the innocent look-alikes there is no threat', async (t) => {
  assert.deepEqual(await threatsOf(t, 'innocent'), [])
})
