import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { after, test } from 'node:test'
import { startDnsServer } from '../test/dns-server.ts'
import { startHttp, type TestServer } from '../test/servers.ts'
import { coversSubdomain, type OwnershipMethod, ownershipRecord, proveOwnership } from './ownership.ts'

const TOKEN = 'k3J9vQ2mX0aLr5tYwB7nEzC3'
const servers: { close(): Promise<void> }[] = []
after(() => Promise.all(servers.map((server) => server.close())))

async function site(handler: RequestListener): Promise<TestServer> {
  const server = await startHttp(handler)
  servers.push(server)
  return server
}

const page = (html: string): RequestListener => {
  return (request, response) => {
    response.writeHead(request.url === '/' ? 200 : 404, { 'Content-Type': 'text/html' }).end(html)
  }
}
const file = (content: string, status = 200): RequestListener => {
  return (request, response) => {
    const found = request.url === '/.well-known/lasthash-verification.txt'
    response.writeHead(found ? status : 404, { 'Content-Type': 'text/plain' }).end(content)
  }
}
const prove = (url: string, methods?: OwnershipMethod[], more = {}) =>
  proveOwnership({ url, token: TOKEN, methods, allowPrivate: true, ...more })

const META = `<meta name="lasthash-verification" content="${TOKEN}">`
const CASES: { name: string; method: OwnershipMethod; handler: RequestListener; proven: boolean; says?: RegExp }[] = [
  { name: 'the file', method: 'file', handler: file(`lasthash-verification=${TOKEN}\n`), proven: true },
  {
    name: 'a file that answers for every path',
    method: 'file',
    handler: (_, response) => response.end('<h1>Welcome</h1>'),
    proven: false,
    says: /does not hold this token/,
  },
  {
    name: 'the token somewhere in a page that echoes',
    method: 'file',
    handler: file(`You asked for lasthash-verification=${TOKEN}`),
    proven: false,
  },
  { name: 'another token', method: 'file', handler: file('lasthash-verification=other'), proven: false },
  { name: 'no file', method: 'file', handler: file('', 404), proven: false, says: /status 404/ },
  {
    name: 'a redirect to another host',
    method: 'file',
    handler: (_, response) => response.writeHead(302, { Location: 'http://other.example/' }).end(),
    proven: false,
    says: /leads away from the website/,
  },
  { name: 'the meta element', method: 'meta', handler: page(`<html><head>${META}</head><body>`), proven: true },
  {
    name: 'the meta element in the body, where visitors may write',
    method: 'meta',
    handler: page(`<html><head></head><body>${META}</body></html>`),
    proven: false,
    says: /no meta element/,
  },
  {
    name: 'the meta element in a comment',
    method: 'meta',
    handler: page(`<html><head><!-- ${META} --></head><body></body></html>`),
    proven: false,
  },
  {
    name: 'a page that is none',
    method: 'meta',
    handler: (_, response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end(META),
    proven: false,
    says: /no HTML page/,
  },
]
for (const { name, method, handler, proven, says } of CASES) {
  test(`${method}: ${name} ${proven ? 'proves' : 'does not prove'} ownership`, async () => {
    const { origin } = await site(handler)
    const proof = await prove(origin, [method])
    assert.equal(proof.method, proven ? method : null, proof.found[0]?.detail)
    if (says) assert.match(proof.found[0]!.detail, says)
  })
}

test('dns: the TXT record of the host, among others, and nothing but the whole text', async () => {
  const record = ownershipRecord('https://shop.example/', TOKEN, 'dns')
  assert.deepEqual(record, {
    method: 'dns',
    place: '_lasthash.shop.example',
    content: `lasthash-verification=${TOKEN}`,
  })
  const dns = await startDnsServer({
    '_lasthash.shop.example': { TXT: ['something else', record.content] },
    '_lasthash.other.example': { TXT: [`${record.content}x`] },
  })
  servers.push(dns)
  const ask = (host: string) => prove(`https://${host}/`, ['dns'], { dnsServers: [dns.address] })
  assert.equal((await ask('shop.example')).method, 'dns')
  assert.match((await ask('other.example')).found[0]!.detail, /does not hold this token/)
  assert.match((await ask('third.example')).found[0]!.detail, /no TXT record/)
})

test('all ways are tried in order, and each says what it found', async () => {
  const { origin } = await site(page(`<head>${META}</head>`))
  const { method, found } = await prove(origin, ['file', 'meta'])
  assert.equal(method, 'meta')
  assert.deepEqual(
    found.map((one) => one.method),
    ['file', 'meta'],
  )
})

test('private addresses are refused unless allowed', async () => {
  await assert.rejects(prove('http://127.0.0.1/', ['file'], { allowPrivate: false }), /127\.0\.0\.1/)
})

test('a parent covers names below it, but nobody owns a public suffix', () => {
  assert.ok(coversSubdomain('example.com', 'shop.example.com'))
  assert.ok(coversSubdomain('shop.example.com', 'eu.shop.example.com'))
  for (const [parent, child] of [
    ['example.com', 'example.com'],
    ['example.com', 'badexample.com'],
    ['com', 'example.com'],
    ['co.uk', 'example.co.uk'],
    ['github.io', 'someone.github.io'],
    ['shop.example.com', 'example.com'],
  ]) {
    assert.ok(!coversSubdomain(parent!, child!), `${parent} does not cover ${child}`)
  }
})
