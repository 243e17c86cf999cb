import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import type { Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type CertificateOptions, makeCertificate } from '../../../../scanner/test/certificates.ts'
import { type DnsServer, startDnsServer } from '../../../../scanner/test/dns-server.ts'
import { startHttp, startHttps, startRaw, type TestServer } from '../../../../scanner/test/servers.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, openContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import type { Context } from '../../context.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'
const BOMB = gzipSync(Buffer.alloc(300_000_000))
const patient = process.env.LASTHASH_TEST_ALL === '1' // what waits for time limits

let world: TestContext
/** A service as it is by default, and one whose owner lets scans reach private addresses. */
let services: Record<'outside' | 'inside', { context: Context; api: TestApi }>
let organization: TestOrganization
let dns: DnsServer
const stops: (() => Promise<unknown>)[] = []

before(async () => {
  const turn = { rebound: 0 }
  dns = await startDnsServer({
    'inner.example': { A: ['10.0.0.1'] },
    'local.example': { A: ['127.0.0.1'], AAAA: ['::1'] },
    'metadata.example': { A: ['169.254.169.254'] },
    'mapped.example': { AAAA: ['::ffff:127.0.0.1'] },
    // Innocent when it is checked, and the metadata service from then on.
    'rebound.example': ({ type }) =>
      type === 'A' ? { A: [turn.rebound++ === 0 ? '127.0.0.1' : '169.254.169.254'] } : {},
    'twin.example': { A: ['127.0.0.1'] },
    'www.twin.example': { A: ['169.254.169.254'] },
    'silent.example': { fault: 'silent' },
  })
  const settings = { LASTHASH_SECRET: 'the same for both', LASTHASH_DNS_SERVERS: dns.address }
  world = await createTestContext(settings)
  const context = await openContext(world.context.database, { ...settings, LASTHASH_ALLOW_PRIVATE_TARGETS: '0' })
  services = {
    outside: { context, api: await startApi(context) },
    inside: { context: world.context, api: await startApi(world.context) },
  }
  organization = await world.organization('enterprise', { concurrent_scans: 50 })
})
after(async () => {
  for (const stop of stops) await stop()
  for (const { api } of Object.values(services)) await api.close()
  await services.outside.context.queue.stop()
  await dns.close()
  await world.close()
})

/** What `POST` refuses at once, with what the answer says of it. */
const refused: [url: string, says: RegExp][] = [
  ['http://127.1', /127\.0\.0\.1 is not an address on the public internet/],
  ['http://127.0.0.1:8080/admin', /this machine itself/],
  ['http://2130706433/', /127\.0\.0\.1 is not/],
  ['http://0177.0.0.1/', /127\.0\.0\.1 is not/],
  ['http://017700000001/', /127\.0\.0\.1 is not/],
  ['http://0x7f.0.0.1/', /127\.0\.0\.1 is not/],
  ['http://0x7f000001/', /127\.0\.0\.1 is not/],
  ['http://127。0。0。1/', /127\.0\.0\.1 is not/],
  ['http://①②⑦.⓪.⓪.①/', /127\.0\.0\.1 is not/],
  ['http://0/', /no host at all/],
  ['http://localhost./', /only inside a network/],
  ['http://intranet/', /not a full name/],
  ['http://printer.local/', /only inside a network/],
  ['http://10.0.0.1/', /a private network/],
  ['http://172.16.0.1/', /a private network/],
  ['http://192.168.1.1/', /a private network/],
  ['http://100.64.0.1/', /carrier-grade NAT/],
  ['http://[::1]/', /this machine itself/],
  ['http://[::]/', /no host at all/],
  ['http://[fe80::1]/', /the local link/],
  ['http://[fd00::1]/', /a private network/],
  ['http://[::ffff:10.0.0.1]/', /IPv4 address in disguise/],
  ['http://[::ffff:a00:1]/', /IPv4 address in disguise/],
  ['http://[64:ff9b::7f00:1]/', /NAT64/],
  ['http://[2002:7f00:1::]/', /behind a tunnel/],
  ['http://169.254.169.254/latest/meta-data/', /metadata service, which is never connected to/],
  ['http://2852039166/', /metadata service/],
  ['http://[::ffff:169.254.169.254]/', /metadata service/],
  ['http://[fd00:ec2::254]/', /metadata service/],
  ['http://user:secret@example.com/', /user name or password/],
  ['ftp://example.com/', /cannot be scanned/],
  ['file:///etc/passwd', /cannot be scanned/],
  ['javascript:alert(1)', /cannot be scanned/],
  ['http://example.com:0/', /Port 0/],
  ['http://example.com:99999/', /is not a URL/],
  ['http:///etc', /names no host/],
  ['http://exam ple.com/', /is not a URL/],
  ['http://example.com\\@127.0.0.1/', /is not a URL/],
  ['http://[::1/', /is not a URL/],
  ['http://256.256.256.256/', /is not a URL/],
  ['http://a..example/', /not a host name/],
]

for (const [url, says] of refused) {
  test(`refused at once, as a website and as a scan: ${url}`, async () => {
    for (const path of ['/v1/scans', '/v1/websites']) {
      const answer = await services.outside.api.send(organization.key, 'POST', path, { url })
      const problem = (await answer.json()) as Json
      assert.deepEqual([answer.status, problem.code, problem.retryable], [400, 'target_refused', false], path)
      assert.match(answer.headers.get('content-type')!, /^application\/problem\+json/)
      assert.match(problem.detail, says)
      assert.match(problem.detail, /\.$/)
      assert.deepEqual(
        problem.errors.map(({ pointer }: Json) => pointer),
        ['/url'],
      )
    }
  })
}

interface Hostile {
  /** Starts the target and gives its address. */
  url: () => Promise<string> | string
  /** Where the scan is asked for; by default the service that may reach private addresses. */
  from?: 'outside'
  /** The error of a scan that fails; none: it is done, with what it has. */
  fails?: { code: string; message: RegExp }
  /** Waits for a time limit. */
  slow?: boolean
}

async function serving(starting: Promise<TestServer>): Promise<string> {
  const server = await starting
  stops.push(() => server.close())
  return server.origin
}
const raw = (onConnection: (socket: Socket) => void) => () => serving(startRaw(onConnection))
const http = (handler: RequestListener) => () => serving(startHttp(handler))
const tls = (onConnection: (socket: Socket) => void) => async () =>
  (await serving(startRaw(onConnection))).replace('http:', 'https:')
const https =
  (certificate: CertificateOptions, handler: RequestListener = good) =>
  () => {
    const { key, cert } = makeCertificate(certificate)
    return serving(startHttps({ key, cert }, handler))
  }
const redirect = (location: string) => http((_, response) => void response.writeHead(302, { location }).end())
const named = (name: string, handler: RequestListener = good) => {
  return async () => (await serving(startHttp(handler))).replace('127.0.0.1', name)
}

const good: RequestListener = (request, response) => {
  response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html' })
  response.end('<!doctype html><title>Site</title><p>Hello')
}

async function closedPort(): Promise<string> {
  const server = await startRaw(() => {})
  await server.close()
  return server.origin
}

/** Writes for as long as anyone reads. */
function pour(socket: Socket): void {
  const block = Buffer.alloc(64 * 1024, 'x')
  const more = () => {
    while (!socket.destroyed && socket.write(block)) {
      // until the socket is full
    }
  }
  socket.write(`${HEAD}\r\n`)
  socket.on('drain', more)
  more()
}

/** Writes `text` over and over, slowly. */
const drip = (head: string, text: string) => (socket: Socket) => {
  socket.write(head)
  const timer = setInterval(() => socket.write(text), 200)
  socket.on('close', () => clearInterval(timer))
}

const unreachable = (message: RegExp) => ({ code: 'target_unreachable', message })

const targets: Record<string, Hostile> = {
  'nothing listens': { url: closedPort, fails: unreachable(/refused the connection: nothing listens there/) },
  'no such name': { url: () => 'http://none.example/', fails: unreachable(/none\.example does not exist in DNS/) },
  'a name server that says nothing': {
    url: () => 'http://silent.example/',
    fails: unreachable(/silent\.example does not resolve/),
  },
  'a name that leads inside': {
    url: named('inner.example'),
    from: 'outside',
    fails: unreachable(/inner\.example leads nowhere that may be scanned: 10\.0\.0\.1 is not an address on the public/),
  },
  'a name that leads to this machine': {
    url: named('local.example'),
    from: 'outside',
    fails: unreachable(/leads nowhere that may be scanned/),
  },
  'a name that leads to this machine in disguise': {
    url: named('mapped.example'),
    from: 'outside',
    fails: unreachable(/leads nowhere that may be scanned/),
  },
  'a name that leads to a metadata service': {
    url: named('metadata.example'),
    fails: unreachable(/metadata service, which is never connected to/),
  },
  'a name that leads elsewhere once it was checked': { url: named('rebound.example') },
  'a redirect to a metadata service': { url: redirect('http://169.254.169.254/latest/meta-data/') },
  'a redirect to a twin that is a metadata service': {
    url: named('twin.example', (request, response) => {
      response.writeHead(302, { location: `http://www.${request.headers.host}/` }).end()
    }),
    fails: unreachable(/www\.twin\.example leads nowhere that may be scanned: .* metadata service/),
  },
  'a redirect to itself, for ever': {
    url: http((request, response) => void response.writeHead(302, { location: request.url }).end()),
  },
  'a redirect to ever new places': {
    url: http((request, response) => void response.writeHead(302, { location: `${request.url}x` }).end()),
  },
  'a redirect to another scheme': { url: redirect('file:///etc/passwd') },
  'closes without a word': {
    url: raw((socket) => socket.once('data', () => socket.destroy())),
    fails: unreachable(/closed the connection/),
  },
  'does not speak HTTP': {
    url: raw((socket) => socket.end('220 smtp.example.com ESMTP\r\n\r\n')),
    fails: unreachable(/not HTTP/),
  },
  'does not speak TLS': {
    url: tls((socket) => socket.end('220 smtp.example.com ESMTP\r\n')),
    fails: unreachable(/TLS handshake/),
  },
  'hangs up in the TLS handshake': {
    url: tls((socket) => socket.once('data', () => socket.destroy())),
    fails: unreachable(/closed the connection/),
  },
  'a certificate that expired, of another name': {
    url: https({ names: ['other.example'], not_after: new Date('2020-01-01T00:00:00Z') }),
  },
  'TLS that breaks in the middle of a page': {
    url: https({ names: ['site.example'] }, (request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.write('<title>half', () => request.socket.destroy())
    }),
  },
  'an endless body': { url: raw(pour) },
  'a gzip bomb': {
    url: http((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB)),
  },
  'a million header fields': {
    url: raw((socket) => socket.end(`HTTP/1.1 200 OK\r\n${'X-Flood: 1\r\n'.repeat(100_000)}\r\n`)),
    fails: unreachable(/header fields/),
  },
  'a million links': {
    url: http((request, response) => {
      response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html' })
      response.end('<a href="/more">more</a>\n'.repeat(request.url === '/' ? 80_000 : 1))
    }),
  },
  'broken chunks and invalid UTF-8': {
    url: raw((socket) => socket.end(`${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n\xff\xfe<p>\r\nzz\r\n`)),
  },
  'NUL and lone surrogates in what is kept': {
    url: http((request, response) => {
      response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html', server: 'nginx/1.18.0' })
      response.end('<!doctype html><title>\u0000 \\ud800 &#xd800; &#0;</title><!-- password: \u0000hunter2 -->')
    }),
  },
  'hangs before it answers': { url: raw(() => {}), slow: true, fails: unreachable(/in time|time limit/) },
  'hangs in the TLS handshake': { url: tls(() => {}), slow: true, fails: unreachable(/in time/) },
  'drips header fields': {
    url: raw(drip('HTTP/1.1 200 OK\r\n', 'X-Drip: 1\r\n')),
    slow: true,
    fails: unreachable(/in time|time limit/),
  },
  'drips a page': { url: raw(drip(`${HEAD}\r\n<title>Slow`, '.')), slow: true },
}

for (const from of ['outside', 'inside'] as const) {
  test(`scans of hostile targets end, each with a reason or with what there is: from ${from}`, async (t) => {
    const { api, context } = services[from]
    const chosen = Object.entries(targets).filter(([, target]) => (target.from ?? 'inside') === from)
    const started = await Promise.all(
      chosen
        .filter(([, target]) => patient || !target.slow)
        .map(async ([name, target]) => {
          const body = { url: await target.url(), scan_type: 'quick' }
          return { name, target, id: (await api.ask(organization.key, 'POST', '/v1/scans', body)).id as string }
        }),
    )
    const worker = new ScanWorker(context, { slots: 40 })
    await worker.start()
    t.after(() => worker.stop(0))
    for (const { name, target, id } of started) await t.test(name, () => judge(api, id, target))
  })
}

async function judge(api: TestApi, id: string, { fails }: Hostile): Promise<void> {
  let scan: Json
  await until(async () => {
    // On a machine with much to do this process, which is all of the targets too, may be too late for its own database.
    const answer = await api.send(organization.key, 'GET', `/v1/scans/${id}`)
    scan = await answer.json()
    return ['done', 'failed'].includes(scan.status)
  }, 150_000)
  if (fails) {
    assert.deepEqual([scan.status, scan.error?.code], ['failed', fails.code])
    assert.match(scan.error.message, fails.message)
    assert.match(scan.error.message, /\.$/)
  } else {
    assert.deepEqual([scan.status, scan.error], ['done', null])
    assert.ok(Number.isInteger(scan.security_score))
  }
}
