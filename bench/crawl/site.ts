import { createServer, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, connect, createServer as createTcp, type Server } from 'node:net'
import { makeCertificate } from '../../packages/scanner/test/certificates.ts'

const WORDS =
  'water paper light garden window story market travel summer kitchen music coffee forest river bridge letter winter mountain'.split(
    ' ',
  )
const PAGE_BYTES = 30_000
/** Tells how many pages were asked for so far. Nothing links to it. */
export const SERVED = '/served-so-far'

/** An ordinary page: navigation, teasers with images, text, a form, a style sheet, three scripts; about 30 kB. */
export function pageBody(n: number, pages: number): string {
  let seed = n * 2_654_435_761
  const random = (below: number) => {
    seed = (Math.imul(seed ^ (seed >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0
    return seed % below
  }
  const words = (count: number) => Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(' ')
  const link = (to: number) => `<li><a href="/page/${to}" class="nav-link" title="${words(2)}">${words(3)}</a></li>`
  const near = [2 * n + 1, 2 * n + 2].filter((one) => one < pages)
  const links = [...near, ...Array.from({ length: 28 }, () => random(pages))].map(link).join('\n')
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${words(4)}</title>
<meta name="description" content="${words(12)}"><link rel="canonical" href="/page/${n}"><link rel="stylesheet" href="/site.css">
<script src="/a.js" defer></script><script src="/b.js" defer></script><script src="/c.js" defer></script></head><body>
<nav><ul>${links}</ul></nav><form action="/search" method="get"><input name="q" type="search"><button>Search</button></form><main>`
  const parts = [head]
  for (let size = head.length, card = 0; size < PAGE_BYTES - 200; card++) {
    const part = `<article class="card card-${card}" id="c${card}"><h2>${words(4)}</h2><img src="/img/${random(500)}.jpg" alt="${words(3)}" width="320" height="200">
<p>${words(40)}, <em>${words(3)}</em> ${words(30)}.</p><div class="meta"><span>${words(2)}</span><time datetime="2026-01-${10 + (card % 20)}">${words(2)}</time></div></article>\n`
    parts.push(part)
    size += part.length
  }
  return `${parts.join('')}</main><footer><p>${words(20)}</p></footer></body></html>`
}

/** What answers for a site of `pages` pages, with the headers of an ordinary, half-careful one. */
function site(pages: number): RequestListener {
  let served = 0
  return (request, response) => {
    if (request.url === SERVED) return void response.end(String(served))
    const path = request.url!.split('?')[0]!
    const n = path === '/' ? 0 : Number(/^\/page\/(\d+)$/.exec(path)?.[1] ?? Number.NaN)
    response.setHeader('Server', 'nginx')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    if (n < pages) {
      served++
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(pageBody(n, pages))
    } else if (/^\/[abc]\.js$/.test(path)) {
      const code = Array.from({ length: 300 }, (_, i) => `function f${i}(a, b) { return a ? b + ${i} : f${i}(b, a) }`)
      response.setHeader('Content-Type', 'text/javascript').end(code.join('\n'))
    } else if (path === '/search')
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end('<!doctype html><p>None')
    else
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end('<!doctype html><h1>Not found</h1>')
  }
}

/** Listens, and gives the port. */
async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}

/** Passes everything on to `port`, and each answer back `latency` milliseconds later, handshakes included. */
function distant(port: number, latency: number): Server {
  return createTcp({ noDelay: true }, (near) => {
    const far = connect({ port, host: '127.0.0.1', noDelay: true })
    near.pipe(far)
    far.on('data', (data) => setTimeout(() => near.write(data), latency))
    far.on('end', () => setTimeout(() => near.end(), latency))
    for (const socket of [near, far])
      socket.on('error', () => {
        near.destroy()
        far.destroy()
      })
  })
}

/** Serves `pages` pages, over TLS where `scheme` says so; what it sends arrives `latency` milliseconds later. */
export async function startSite(pages: number, latency: number, scheme = 'http'): Promise<string> {
  const { key, cert } = makeCertificate({ names: ['127.0.0.1'] })
  const server = scheme === 'https' ? createHttps({ key, cert }, site(pages)) : createServer(site(pages))
  const port = await listen(server)
  return `${scheme}://127.0.0.1:${latency > 0 ? await listen(distant(port, latency)) : port}`
}

if (import.meta.main) {
  const [pages, latency, scheme] = process.argv.slice(2)
  console.log(await startSite(Number(pages), Number(latency ?? 0), scheme))
}
