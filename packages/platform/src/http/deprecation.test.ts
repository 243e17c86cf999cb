import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'
import { routes } from '../resources/index.ts'
import { type Deprecation, route } from './route.ts'

const DAY = 86_400_000 // milliseconds
const SINCE = Date.UTC(2026, 0, 15)
const later = Math.floor(Date.now() / 1000) * 1000 + 100 * DAY
const docs = 'https://docs.lasthash.test/changes#things'

const withdrawn = (path: string, operationId: string, deprecation: Deprecation) =>
  route({
    method: 'GET',
    path,
    operationId,
    summary: 'A thing of the past',
    scope: 'websites:read',
    answers: { 200: { description: 'Still there.' } },
    deprecation,
    handler: async () => ({ status: 200, body: { here: true } }),
  })

let world: TestContext
let api: TestApi
let organization: TestOrganization

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context, {
    routes: [
      ...routes,
      withdrawn('/v1/old', 'getOld', { since: SINCE, sunset: later, docs, successor: '/v1/new' }),
      withdrawn('/v1/gone', 'getGone', { since: SINCE, sunset: Date.now() - DAY, docs, successor: '/v1/new' }),
    ],
  })
  organization = await world.organization('pro')
})
after(async () => {
  await api.close()
  await world.close()
})

test('a route that will go says since when, until when, why, and what instead', async () => {
  const answer = await api.send(organization.key, 'GET', '/v1/old')
  assert.deepEqual([answer.status, await answer.json()], [200, { here: true }])
  assert.equal(answer.headers.get('deprecation'), `@${SINCE / 1000}`)
  assert.equal(answer.headers.get('sunset'), new Date(later).toUTCString())
  assert.equal(
    answer.headers.get('link'),
    `<${docs}>; rel="deprecation", <${docs}>; rel="sunset", </v1/new>; rel="successor-version"`,
  )
})

test('after its sunset it is 410 and names its successor', async () => {
  const answer = await api.send(organization.key, 'GET', '/v1/gone')
  const problem: Json = await answer.json()
  assert.deepEqual([answer.status, problem.code], [410, 'gone'])
  assert.match(problem.detail, /\/v1\/new/)
  assert.match(answer.headers.get('link')!, /<\/v1\/new>; rel="successor-version"/)
  assert.equal(answer.headers.get('deprecation'), `@${SINCE / 1000}`)
})

test('the description marks it, and nothing else is marked', async () => {
  const document: Json = await (await fetch(`${api.base}/openapi.json`)).json()
  const { get } = document.paths['/v1/old']
  assert.equal(get.deprecated, true)
  assert.ok(get.responses['200'].headers.Deprecation && get.responses['200'].headers.Sunset && get.responses['410'])
  assert.equal(document.paths['/v1/websites'].get.deprecated, undefined)
  const present = await api.send(organization.key, 'GET', '/v1/websites')
  for (const name of ['deprecation', 'sunset', 'link']) assert.equal(present.headers.get(name), null)
})
