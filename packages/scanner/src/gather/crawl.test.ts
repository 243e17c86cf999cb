import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { derived, forgetful, gather } from '../../test/gather.ts'
import { serving } from '../../test/net.ts'
import { startHttp } from '../../test/servers.ts'
import type { CrawlOptions, Leads, Page, Script, ScriptLeads } from '../evidence.ts'

type Files = Record<string, string | Buffer | { status: number; body?: string; location?: string }>

/** Crawls a site of `files`, HTML unless a file's name says otherwise, as the engine does: leads come from what is handed in. */
async function crawl(
  t: Parameters<typeof gather>[0],
  files: (origin: string) => Files,
  options: CrawlOptions = {},
  budget = 500,
) {
  const pages: Page[] = []
  const scripts: Script[] = []
  let served: Files = {}
  const server = await serving(
    t,
    startHttp((request, response) => {
      const file = served[request.url!]
      if (file === undefined) return void response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>none</h1>')
      const isFile = typeof file === 'string' || Buffer.isBuffer(file)
      const type = /\.(js|json|map|xml)$/.exec(request.url!.split('?')[0]!)?.[1]
      response.setHeader('Content-Type', type === 'js' ? 'text/javascript' : type ? `application/${type}` : 'text/html')
      if (isFile) response.end(file)
      else response.writeHead(file.status, file.location ? { Location: file.location } : {}).end(file.body)
    }),
  )
  served = files(server.origin)
  const intake = {
    ...forgetful,
    page: async (page: Page) => derived({ page: pages[pages.push(page) - 1]! }, 'leads') as Leads,
    script: async (script: Script) =>
      derived({ script: scripts[scripts.push(script) - 1]! }, 'script_leads') as ScriptLeads,
  }
  const limit = { requests: budget, handshakes: 0, dns_queries: 0 }
  const evidence = await gather(t, server.origin, 'crawl', { budget: limit }, intake, {
    crawl: { browser: false, ...options },
  })
  const paths = pages.map(({ url }) => url.slice(server.origin.length)).sort()
  return { evidence, paths, scripts, server }
}

test('everything that leads somewhere is followed, each page once', async (t) => {
  const { evidence, paths, scripts, server } = await crawl(t, (origin) => ({
    '/': `<a href="/a">a</a><a href="/a#b">a</a><script src="/app.js"></script><form action="/find"><input name="q"></form>
      <form method="post" action="/login"><input name="user"><input type="password" name="password"></form><a href="/logout">out</a>
      <a href="https://other.test/">o</a><img src="/img?w=5">`,
    '/a': '<a href="/moved">m</a><iframe src="/frame"></iframe><a href="/broken">b</a>',
    '/moved': { status: 301, location: '/target' },
    '/target': '<a href="/">home</a>',
    '/frame': '<link rel="canonical" href="/a">',
    '/find?q=': '<p>nothing found</p>',
    '/broken': { status: 500, body: 'Fatal error' },
    '/app.js': `fetch('/api/list.json')\n//# sourceMappingURL=app.js.map`,
    '/app.js.map': JSON.stringify({ version: 3, sources: ['x.ts'], sourcesContent: ['get("/api/hidden.json")'] }),
    '/api/list.json': '{"next":"/api/page2.json"}',
    '/api/page2.json': '{}',
    '/robots.txt': `User-agent: *\nDisallow: /hidden\nSitemap: ${origin}/map.xml`,
    '/hidden': '<p>hidden</p>',
    '/map.xml': `<sitemapindex><sitemap><loc>${origin}/more.xml.gz</loc></sitemap></sitemapindex>`,
    '/more.xml.gz': gzipSync(`<urlset><url><loc>${origin}/listed</loc></url></urlset>`),
    '/listed': '<p>listed</p>',
    '/openapi.json': JSON.stringify({
      openapi: '3.0.0',
      paths: { '/v1/things': { get: { parameters: [{ name: 'sort', in: 'query' }] } } },
    }),
    '/v1/things': '[]',
    '/logout': '<p>bye</p>',
  }))
  const expected = [
    '/a',
    '/api/list.json',
    '/api/page2.json',
    '/broken',
    '/find?q=',
    '/frame',
    '/hidden',
    '/listed',
    '/openapi.json',
    '/target',
    '/v1/things',
  ]
  assert.deepEqual(paths, expected)
  assert.deepEqual(
    scripts.map(({ url }) => url.slice(server.origin.length)),
    ['/app.js', '/app.js.map'],
  )
  assert.equal(evidence.pages, expected.length + 1)
  assert.deepEqual(
    evidence.parameters
      .map(({ url, method, name, in: place }) => `${method} ${url.slice(server.origin.length)} ${place} ${name}`)
      .sort(),
    [
      'GET /find query q',
      'GET /img query w',
      'GET /v1/things query sort',
      'POST /login body password',
      'POST /login body user',
    ],
  )
  assert.equal(evidence.unfollowed.unsafe, 1)
  assert.equal(evidence.unfollowed.elsewhere, 1)
  assert.deepEqual(evidence.limits, [])
  assert.deepEqual([...new Set(server.seen.map((line) => line.split(' ')[0]))], ['GET'])
  assert.equal(new Set(server.seen).size, server.seen.length)
})

test('what came only in part is judged, and coverage says so', async (t) => {
  const filler = 'x'.repeat(3_000_000)
  const { evidence, paths, scripts } = await crawl(t, () => ({
    '/': '<a href="/long">l</a><script src="/long.js"></script>',
    '/long': `<a href="/further">f</a><!--${filler}-->`,
    '/long.js': `fetch('/found'); x = "${filler}"`,
    '/further': 'x',
    '/found': 'x',
  }))
  assert.deepEqual(paths, ['/found', '/further', '/long'])
  assert.ok(scripts[0]!.exchange.response.truncated)
  assert.deepEqual(evidence.limits, [
    'Pages and script files judged only as far as they came (too long, too slow, or broken off): 2.',
  ])
})

test('robots.txt is obeyed where that is asked for', async (t) => {
  const files = () => ({
    '/': '<a href="/no/x">x</a><a href="/yes">y</a>',
    '/no/x': 'x',
    '/yes': 'y',
    '/robots.txt': 'User-agent: *\nDisallow: /no',
  })
  assert.deepEqual((await crawl(t, files)).paths, ['/no/x', '/yes'])
  const { paths, evidence } = await crawl(t, files, { robots: true })
  assert.deepEqual([paths, evidence.unfollowed.robots], [['/yes'], 2])
})

test('a budget that is used up ends the crawl with what it has, and says so', async (t) => {
  const links = Array.from({ length: 200 }, (_, n) => `<a href="/${n}">${n}</a>`).join('')
  const files = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`/${n}`, `<p>${n}</p>`]))
  const { evidence, server } = await crawl(t, () => ({ '/': links, ...files }), {}, 60)
  assert.ok(server.seen.length <= 60)
  assert.ok(evidence.pages > 20)
  assert.deepEqual(evidence.limits, ["The scan's budget of 60 HTTP requests is used up."])
})

test('a description that is named is read first, wherever it lies, and what it describes is crawled', async (t) => {
  const files = () => ({
    '/': '<p>start</p>',
    '/docs/our-api.json': JSON.stringify({ openapi: '3.1.0', paths: { '/v2/orders': { get: {} } } }),
    '/v2/orders': '[]',
  })
  assert.deepEqual((await crawl(t, files)).paths, [])
  const { paths } = await crawl(t, files, { description: '/docs/our-api.json' })
  assert.deepEqual(paths, ['/docs/our-api.json', '/v2/orders'])
})
