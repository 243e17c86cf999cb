import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeCertificate } from '../../test/certificates.ts'
import { derived, forgetful, gather } from '../../test/gather.ts'
import { serving, testNet } from '../../test/net.ts'
import { startHttp, startHttps, startRaw } from '../../test/servers.ts'
import { type Script, Unavailable } from '../evidence.ts'
import { parseTarget } from '../net/target.ts'
import { sources } from '../sources.ts'

const certificate = makeCertificate({ names: ['site.test'] })
const named = { resolve: async () => ['127.0.0.1'] }

test('page: the start page after its redirects, as plain data', async (t) => {
  const server = await serving(
    t,
    startHttp((request, response) => {
      if (request.url === '/') response.writeHead(301, { Location: '/home' })
      response.end('<h1>home</h1>')
    }),
  )
  const page = await gather(t, server.origin, 'page')
  assert.equal(page.url, `${server.origin}/home`)
  assert.deepEqual([page.status, page.secure, page.body, page.origin], [200, false, '<h1>home</h1>', server.origin])
  assert.deepEqual(
    page.redirects.map(({ response }) => response.status),
    [301, 200],
  )
  assert.equal(page.exchange, page.redirects.at(-1))
  assert.deepEqual(JSON.parse(JSON.stringify(page)), page)
})

test('page: a redirect to another host is itself the page', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => {
      response.writeHead(302, { Location: 'https://elsewhere.test/' }).end()
    }),
  )
  const page = await gather(t, server.origin, 'page')
  assert.deepEqual([page.url, page.status], [`${server.origin}/`, 302])
})

test('page: no answer is told with its reason', async (t) => {
  const server = await startRaw(() => {})
  await server.close()
  await assert.rejects(gather(t, server.origin, 'page'), (error: Error) => {
    assert.ok(error instanceof Unavailable)
    assert.match(error.message, /refused the connection: nothing listens there\.$/)
    return true
  })
})

test('plain: the navigation of a plain target is asked for once, together with its page', async (t) => {
  const server = await serving(
    t,
    startHttp((_, response) => response.end('ok')),
  )
  const net = testNet(t, server.origin)
  const target = parseTarget(server.origin, { allowPrivate: true })
  for (const name of ['page', 'plain']) {
    const source = sources.find((one) => one.kind === 'gather' && one.name === name)
    assert.ok(source?.kind === 'gather')
    await source.gather(net, { target } as never, forgetful)
  }
  assert.equal(server.seen.length, 1)
})

test('plain: HTTPS on a port of its own has no plain twin', async (t) => {
  const server = await serving(
    t,
    startHttps(certificate, (_, response) => response.end()),
  )
  await assert.rejects(gather(t, server.origin, 'plain'), { message: /^plain HTTP cannot share port \d+ with HTTPS$/ })
})

test('tls: of the website itself; a plain one on a port of its own has none', async (t) => {
  const secure = await serving(
    t,
    startHttps(certificate, (_, response) => response.end()),
  )
  const tls = await gather(t, `https://site.test:${secure.port}`, 'tls', named)
  assert.deepEqual([tls.host, tls.port, tls.chain.length], ['site.test', secure.port, 1])
  assert.equal(tls.trust_error, 'DEPTH_ZERO_SELF_SIGNED_CERT')

  const plain = await serving(
    t,
    startHttp((_, response) => response.end()),
  )
  await assert.rejects(gather(t, plain.origin, 'tls'), { message: /^plain HTTP is spoken on port \d+, so TLS is not$/ })
  const garbage = plain.origin.replace('http:', 'https:')
  await assert.rejects(gather(t, garbage, 'tls'), (error) => error instanceof Unavailable)
})

/** Ports 80 and 443 are not ours to listen on, so here a network that only notes what it is asked. */
async function askedOf(name: 'plain' | 'tls', url: string): Promise<string[]> {
  const asked: string[] = []
  const net = {
    navigate: async (to: string) => asked.push(to),
    tls: async (host: string, port: number) => asked.push(`${host}:${port}`),
  }
  const source = sources.find((one) => one.kind === 'gather' && one.name === name)
  assert.ok(source?.kind === 'gather')
  await source.gather(net as never, { target: parseTarget(url, { allowPrivate: false }) } as never, forgetful)
  return asked
}

test('plain and tls: each scheme has its twin on the usual ports', async () => {
  assert.deepEqual(await askedOf('plain', 'https://site.test/shop'), ['http://site.test/shop'])
  assert.deepEqual(await askedOf('plain', 'http://site.test/shop'), ['http://site.test/shop'])
  assert.deepEqual(await askedOf('tls', 'http://site.test/'), ['site.test:443'])
  assert.deepEqual(await askedOf('tls', 'https://site.test/'), ['site.test:443'])
  assert.deepEqual(await askedOf('tls', 'https://site.test:8443/'), ['site.test:8443'])
})

test('cors: six origins for a name over HTTPS, none with a name for an address', async (t) => {
  const server = await serving(
    t,
    startHttps(certificate, (request, response) => {
      if (request.headers.origin) response.setHeader('Access-Control-Allow-Origin', request.headers.origin)
      response.end()
    }),
  )
  const { probes } = await gather(t, `https://www.site.test:${server.port}`, 'cors', named)
  assert.deepEqual(Object.fromEntries(probes.map(({ kind, origin }) => [kind, origin])), {
    foreign: 'https://lasthash-probe.example',
    null: 'null',
    suffix: 'https://www.site.test.lasthash-probe.example',
    prefix: `https://lasthash-probesite.test:${server.port}`,
    subdomain: `https://lasthash-probe.www.site.test:${server.port}`,
    insecure: `http://www.site.test:${server.port}`,
  })
  for (const { origin, exchange } of probes) {
    assert.ok(exchange.response.headers.some(([name, value]) => /^access-control/i.test(name) && value === origin))
    assert.ok(exchange.request.headers.some(([name, value]) => name === 'Origin' && value === origin))
  }
  const address = await gather(t, server.origin, 'cors')
  assert.deepEqual(
    address.probes.map(({ kind }) => kind),
    ['foreign', 'null', 'insecure'],
  )
})

test('methods: OPTIONS and TRACE, each null where it gets no answer', async (t) => {
  const server = await serving(
    t,
    startHttp((request, response) => {
      if (request.method === 'TRACE') return request.socket.destroy()
      response.setHeader('Allow', 'GET, PUT').end()
    }),
  )
  const { options, trace } = await gather(t, server.origin, 'methods')
  assert.equal(options?.request.method, 'OPTIONS')
  assert.equal(trace, null)
})

test('not_found: a path that cannot exist, another each time', async (t) => {
  const server = await serving(
    t,
    startHttp((request, response) => {
      response.writeHead(request.url === '/' ? 200 : 404).end()
    }),
  )
  const first = await gather(t, server.origin, 'not_found')
  const second = await gather(t, server.origin, 'not_found')
  assert.equal(first.response.status, 404)
  assert.match(first.request.url, /\/lasthash-[0-9a-f]{16}$/)
  assert.notEqual(first.request.url, second.request.url)
})

test('scripts: the own files of the start page are handed in, and what is none is told with its reason', async (t) => {
  const own = Array.from({ length: 16 }, (_, n) => `<script src="/${n}.js"></script>`).join('')
  const server = await serving(
    t,
    startHttp((request, response) => {
      if (request.url === '/') {
        response.setHeader('Content-Type', 'text/html')
        response.end(`${own}<script src="/0.js"></script><script src="http://other.test/x.js"></script>`)
      } else if (request.url === '/1.js') response.writeHead(404).end()
      else if (request.url === '/2.js') response.setHeader('Content-Type', 'text/html').end('<p>Home</p>')
      else response.setHeader('Content-Type', 'text/javascript').end(`// ${request.url}`)
    }),
  )
  const scripts: Script[] = []
  const intake = {
    ...forgetful,
    script: async (script: Script) => ({ endpoints: [`${scripts.push(script)}`], source_map: null }),
  }
  const { read, unread } = await gather(t, server.origin, 'scripts', {}, intake)
  assert.equal(read.length, 13)
  assert.deepEqual(unread.map(({ url, reason }) => [new URL(url).pathname, reason]).sort(), [
    ['/1.js', 'it answered 404'],
    ['/15.js', 'a scan of this type reads 15 files'],
    ['/2.js', 'it answered with a page'],
  ])
  const { url, body, page, third_party } = scripts.find((script) => script.url.endsWith('/0.js'))!
  assert.deepEqual([url, body, page, third_party], [`${server.origin}/0.js`, '// /0.js', `${server.origin}/`, false])
  assert.ok(server.seen.length <= 17)
})

test('well_known: redirects within the site are followed, what is not answered is null', async (t) => {
  const server = await serving(
    t,
    startHttp((request, response) => {
      if (request.url === '/robots.txt') return request.socket.destroy()
      if (request.url === '/security.txt') response.writeHead(301, { Location: '/.well-known/security.txt' })
      else if (request.url !== '/' && request.url !== '/.well-known/security.txt') response.statusCode = 404
      response.end('Contact: mailto:a@site.test')
    }),
  )
  const found = await gather(t, server.origin, 'well_known')
  assert.equal(found.security_txt?.response.status, 200)
  assert.equal(found.security_txt_root?.request.url, `${server.origin}/.well-known/security.txt`)
  assert.equal(found.robots_txt, null)
  assert.equal(found.crossdomain_xml?.response.status, 404)
  assert.equal(found.client_access_policy_xml?.response.status, 404)
})

test('a quick scan of an ordinary site costs at most 25 requests', async (t) => {
  const server = await serving(
    t,
    startHttps(certificate, (request, response) => {
      response.writeHead(request.url === '/' ? 200 : 404).end()
    }),
  )
  const url = `https://site.test:${server.port}`
  const net = testNet(t, url, named)
  const evidence = { target: parseTarget(url, { allowPrivate: true }) }
  const quick = sources.filter((source) => source.kind === 'gather').filter(({ scans }) => scans.includes('quick'))
  quick.sort((a, b) => Number(b.name === 'page') - Number(a.name === 'page'))
  for (const { name, gather: run } of quick.filter(
    ({ name, needs }) => name !== 'dns' && !needs.includes('dns') && !needs.includes('tls'),
  )) {
    if (name === 'scripts') Object.assign(evidence, { leads: derived(evidence, 'leads') })
    const value = await run(net, evidence as never, forgetful).catch((error) =>
      assert.ok(error instanceof Unavailable, error),
    )
    Object.assign(evidence, { [name]: value })
  }
  assert.ok(server.seen.length <= 25, `${server.seen.length} requests`)
  assert.equal(net.spent().requests, server.seen.length)
})
