import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { pino } from 'pino'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'

let world: TestContext
let api: TestApi
let organization: TestOrganization
const lines: Json[] = []

before(async () => {
  world = await createTestContext()
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  api = await startApi({ ...world.context, log })
  organization = await world.organization('pro')
})
after(async () => {
  await api.close()
  await world.close()
})

test('every answer has a Request-Id of its own, whatever it is, and whatever the caller sends', async () => {
  const { key } = organization
  const answers = await Promise.all([
    api.send(key, 'GET', '/v1/websites'),
    api.send(key, 'POST', '/v1/websites', { url: 'https://example.com' }),
    api.send(key, 'POST', '/v1/websites', '{'),
    api.send(key, 'GET', '/v1/nowhere'),
    api.send(key, 'PUT', '/v1/websites'),
    api.send(key, 'GET', '/%zz'),
    api.send('wrong', 'GET', '/v1/websites', undefined, { 'request-id': 'req_mine' }),
    fetch(`${api.base}/healthz`),
    fetch(`${api.base}/docs`),
    fetch(`${api.base}/v1/scans`, { method: 'OPTIONS' }),
  ])
  const ids = answers.map(({ headers }) => headers.get('request-id'))
  for (const id of ids) assert.match(id!, /^req_[0-9a-z]{26}$/)
  assert.equal(new Set(ids).size, answers.length)
})

test('log lines have the same id, the route and not the address, and the caller’s trace; never a key', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
  const traceparent = `00-${trace}-00f067aa0ba902b7-01`
  const answer = await api.send(organization.key, 'GET', '/v1/websites/ws_secretid?x=1', undefined, { traceparent })
  await answer.text()
  const line = lines.find((one) => one.reqId === answer.headers.get('request-id'))
  assert.deepEqual([line.route, line.status, line.trace], ['/v1/websites/:website_id', 400, trace])
  const text = JSON.stringify(lines)
  assert.ok(!text.includes('ws_secretid') && !text.includes(organization.key))
})

const broken = ['', 'nonsense', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, `ff-${'a'.repeat(32)}-00f067aa0ba902b7-01`]
for (const traceparent of broken) {
  test(`a traceparent of “${traceparent.slice(0, 12)}” is ignored`, async () => {
    const answer = await api.send(organization.key, 'GET', '/v1/websites', undefined, { traceparent })
    assert.equal(answer.status, 200)
    const line = lines.find((one) => one.reqId === answer.headers.get('request-id'))
    assert.equal(line.trace, undefined)
  })
}
