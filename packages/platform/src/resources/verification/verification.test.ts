import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startSite, type TargetSite } from '../../../test/target-site.ts'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { verifyWebsites } from '../../jobs/verify-websites.ts'

const DAY = 86_400_000 // milliseconds

let world: TestContext
let api: TestApi
let site: TargetSite
let organization: TestOrganization
/** What the site serves as its verification file; null: nothing. */
let published: string | null = null

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  organization = await world.organization('pro')
  site = await startSite((request, response) => {
    if (request.url === '/.well-known/lasthash-verification.txt' && published !== null) response.end(published)
    else response.writeHead(404).end()
  })
})
after(async () => {
  await api.close()
  await site.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)
const eventsOf = async (type: string) => (await ask('GET', `/v1/events?type=${type}`)).data as Json[]

test('a website is verified by what it publishes, seen again daily, and loses it after three days without', async () => {
  const { id, verified_at } = await ask('POST', '/v1/websites', { url: site.url })
  assert.equal(verified_at, null)
  const path = `/v1/websites/${id}/verification`
  assert.equal((await ask('GET', path)).record, null)
  assert.equal((await ask('POST', `${path}/check`, undefined, 409)).code, 'verification_not_begun')

  const begun = await ask('POST', path, { method: 'file' })
  assert.equal(begun.status, 'unverified')
  assert.equal(begun.record.place, `${new URL(site.url).origin}/.well-known/lasthash-verification.txt`)
  assert.equal(
    (await ask('POST', path, { method: 'meta' })).record.content.includes(begun.record.content.slice(22)),
    true,
  )
  await ask('POST', path, { method: 'file' })

  const early = await ask('POST', `${path}/check`)
  assert.deepEqual([early.status, early.verified_at, early.failing_since], ['unverified', null, null])
  assert.match(early.failure, /status 404/)

  published = begun.record.content
  const done = await ask('POST', `${path}/check`)
  assert.deepEqual([done.status, done.failure, done.method], ['verified', null, 'file'])
  assert.match(done.verified_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  assert.equal((await ask('GET', `/v1/websites/${id}`)).verified_at, done.verified_at)
  await ask('POST', `${path}/check`)
  assert.deepEqual(
    (await eventsOf('website.verified')).map(({ data }) => data.id),
    [id],
  )

  published = null
  await verifyWebsites(world.context) // seen less than a day ago: not looked at
  assert.equal((await ask('GET', path)).failing_since, null)
  await age(id, 'verification_checked_at', DAY + 1)
  await verifyWebsites(world.context)
  const failing = await ask('GET', path)
  assert.equal(failing.status, 'verified')
  assert.notEqual(failing.failing_since, null)
  assert.deepEqual(await eventsOf('website.verification_lost'), [])

  await age(id, 'verification_checked_at', DAY + 1)
  await age(id, 'verification_failing_since', 3 * DAY)
  await verifyWebsites(world.context)
  assert.equal((await ask('GET', path)).status, 'unverified')
  assert.deepEqual(
    (await eventsOf('website.verification_lost')).map(({ data }) => data.id),
    [id],
  )
})

test('what fails for a day and comes back counts from the start', async () => {
  published = null
  const { id } = await ask('POST', '/v1/websites', { url: `http://localhost:${new URL(site.url).port}/` })
  const { record } = await ask('POST', `/v1/websites/${id}/verification`, { method: 'file' })
  published = record.content
  await ask('POST', `/v1/websites/${id}/verification/check`)
  await age(id, 'verification_failing_since', 2 * DAY)
  await ask('POST', `/v1/websites/${id}/verification/check`)
  const { status, failing_since } = await ask('GET', `/v1/websites/${id}/verification`)
  assert.deepEqual([status, failing_since], ['verified', null])
})

test('a verified parent covers its subdomains, of the same organisation only', async () => {
  const parent = await ask('POST', '/v1/websites', { url: 'https://example.com/' })
  const child = await ask('POST', '/v1/websites', { url: 'https://shop.example.com/' })
  const other = await ask('POST', '/v1/websites', { url: 'https://notexample.com/' })
  const statusOf = async (id: string, key = organization.key) =>
    (await api.ask(key, 'GET', `/v1/websites/${id}/verification`)) as Json
  assert.equal((await statusOf(child.id)).status, 'unverified')
  await world.context.database.system
    .updateTable('websites')
    .set({ verified_at: new Date(), verification_checked_at: new Date() })
    .where('id', '=', parent.id)
    .execute()
  const covered = await statusOf(child.id)
  assert.deepEqual([covered.status, covered.covered_by], ['verified', parent.id])
  assert.equal((await statusOf(other.id)).status, 'unverified')

  const stranger = await world.organization('pro')
  const theirs = await api.ask(stranger.key, 'POST', '/v1/websites', { url: 'https://shop.example.com/' })
  assert.equal((await statusOf(theirs.id, stranger.key)).status, 'unverified')
  for (const action of ['', '/check']) {
    const answer = await api.send(
      stranger.key,
      'POST',
      `/v1/websites/${child.id}/verification${action}`,
      action ? undefined : { method: 'dns' },
    )
    assert.equal(answer.status, 404)
  }
})

test('an active scan of a website that is not verified is refused, and says what to do', async () => {
  const { id } = await ask('POST', '/v1/websites', { url: 'https://unverified.example/' })
  const refused = await ask('POST', '/v1/scans', { website_id: id, scan_type: 'active' }, 409)
  assert.equal(refused.code, 'website_not_verified')
  assert.match(refused.detail, /verification/)
})

async function age(id: string, column: 'verification_checked_at' | 'verification_failing_since', by: number) {
  await world.context.database.system
    .updateTable('websites')
    .set({ [column]: new Date(Date.now() - by) })
    .where('id', '=', id)
    .execute()
}
