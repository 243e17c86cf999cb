import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { after, test } from 'node:test'
import { makeCertificate } from '../../../test/certificates.ts'
import { derived, forgetful, gather } from '../../../test/gather.ts'
import { serving } from '../../../test/net.ts'
import { startHttp, startHttps, type TestServer } from '../../../test/servers.ts'
import type { BrowserPage, Leads, Page, Script, ScriptLeads } from '../../evidence.ts'
import { closeChromium } from '../../net/browser/launch.ts'

const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs Chromium: npm run test:all'
after(() => closeChromium())

const APP = `
  const show = (path, text) => { history.pushState({}, '', path); main.textContent = text }
  document.body.innerHTML = '<main id="main"></main><button id="b">Products</button><div id="d" style="cursor:pointer">Deals</div><button id="out">Log out</button><x-menu></x-menu><form method="post" action="/save"><input name="title"><button>Save</button></form>'
  b.onclick = () => { show('/products', 'Products'); fetch('/api/products?sort=price') }
  d.onclick = () => { location.hash = '#/deals' }
  out.onclick = () => fetch('/api/session/end')
  customElements.define('x-menu', class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: 'closed' }).innerHTML = '<a href="/hidden-in-shadow">x</a>' }
  })
  window.jQuery = { fn: { jquery: '3.4.1' } }
  alert('hello'); confirm('sure?')
  fetch('/api/items', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name: 'x', price: 1 }) })
  fetch('/api/logout'); new WebSocket(location.origin.replace('http', 'ws') + '/socket')
  const s = document.createElement('script'); s.src = foreign + '/widget.js'; document.head.append(s)
  new Image().src = foreign + '/pixel.gif'; fetch(foreign + '/track').catch(() => {})
  setInterval(() => fetch('/api/poll'), 100)`

/** Crawls with a browser, as the engine does. */
async function crawl(t: Parameters<typeof gather>[0], server: TestServer, url = server.origin, options = {}) {
  const pages: Page[] = []
  const scripts: Script[] = []
  const shown: BrowserPage[] = []
  const intake = {
    ...forgetful,
    page: async (page: Page) => derived({ page: pages[pages.push(page) - 1]! }, 'leads') as Leads,
    script: async (one: Script) => derived({ script: scripts[scripts.push(one) - 1]! }, 'script_leads') as ScriptLeads,
    browser: async (one: BrowserPage) => void shown.push(one),
  }
  const evidence = await gather(t, url, 'crawl', options, intake)
  return { evidence, shown, scripts, paths: pages.map((page) => new URL(page.url).pathname) }
}

function app(foreign: () => string): RequestListener {
  return (request, response) => {
    const path = request.url!.split('?')[0]!
    if (path === '/app.js')
      response.setHeader('Content-Type', 'text/javascript').end(`const foreign = '${foreign()}'\n${APP}`)
    else if (path.startsWith('/api/')) response.setHeader('Content-Type', 'application/json').end('{}')
    else if (/^\/(?:products|hidden-in-shadow)?$/.test(path))
      response
        .setHeader('Content-Type', 'text/html')
        .end('<!doctype html><title>App</title><body><script src="/app.js"></script>')
    else response.writeHead(404).end()
  }
}

test('a page that scripts make is read: routes, requests, shadow roots, versions; nothing is changed', {
  skip,
}, async (t) => {
  const widget = await serving(
    t,
    startHttp((_, response) => response.setHeader('Content-Type', 'text/javascript').end('window.w = 1')),
  )
  const foreign = widget.origin.replace('127.0.0.1', 'localhost')
  const server = await serving(t, startHttp(app(() => foreign)))
  const { evidence, shown, scripts, paths } = await crawl(t, server)
  assert.deepEqual(evidence.browser.reason, '')
  assert.ok(evidence.browser.used && evidence.browser.pages >= 1)
  for (const path of ['/products', '/hidden-in-shadow', '/api/products'])
    assert.ok(paths.includes(path), `${path} in ${paths}`)
  const start = shown[0]!
  assert.equal(start.globals['jQuery.fn.jquery'], '3.4.1')
  assert.equal(start.dialogs, 2)
  assert.match(start.html, /<button id="b"/)
  const post = start.requests.find(({ method }) => method === 'POST')
  assert.deepEqual([post?.names, post?.third_party], [['name', 'price'], false])
  assert.ok(
    evidence.parameters.some(
      ({ name, in: place, source }) => name === 'price' && place === 'body' && source === 'browser',
    ),
  )
  const foreigners = scripts.filter(({ third_party }) => third_party)
  assert.deepEqual(
    foreigners.map(({ url, body, page }) => [url, body, page]),
    [[`${foreign}/widget.js`, 'window.w = 1', `${server.origin}/`]],
  )
  assert.deepEqual(widget.seen, ['GET /widget.js'])
  assert.deepEqual(
    server.seen.filter((line) => !line.startsWith('GET ') || /logout|session|save/.test(line)),
    [],
  )
})

test('HTTPS with a certificate that nobody trusts, on a name that only we resolve', { skip }, async (t) => {
  const made = makeCertificate({ names: ['wrong.test'] })
  const server = await serving(
    t,
    startHttps(
      made,
      app(() => 'https://other.test'),
    ),
  )
  const url = `https://site.test:${server.port}`
  const { evidence, shown, paths } = await crawl(t, server, url, { resolve: async () => ['127.0.0.1'] })
  assert.ok(evidence.browser.used, evidence.browser.reason)
  assert.ok(shown[0]!.url.startsWith(url))
  assert.ok(paths.includes('/products'))
})

test('a page that never idles, one that hangs, and one that nests frames without end are bounded', {
  skip,
}, async (t) => {
  const bodies: Record<string, string> = {
    '/': '<script src="/x.js"></script><a href="/hang">h</a><a href="/frames">f</a><a href="/bomb">b</a>',
    '/hang': '<script>for (;;);</script>',
    '/frames': '<iframe src="/frames?a"></iframe><iframe src="/frames?b"></iframe><script>1</script><img>',
    '/bomb':
      '<script>setInterval(() => { for (let i = 0; i < 500; i++) document.body.append(document.createElement("a")) }, 1); for (;;) alert(1)</script>',
  }
  const server = await serving(
    t,
    startHttp((request, response) => {
      const body = bodies[request.url!.split('?')[0]!]
      if (body === undefined) response.statusCode = 404
      response.setHeader('Content-Type', 'text/html').end(body)
    }),
  )
  const started = Date.now()
  const { evidence } = await crawl(t, server, server.origin, {
    budget: { requests: 300, handshakes: 0, dns_queries: 0 },
  })
  assert.ok(Date.now() - started < 90_000, `${Date.now() - started} ms`)
  assert.ok(evidence.pages >= 3)
  assert.ok(server.seen.length <= 300)
})

test('where no browser is, the crawl goes on and says why', async (t) => {
  const before = process.env.CHROME_PATH
  process.env.CHROME_PATH = '/nonexistent/chromium'
  t.after(() => {
    if (before === undefined) delete process.env.CHROME_PATH
    else process.env.CHROME_PATH = before
  })
  await closeChromium()
  const server = await serving(
    t,
    startHttp((request, response) => {
      response.statusCode = /^\/b?$/.test(request.url!) ? 200 : 404
      response.setHeader('Content-Type', 'text/html').end('<a href="/b">b</a>')
    }),
  )
  const { evidence } = await crawl(t, server)
  assert.deepEqual([evidence.browser.used, evidence.pages], [false, 2])
  assert.match(evidence.browser.reason, /nothing at CHROME_PATH/)
})
