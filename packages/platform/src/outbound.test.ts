import assert from 'node:assert/strict'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { afterEach, beforeEach, mock, test } from 'node:test'
import { type Dispatcher, request } from 'undici'
import { type Receiver, startReceiver } from '../test/receiver.ts'
import { openOutbound } from './outbound.ts'

let receiver: Receiver
let port: string
const clients: Dispatcher[] = []

beforeEach(async () => {
  receiver = await startReceiver()
  port = new URL(receiver.url).port
})
afterEach(async () => {
  mock.restoreAll()
  syncBuiltinESMExports()
  for (const client of clients.splice(0)) await client.destroy()
  await receiver.close()
})

/** The name server's answers, one look-up after another; the last one stays. */
function answers(...rounds: string[][]): () => number {
  let asked = 0
  mock.method(dns, 'lookup', (_: string, options: { all?: boolean }, callback: (...given: unknown[]) => void) => {
    const found = rounds[Math.min(asked++, rounds.length - 1)]!.map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }))
    if (options.all) callback(null, found)
    else callback(null, found[0]!.address, found[0]!.family)
  })
  syncBuiltinESMExports()
  return () => asked
}

function post(allowPrivate = false): Promise<string> {
  const dispatcher = openOutbound({ allowPrivate })
  clients.push(dispatcher)
  return request(`http://rebinding.example:${port}/hook`, {
    dispatcher,
    method: 'POST',
    body: '{}',
    signal: AbortSignal.timeout(2_000),
  }).then(
    ({ statusCode }) => String(statusCode),
    (error: Error) => error.message,
  )
}

test('what a name leads to is checked at the moment of connecting', async () => {
  answers(['127.0.0.1'])
  assert.match(await post(), /not an address on the public internet/)
  assert.equal(receiver.received.length, 0)
})

test('a name whose answer changes after the check does not change where the connection goes', async () => {
  // Checked as a public address; whoever looked it up again would be led to loopback.
  const asked = answers(['203.0.113.1'], ['127.0.0.1'])
  assert.doesNotMatch(await post(), /^\d+$/)
  assert.equal(asked(), 1, 'looked up once, and the very address that was checked is used')
  assert.equal(receiver.received.length, 0)
})

test('of several addresses only those that are allowed are tried', async () => {
  answers(['127.0.0.1', '203.0.113.1', '::1', '169.254.169.254'])
  assert.doesNotMatch(await post(), /^\d+$/)
  assert.equal(receiver.received.length, 0)
})

test('where private addresses are allowed, metadata still is not', async () => {
  answers(['127.0.0.1'])
  assert.equal(await post(true), '204')
  answers(['169.254.169.254'])
  assert.match(await post(true), /metadata/)
})

test('those of one host wait for no other’s: all are under way at once', async () => {
  const waiting: (() => void)[] = []
  receiver.answer((_, response) => {
    waiting.push(() => response.writeHead(204).end())
    // None is answered before all have come.
    if (waiting.length === 40) for (const answer of waiting) answer()
  })
  const dispatcher = openOutbound({ allowPrivate: true })
  clients.push(dispatcher)
  const signal = AbortSignal.timeout(30_000)
  const all = Array.from({ length: 40 }, () =>
    request(receiver.url, { dispatcher, method: 'POST', body: '{}', signal }),
  )
  assert.deepEqual([...new Set((await Promise.all(all)).map(({ statusCode }) => statusCode))], [204])
})
