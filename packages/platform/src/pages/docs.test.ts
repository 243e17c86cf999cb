import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../test/test-context.ts'
import { ERRORS } from '../errors.ts'

let world: TestContext
let api: TestApi
before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
})
after(async () => {
  await api.close()
  await world.close()
})

test('the playground’s page and all that it is made of come from this server', async () => {
  const answer = await fetch(`${api.base}/docs`)
  const page = await answer.text()
  assert.match(answer.headers.get('content-security-policy')!, /default-src 'none'.*connect-src 'self'/)
  const sources = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source!)
  assert.ok(sources.length >= 2)
  for (const source of sources) {
    assert.match(source, /^\/[^/]/)
    assert.equal((await fetch(api.base + source)).status, 200, source)
  }
  const home = await fetch(api.base, { redirect: 'manual' })
  assert.deepEqual([home.status, home.headers.get('location')], [302, '/docs/start'])
})

test('each code of the catalogue has its place on the page that its type points to', async () => {
  const answer = await fetch(`${api.base}/docs/errors`)
  const page = await answer.text()
  assert.equal(answer.status, 200)
  for (const [code, { title, status }] of Object.entries(ERRORS)) {
    const row = new RegExp(`<tr id="${code}">.*`).exec(page)?.[0]
    assert.ok(row?.includes(`<td>${status}</td>`) && row.includes(title), code)
  }
  const codes = Object.values(ERRORS).map(({ title }) => title)
  assert.ok(codes.every((title) => title.length > 3))
})
