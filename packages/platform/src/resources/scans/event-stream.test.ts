import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type ClientRequest, request } from 'node:http'
import { after, before, test } from 'node:test'
import { slowly, startSite, type TargetSite } from '../../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'

let world: TestContext
let api: TestApi
let site: TargetSite
let organization: TestOrganization
let worker: ScanWorker

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  site = await startSite(slowly(30))
  organization = await world.organization('pro')
  worker = new ScanWorker(world.context, { slots: 5 })
  await worker.start()
})
after(async () => {
  await worker.stop(0)
  await api.close()
  await site.close()
  await world.close()
})

interface Message {
  id?: number
  event: string
  data: Json
}

/** Reads a stream until it ends, or until `enough` says so. */
async function read(answer: Response, enough: (messages: Message[]) => boolean = () => false): Promise<Message[]> {
  const messages: Message[] = []
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of answer.body!) {
    text += decoder.decode(chunk, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop()!
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
      const event = field('event')
      if (event)
        messages.push({
          id: field('id') === undefined ? undefined : Number(field('id')),
          event,
          data: JSON.parse(field('data')!),
        })
    }
    if (enough(messages)) break
  }
  return messages
}

const watch = (id: string, headers: Record<string, string> = {}) =>
  api.send(organization.key, 'GET', `/v1/scans/${id}/events`, undefined, headers)
const start = async () =>
  (await api.ask(organization.key, 'POST', '/v1/scans', { url: site.url, scan_type: 'quick' })).id as string

test('a scan is told while it runs, in order, to its end', async () => {
  const id = await start()
  const answer = await watch(id)
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-type')!, /^text\/event-stream/)
  const messages = await read(answer)
  const scan = await api.ask(organization.key, 'GET', `/v1/scans/${id}`)
  assert.match(messages[0]!.event, /^scan\.(queued|started)$/)
  const last = messages.at(-1)!
  assert.deepEqual([last.event, last.data], ['scan.completed', scan])
  const numbered = messages.filter((message) => message.id !== undefined)
  assert.deepEqual(
    numbered.map((message) => message.id),
    numbered.map((_, index) => index + 1),
  )
  const kinds = new Set(numbered.map(({ event }) => event))
  assert.deepEqual([...kinds].sort(), ['check', 'finding', 'scan.completed', 'source'])
  const { checks } = await api.ask(organization.key, 'GET', `/v1/scans/${id}/coverage`)
  assert.equal(numbered.filter(({ event }) => event === 'check').length, checks.length)
  const { vulnerabilities } = await api.ask(organization.key, 'GET', `/v1/scans/${id}/vulnerabilities?limit=100`)
  const told = numbered.filter(({ event }) => event === 'finding').map(({ data }) => data.fingerprint)
  assert.deepEqual(told.sort(), vulnerabilities.map((one: Json) => one.fingerprint).sort())
})

test('a cut stream goes on after the last event that the client had', async () => {
  const id = await start()
  const first = await read(await watch(id), (messages) => messages.filter((message) => message.id).length >= 3)
  const last = first.findLast((message) => message.id !== undefined)!.id!
  const rest = await read(await watch(id, { 'last-event-id': String(last) }))
  assert.equal(rest.find((message) => message.id !== undefined)!.id, last + 1)
  const end = rest.at(-1)!
  assert.equal(end.event, 'scan.completed')
  const again = await watch(id, { 'last-event-id': String(end.id) })
  assert.equal(again.status, 204)
  const before = await read(await watch(id, { 'last-event-id': String(end.id! - 1) }))
  assert.deepEqual(
    before.map(({ event }) => event),
    ['scan.completed'],
  )
})

test('a scan that is canceled ends its streams', async () => {
  site.answer(slowly(10_000))
  const id = await start()
  const answer = await watch(id)
  const messages = read(answer)
  await until(async () => (await api.ask(organization.key, 'GET', `/v1/scans/${id}`)).status === 'running')
  await api.ask(organization.key, 'POST', `/v1/scans/${id}/cancel`)
  const events = (await messages).map(({ event }) => event)
  assert.equal(events.at(-1), 'scan.canceled')
  assert.equal(events.filter((event) => event === 'scan.started').length, 1)
})

/** A client that reads nothing but the beginning. */
async function connected(id: string): Promise<ClientRequest> {
  const headers = { authorization: `Bearer ${organization.key}` }
  const client = request(`${api.base}/v1/scans/${id}/events`, { headers, agent: false }).end()
  client.on('error', () => {})
  const [answer] = await once(client, 'response')
  await once(answer, 'data')
  return client
}

test('a client that leaves is let go, and a server that stops lets go of its clients', async () => {
  site.answer(slowly(10_000))
  const id = await start()
  const connections = () => new Promise<number>((resolve) => api.server.getConnections((_, count) => resolve(count)))
  const client = await connected(id)
  const watched = await connections()
  client.destroy()
  await until(async () => (await connections()) < watched)

  const other = await startApi(world.context)
  const headers = { authorization: `Bearer ${organization.key}` }
  const stream = await fetch(`${other.base}/v1/scans/${id}/events`, { headers })
  const messages = read(stream)
  await other.close()
  assert.match((await messages)[0]!.event, /^scan\.(queued|started)$/)
})
