import assert from 'node:assert/strict'
import type { RequestListener, ServerResponse } from 'node:http'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type ScanResult, scan } from '../src/index.ts'
import { serving } from './net.ts'
import { startHttp } from './servers.ts'

const BUDGET = 500 // requests
const TIME_LIMIT = 6_000 // milliseconds for gathering; what is slower than that is cut off
const LONGEST = 75_000 // milliseconds, on a machine that is busy with other tests
const MOST_MEMORY = 1_200_000_000 // bytes; the bodies of these targets come to many times that

const html = (response: ServerResponse, body: string | Buffer) =>
  response.setHeader('Content-Type', 'text/html; charset=utf-8').end(body)
const page = (body: string) => `<!doctype html><html><title>Site</title><body>${body}</body></html>`

/** Answers the files that are named, `rest` for any other path; robots.txt and the like are not found. */
function site(files: Record<string, RequestListener>, rest?: RequestListener): RequestListener {
  return (request, response) => {
    const path = request.url!.split('?')[0]!
    const named = files[path] ?? (/^\/(?:p|page|x)/.test(path) ? rest : undefined)
    if (named) return named(request, response)
    response.statusCode = 404
    html(response, page('<h1>Not found</h1>'))
  }
}
const start = (body: string): Record<string, RequestListener> => ({
  '/': (_, response) => void html(response, page(body)),
})
const links = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, n) => `<a href="${prefix}${n}">${n}</a>`).join('')

let bomb: Buffer | undefined
/** Unpacks to 400 MB. */
const gzipBomb = () => {
  bomb ??= gzipSync(Buffer.alloc(400_000_000, '<url><loc>https://site.test/a</loc></url>'), { level: 1 })
  return bomb
}

const HOSTILE: readonly [name: string, handler: () => RequestListener, most?: number, timeLimit?: number][] = [
  [
    'a million links on one page',
    () => site(start(links(1_000_000, '/p')), (_, response) => void html(response, page('x'))),
    BUDGET,
    30_000, // its first page alone takes a second of a processor, of which a busy machine has little
  ],
  [
    'pages without end, each with fifty new ones',
    () => {
      let count = 0
      return site(start(links(50, '/p/')), (_, response) => void html(response, page(links(50, `/p/${++count}/`))))
    },
  ],
  [
    'a calendar that goes on for ever',
    () =>
      site(start('<a href="/page?month=1">next</a>'), (request, response) => {
        const month = Number(/month=(\d+)/.exec(request.url!)?.[1] ?? 1)
        html(
          response,
          page(
            `<a href="/page?month=${month + 1}">next</a><a href="/page?month=${month}&amp;day=${month % 28}">day</a>`,
          ),
        )
      }),
    200,
  ],
  [
    'frames in frames in frames',
    () =>
      site(
        start('<iframe src="/x?1"></iframe>'),
        (request, response) =>
          void html(response, page(`<iframe src="${request.url}1"></iframe><iframe src="${request.url}2"></iframe>`)),
      ),
  ],
  [
    'every link a redirect to another',
    () =>
      site(
        start(links(100, '/p')),
        (request, response) => void response.writeHead(302, { Location: `${request.url}r` }).end(),
      ),
  ],
  [
    'a sitemap that is an XML bomb',
    () =>
      site({
        ...start('<p>x</p>'),
        '/sitemap.xml': (_, response) => {
          const entities = Array.from({ length: 30 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join(
            '',
          )
          response
            .setHeader('Content-Type', 'application/xml')
            .end(`<!DOCTYPE x [<!ENTITY e0 "x">${entities}]><urlset><url><loc>/&e30;</loc></url></urlset>`)
        },
      }),
  ],
  [
    'a sitemap that is a gzip bomb',
    () =>
      site({
        ...start('<p>x</p>'),
        '/sitemap.xml': (_, response) => void response.setHeader('Content-Type', 'application/gzip').end(gzipBomb()),
      }),
  ],
  [
    'sitemaps that list more sitemaps, and themselves',
    () => {
      let count = 0
      const index = (response: ServerResponse) =>
        void response.end(
          `<sitemapindex>${Array.from({ length: 100 }, () => `<sitemap><loc>http://${response.req.headers.host}/x${++count}.xml</loc></sitemap>`).join('')}</sitemapindex>`,
        )
      return site({ ...start('<p>x</p>'), '/sitemap.xml': (_, response) => index(response) }, (_, response) =>
        index(response),
      )
    },
    120,
  ],
  [
    'pages that are no UTF-8',
    () =>
      site(
        start(links(20, '/p')),
        (_, response) =>
          void html(response, Buffer.alloc(100_000, Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0xed, 0xa0, 0x80]))),
      ),
  ],
  [
    'a flood of header fields on every page',
    () =>
      site(start(links(20, '/p')), (_, response) => {
        for (let n = 0; n < 1_500; n++) response.setHeader(`X-Flood-${n}`, 'y'.repeat(80))
        html(response, page('x'))
      }),
  ],
  [
    'pages that never end',
    () =>
      site(start(links(10, '/p')), (_, response) => {
        response.setHeader('Content-Type', 'text/html')
        const more = () => {
          while (!response.destroyed && response.write('<p>more</p>'.repeat(1_000)));
          if (!response.destroyed) response.once('drain', more)
        }
        more()
      }),
  ],
  [
    'pages that drip a byte at a time',
    () =>
      site(start(links(10, '/p')), (_, response) => {
        response.setHeader('Content-Type', 'text/html')
        const drip = setInterval(() => response.write('x'), 50)
        response.on('close', () => clearInterval(drip))
      }),
  ],
  [
    'broken chunks',
    () =>
      site(
        start(links(20, '/p')),
        (request) => void request.socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\nnonsense'),
      ),
  ],
  [
    'elements nested a hundred thousand deep',
    () => site(start(links(5, '/p')), (_, response) => void html(response, '<div>'.repeat(100_000))),
  ],
  [
    'scripts made to hang their reader',
    () =>
      site({
        ...start(`<script src="/a.js"></script><script src="/b.js"></script><script src="/c.js"></script>`),
        '/a.js': (_, response) => void response.setHeader('Content-Type', 'text/javascript').end('"/'.repeat(700_000)),
        '/b.js': (_, response) =>
          void response.setHeader('Content-Type', 'text/javascript').end(`x=${'('.repeat(700_000)}`),
        '/c.js': (_, response) =>
          void response.setHeader('Content-Type', 'text/javascript').end(`/*${'a.b('.repeat(400_000)}`),
      }),
  ],
  [
    'a robots.txt of wildcards',
    () =>
      site(
        {
          ...start(links(50, '/p')),
          '/robots.txt': (_, response) =>
            void response.end(`User-agent: *\n${`Disallow: /${'*a'.repeat(100)}\n`.repeat(5_000)}`),
        },
        (_, response) => void html(response, page('x')),
      ),
  ],
]

for (const [name, handler, most = BUDGET, timeLimit = TIME_LIMIT] of HOSTILE) {
  test(`a hostile target costs bounded time, memory and requests: ${name}`, async (t) => {
    const server = await serving(t, startHttp(handler()))
    const started = Date.now()
    let memory = 0
    const watch = setInterval(() => {
      memory = Math.max(memory, process.memoryUsage().rss)
    }, 50)
    t.after(() => clearInterval(watch))
    const result: ScanResult = await scan({
      url: server.origin,
      type: 'full',
      scanId: 'scan_test',
      allowPrivate: true,
      budget: { requests: BUDGET },
      timeLimit,
      crawl: { browser: false },
    })
    const took = Date.now() - started
    assert.ok(took < LONGEST, `${took} ms`)
    assert.ok(memory < MOST_MEMORY, `${memory} bytes`)
    const crawled = server.seen.filter((line) => /^GET \/(?:p|page|x|cal)/.test(line)).length
    assert.ok(
      server.seen.length <= BUDGET && crawled <= most,
      `${server.seen.length} requests, ${crawled} of them pages`,
    )
    assert.ok(result.coverage.crawl !== null && result.coverage.crawl.pages >= 1)
    assert.ok(result.coverage.checks.some(({ status }) => status === 'failed'))
    assert.ok(JSON.stringify(result).length < 5_000_000)
  })
}
