import assert from 'node:assert/strict'
import { createHmac, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import {
  AbortedError,
  APIConnectionError,
  APIError,
  type ClientOptions,
  LastHash,
  LastHashError,
  unwrap,
} from '../src/index.ts'
import { hmacSha256 } from '../src/sha256.ts'

interface Sent {
  url: string
  init: RequestInit & Record<string, unknown>
}

/** A client whose requests go to a function. */
function clientOf(answer: (sent: Sent) => Response | Promise<Response>, options: ClientOptions = {}) {
  const sent: Sent[] = []
  const client = new LastHash({
    apiKey: 'test-key',
    baseUrl: 'http://test',
    fetch: async (url, init) => {
      sent.push({ url, init: init as Sent['init'] })
      return await answer(sent.at(-1)!)
    },
    ...options,
  })
  return { client, sent }
}
const json = (body: unknown, init?: ResponseInit) => Response.json(body, init)

test('settings come from the environment, and without a key it says so', () => {
  const { LASTHASH_API_KEY, LASTHASH_BASE_URL } = process.env
  try {
    process.env.LASTHASH_API_KEY = ''
    assert.throws(() => new LastHash(), /LASTHASH_API_KEY/)
    process.env.LASTHASH_API_KEY = 'key'
    process.env.LASTHASH_BASE_URL = 'lasthash.example'
    assert.throws(() => new LastHash(), /baseUrl must begin with http/)
  } finally {
    for (const [name, value] of Object.entries({ LASTHASH_API_KEY, LASTHASH_BASE_URL }))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  }
})

test('an address below another one, with or without a slash', async () => {
  const { client, sent } = clientOf(() => json({}), { baseUrl: 'http://test/lasthash//' })
  await client.usage.get()
  assert.equal(sent[0]!.url, 'http://test/lasthash/v1/usage')
})

test('further options reach fetch', async () => {
  const { client, sent } = clientOf(() => json({}), { fetchOptions: { dispatcher: 'a proxy' } })
  await client.usage.get()
  assert.equal(sent[0]!.init.dispatcher, 'a proxy')
})

test('a date is sent in UTC', async () => {
  const { client, sent } = clientOf(() => json({ data: [], has_more: false }))
  const at = new Date('2026-01-15T02:00:00+02:00')
  await client.vulnerabilities.list({ first_seen_after: at as unknown as string })
  assert.equal(new URL(sent[0]!.url).searchParams.get('first_seen_after'), '2026-01-15T00:00:00Z')
})

test('withOptions leaves the client as it was', async () => {
  const { client, sent } = clientOf(() => json({}))
  await client.withOptions({ organization: 'org_1' }).usage.get()
  await client.usage.get()
  const organizations = sent.map(({ init }) => (init.headers as Record<string, string>)['lasthash-organization'])
  assert.deepEqual(organizations, ['org_1', undefined])
})

test('any operation can be asked for', async () => {
  const { client, sent } = clientOf(() => json({ done: true }))
  assert.deepEqual(await client.request('POST', '/v1/new', { body: { a: 1 }, query: { b: 2 } }), { done: true })
  assert.equal(sent[0]!.url, 'http://test/v1/new?b=2')
  assert.equal(sent[0]!.init.body, '{"a":1}')
})

test('an answer beside its content', async () => {
  const { client } = clientOf(() => json({ id: 'ws_1' }, { headers: { etag: '"tag"' } }))
  const { data, response } = await client.websites.get('ws_1').withResponse()
  assert.deepEqual([data.id, response.headers.get('etag')], ['ws_1', '"tag"'])
})

test('the body that is left alone streams', async () => {
  let canceled = false
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('first')),
    cancel: () => {
      canceled = true
    },
  })
  const { client } = clientOf(() => new Response(body))
  const response = await client.scans.report('scan_1', { format: 'html' }).asResponse()
  const reader = response.body!.getReader()
  assert.equal(new TextDecoder().decode((await reader.read()).value), 'first')
  await reader.cancel()
  assert.ok(canceled)
})

test('bytes stay bytes', async () => {
  const { client } = clientOf(
    () => new Response(new Uint8Array([0, 255]), { headers: { 'content-type': 'application/pdf' } }),
  )
  const report: unknown = await client.scans.report('scan_1')
  assert.deepEqual(report, new Uint8Array([0, 255]))
})

test('a signal ends it before, while it waits for an answer, and between two tries', async () => {
  const before = clientOf(() => json({}))
  await assert.rejects(before.client.usage.get({ signal: AbortSignal.abort() }), AbortedError)
  assert.equal(before.sent.length, 0)

  const during = new AbortController()
  const waiting = clientOf(({ init }) => {
    const answer = new Promise<Response>((_, reject) => {
      init.signal!.addEventListener('abort', () => reject(init.signal!.reason), { once: true })
    })
    during.abort()
    return answer
  })
  await assert.rejects(waiting.client.usage.get({ signal: during.signal }), AbortedError)
  assert.equal(waiting.sent.length, 1)

  const between = new AbortController()
  const failing = clientOf(() => {
    setImmediate(() => between.abort())
    return new Response(null, { status: 503 })
  })
  await assert.rejects(failing.client.usage.get({ signal: between.signal }), AbortedError)
  assert.equal(failing.sent.length, 1)
})

test('a signal ends the events of a scan', async () => {
  const controller = new AbortController()
  const { client } = clientOf(({ init }) => {
    const body = new ReadableStream({
      start: (stream) => {
        stream.enqueue(new TextEncoder().encode('event: check\ndata: {}\n\n'))
        init.signal!.addEventListener('abort', () => stream.error(init.signal!.reason), { once: true })
      },
    })
    return new Response(body)
  })
  const heard: string[] = []
  await assert.rejects(async () => {
    for await (const { event } of client.scans.watch('scan_1', { signal: controller.signal })) {
      heard.push(event)
      controller.abort()
    }
  }, AbortedError)
  assert.deepEqual(heard, ['check'])
})

test('what lies at the bottom of a failed fetch is told', async () => {
  const cause = new Error('connect ECONNREFUSED 127.0.0.1:1')
  const { client } = clientOf(() => Promise.reject(new TypeError('fetch failed', { cause })), { maxRetries: 0 })
  await assert.rejects(client.usage.get(), { name: 'APIConnectionError', message: /http:\/\/test.*ECONNREFUSED/ })
})

test('one page after the other, and pages of their own', async () => {
  const { client } = clientOf(({ url }) => {
    const cursor = new URL(url).searchParams.get('cursor')
    return json({
      data: [{ id: cursor ?? 'first' }],
      has_more: cursor === null,
      next_cursor: cursor === null ? 'second' : null,
    })
  })
  const page = await client.websites.list()
  assert.deepEqual([page.data.length, page.has_more, page.next_cursor], [1, true, 'second'])
  const next = await page.nextPage()
  assert.deepEqual([next?.data[0]?.id, next?.has_more, await next?.nextPage()], ['second', false, null])
  const sizes = []
  for await (const one of client.websites.list().pages()) sizes.push(one.data.length)
  assert.deepEqual(sizes, [1, 1])
})

test('a call is a promise like any other', async () => {
  const { client } = clientOf(({ url }) => json({ id: url.split('/').at(-1) }))
  const both = await Promise.all([client.websites.get('a'), client.websites.get('b')])
  assert.deepEqual(
    both.map(({ id }) => id),
    ['a', 'b'],
  )
  assert.equal(await client.websites.get('a').then(({ id }) => id), 'a')
  const { client: failing } = clientOf(() => json({ code: 'not_found', detail: 'No.' }, { status: 404 }))
  assert.equal(await failing.websites.get('a').catch((error: APIError) => error.code), 'not_found')
})

test('errors descend from one', () => {
  assert.ok(new APIConnectionError('x') instanceof LastHashError)
  assert.ok(new APIError(418, null, new Headers(), undefined) instanceof LastHashError)
})

test('headers of a webhook in every form', () => {
  const now = Math.floor(Date.now() / 1000)
  const body = '{"type":"webhook.test"}'
  const signature = `v1,${createHmac('sha256', 'secret-secret').update(`evt_1.${now}.${body}`).digest('base64')}`
  const headers = { 'webhook-id': 'evt_1', 'webhook-timestamp': String(now), 'webhook-signature': signature }
  const bytes = new TextEncoder().encode(body)
  for (const form of [
    headers,
    new Headers(headers),
    new Map(Object.entries(headers)),
    { ...headers, 'webhook-signature': [signature] },
  ])
    for (const raw of [body, bytes, bytes.buffer as ArrayBuffer, Buffer.from(body)])
      assert.equal(unwrap(raw, form, 'secret-secret').type, 'webhook.test')
})

test('HMAC-SHA-256 as node:crypto has it, of every length up to three blocks and of every length of key', () => {
  for (let length = 0; length < 200; length++) {
    const [key, message] = [randomBytes(length), randomBytes(200 - length)]
    assert.deepEqual(Buffer.from(hmacSha256(key, message)), createHmac('sha256', key).update(message).digest())
  }
  const large = randomBytes(100_000)
  assert.deepEqual(Buffer.from(hmacSha256(large, large)), createHmac('sha256', large).update(large).digest())
})
