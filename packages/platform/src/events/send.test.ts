import assert from 'node:assert/strict'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { openOutbound } from '../outbound.ts'
import { openSend } from './send.ts'

const servers: Server[] = []
const open = openOutbound({ allowPrivate: true })
const guarded = openOutbound({ allowPrivate: false })
after(async () => {
  await open.destroy()
  await guarded.destroy()
  for (const server of servers) server.closeAllConnections()
  for (const server of servers) server.close()
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
}

const post = (url: string, { dispatcher = open, limit = 5_000 } = {}) =>
  openSend(
    dispatcher,
    limit,
  )({ url, headers: { 'content-type': 'application/json', 'webhook-id': 'evt_1' }, body: '{"a":1}' })

test('posts the body and the headers, and keeps the beginning of the answer', async () => {
  const seen: string[] = []
  const url = await serve((req, res) => {
    req.on('data', (chunk) => seen.push(`${req.method} ${req.headers['webhook-id']} ${chunk}`))
    req.on('end', () => res.writeHead(202, { 'X-A': 'b' }).end('thanks'))
  })
  const answer = await post(url)
  assert.deepEqual(seen, ['POST evt_1 {"a":1}'])
  assert.deepEqual([answer.status, answer.body, answer.error, answer.headers['x-a']], [202, 'thanks', null, 'b'])
})

test('a redirect is an answer, not a way', async () => {
  let requests = 0
  const url = await serve((_, res) => {
    requests++
    res.writeHead(302, { Location: '/elsewhere' }).end()
  })
  assert.equal((await post(url)).status, 302)
  assert.equal(requests, 1)
})

test('an endpoint that hangs is given up, and an endless body is not read to its end', async () => {
  const hanging = await serve(() => {})
  assert.match((await post(hanging, { limit: 200 })).error!, /No answer within 0\.2 s/)
  const endless = await serve((req, res) => {
    res.writeHead(200)
    const drip = setInterval(() => res.write('x'.repeat(65_536)), 1)
    req.on('close', () => clearInterval(drip))
  })
  const answer = await post(endless)
  assert.deepEqual([answer.status, answer.body.length], [200, 4_096])
})

test('a body that breaks off after the status leaves the status standing', async () => {
  const url = await serve((_, res) => {
    res.writeHead(200, { 'Content-Length': '100' })
    res.write('part')
    setImmediate(() => res.destroy())
  })
  assert.deepEqual([(await post(url)).status, (await post(url)).error], [200, null])
})

test('nothing listening is a clear error', async () => {
  const answer = await post('http://127.0.0.1:1/hook')
  assert.deepEqual([answer.status, answer.error], [0, 'The connection was refused: nothing listens there.'])
})

test('private addresses are refused at connect time, by number and by name, and nothing arrives', async () => {
  let requests = 0
  const url = await serve((_, res) => {
    requests++
    res.end()
  })
  const { port } = new URL(url)
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1']) {
    const answer = await post(`http://${host}:${port}/hook`, { dispatcher: guarded })
    assert.equal(answer.status, 0, host)
    assert.match(answer.error!, /loopback|private|not/i, host)
  }
  assert.equal(requests, 0)
})

test('the metadata address is refused even where private ones are allowed', async () => {
  const answer = await post('http://169.254.169.254/latest/meta-data/', { limit: 1_000 })
  assert.equal(answer.status, 0)
  assert.match(answer.error!, /metadata/i)
})
