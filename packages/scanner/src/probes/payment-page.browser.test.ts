// Payment pages in a real Chromium: which scripts a browser runs for them, whatever wrote them there.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { after, test } from 'node:test'
import { serving } from '../../test/net.ts'
import { startHttp } from '../../test/servers.ts'
import { closeChromium } from '../net/browser/launch.ts'
import { type PaymentPageReading, probePaymentPage } from './payment-page.ts'

const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs Chromium: npm run test:all'
after(() => closeChromium())

const js = (response: Parameters<RequestListener>[1], text: string) =>
  response.setHeader('Content-Type', 'text/javascript').setHeader('Access-Control-Allow-Origin', '*').end(text)
const LIB = 'window.lib = 1'
const SRI = `sha256-${createHash('sha256').update(LIB).digest('base64')}`

function shop(foreign: () => string): RequestListener {
  const page = () => `<!doctype html><title>Checkout</title>
    <script src="/app.js?v=3"></script>
    <script src="${foreign()}/lib.js" integrity="${SRI}" crossorigin></script>
    <script>window.token = 'a8f3c2d1e4b5a6978812'; window.at = ${Date.now()}</script>
    <script type="application/ld+json">{"@type": "Product"}</script>
    <button onclick="pay()">Pay</button>
    <iframe src="${foreign()}/frame"></iframe>
    <script>
      const s = document.createElement('script'); s.src = '${foreign()}/tag.js?_=' + Date.now(); document.head.append(s)
      new Function('window.made = 1')()
      //# sourceURL=${foreign()}/lib.js
    </script>`
  return (request, response) => {
    const path = request.url!.split('?')[0]
    if (path === '/app.js') return js(response, 'window.app = 1')
    if (path === '/gone') return response.writeHead(404).end('gone')
    if (path !== '/checkout/pay') return response.writeHead(302, { Location: '/checkout/pay' }).end()
    response.setHeader(
      'Content-Security-Policy',
      `script-src 'self' 'unsafe-inline' 'unsafe-eval' ${foreign()}; style-src 'nonce-${Date.now()}'`,
    )
    response.setHeader('X-Frame-Options', 'DENY').setHeader('Content-Type', 'text/html').end(page())
  }
}

const provider: RequestListener = (request, response) => {
  const path = request.url!.split('?')[0]
  if (path === '/lib.js') return js(response, LIB)
  if (path === '/tag.js')
    return js(
      response,
      `const t = document.createElement('script'); t.textContent = 'window.injected = 1'; document.body.append(t)`,
    )
  response.setHeader('Content-Type', 'text/html').end('<script>window.frame = 1</script>')
}

test('every script that runs is listed once under a steady name; frames of others, and data, are not', {
  skip,
}, async (t) => {
  const other = await serving(t, startHttp(provider))
  const foreign = other.origin.replace('127.0.0.1', 'localhost')
  const server = await serving(t, startHttp(shop(() => foreign)))
  const look = () => probePaymentPage({ url: `${server.origin}/checkout/pay`, allowPrivate: true, timeoutMs: 30_000 })
  const first = await look()
  assert.ok(first.answered, JSON.stringify(first))
  const { scripts, headers, url } = first.reading
  assert.equal(url, `${server.origin}/checkout/pay`)
  assert.deepEqual(Object.keys(headers), ['content-security-policy', 'x-frame-options'])
  assert.match(headers['content-security-policy']!, /'nonce-…'$/)
  const files = scripts.filter(({ kind }) => kind === 'file')
  assert.deepEqual(
    files.map(({ source, third_party, integrity, loaded_by }) => [source, third_party, integrity, loaded_by]).sort(),
    [
      [`${server.origin}/app.js?v=3`, false, null, null],
      [`${foreign}/lib.js`, true, SRI, null],
      [`${foreign}/tag.js?_=0`, true, null, files.find(({ source }) => source.includes('tag.js'))!.loaded_by],
    ].sort(),
  )
  assert.equal(
    files.find(({ source }) => source.endsWith('lib.js'))!.sha256,
    createHash('sha256').update(LIB).digest('hex'),
  )
  const kinds = Map.groupBy(scripts, ({ kind }) => kind)
  assert.ok(kinds.get('inline')!.some(({ excerpt }) => excerpt.startsWith("window.token = 'a8f3")))
  assert.ok(
    [...kinds.get('inline')!, ...kinds.get('dynamic')!].some(({ excerpt }) =>
      excerpt.includes('document.createElement'),
    ),
    'a name that a script gives itself deceives nobody',
  )
  assert.deepEqual(
    kinds.get('handler')!.map(({ excerpt }) => excerpt),
    ['onclick: pay()'],
  )
  assert.ok(kinds.get('dynamic')!.some(({ excerpt }) => excerpt === 'window.injected = 1'))
  assert.ok(kinds.get('dynamic')!.some(({ excerpt }) => excerpt.includes('window.made = 1')))
  assert.ok(!scripts.some(({ excerpt }) => /window\.frame|Product|document\.scripts/.test(excerpt)))
  const again = await look()
  assert.ok(again.answered)
  const names = (reading: PaymentPageReading) => reading.scripts.map(({ source, sha256 }) => [source, sha256])
  assert.deepEqual(names(again.reading), names(first.reading), 'tokens and time stamps change nothing')
  assert.deepEqual(again.reading.headers, headers, 'nor do nonces')
})

test('a page that is not there, and one that is nowhere', { skip }, async (t) => {
  const server = await serving(t, startHttp(shop(() => 'http://localhost:1')))
  const gone = await probePaymentPage({ url: `${server.origin}/gone`, allowPrivate: true })
  assert.ok(!gone.answered && gone.fault === 'target' && gone.code === 'status', JSON.stringify(gone))
  const nowhere = await probePaymentPage({ url: 'http://127.0.0.1:1/', allowPrivate: true })
  assert.ok(!nowhere.answered && nowhere.fault !== 'us', JSON.stringify(nowhere))
})

test('without a browser nobody can say', async (t) => {
  const before = process.env.CHROME_PATH
  process.env.CHROME_PATH = '/nonexistent/chromium'
  t.after(() => {
    if (before === undefined) delete process.env.CHROME_PATH
    else process.env.CHROME_PATH = before
  })
  await closeChromium()
  const looked = await probePaymentPage({ url: 'http://127.0.0.1:1/', allowPrivate: true })
  assert.ok(!looked.answered && looked.fault === 'us' && looked.code === 'browser')
})
