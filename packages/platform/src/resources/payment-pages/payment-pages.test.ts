// Payment pages through HTTP. What a browser would see is given to recordPaymentLook: the look itself is tested with a real
// one in payment-pages.browser.test.ts.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PaymentPageReading, PaymentScript, Probed } from '@lasthash/scanner'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../../test/test-context.ts'
import { brokenEntry } from '../../payment/ledger.ts'
import { recordPaymentLook } from '../../payment/record-look.ts'

let world: TestContext
let api: TestApi
let own: { id: string; key: string }
let other: { key: string }
let website_id: string
const DAY = 86_400_000

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  own = await world.organization('pro')
  other = await world.organization('pro')
  website_id = (await ask('POST', '/v1/websites', { url: 'https://shop.example/' })).id
})
after(async () => {
  await api.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(own.key, method, path, body, expected)
let pages = 0
const mark = (): Promise<Json> =>
  ask('POST', '/v1/payment-pages', { website_id, url: `https://shop.example/pay/${++pages}` }, 201)
const script = (source: string, sha256 = 'aa'): PaymentScript => ({
  ...{ source, kind: 'file', sha256, integrity: null, loaded_by: null, excerpt: '' },
  third_party: !source.startsWith('https://shop.example/'),
})
const APP = 'https://shop.example/app.js'
const FORM = 'https://js.provider.example/v3/'
const HEADERS = { 'content-security-policy': "default-src 'self'" }

/** A look at a page at a moment, as the runner writes it down. */
async function looked(page: Json, reading: Partial<PaymentPageReading> | string, at = new Date()): Promise<void> {
  const { system } = world.context.database
  const row = await system.selectFrom('payment_pages').selectAll().where('id', '=', page.id).executeTakeFirstOrThrow()
  const answer: Probed<PaymentPageReading> =
    typeof reading === 'string'
      ? { answered: false, fault: 'target', code: 'status', detail: reading }
      : { answered: true, reading: { url: page.url, headers: HEADERS, scripts: [], complete: true, ...reading } }
  await system.transaction().execute((trx) => recordPaymentLook(trx, row, answer, at))
}
const scriptsOf = async (page: Json, query = ''): Promise<Json[]> =>
  (await ask('GET', `/v1/payment-pages/${page.id}/scripts${query}`)).data
const ledgerOf = async (page: Json, query = ''): Promise<Json[]> =>
  (await ask('GET', `/v1/payment-pages/${page.id}/ledger?limit=100${query && `&${query}`}`)).data
const alertsOf = async (page: Json): Promise<Json[]> =>
  (await ask('GET', `/v1/alerts?website_id=${website_id}&limit=100`)).data.filter((one: Json) =>
    one.cause.endsWith(page.id),
  )
const authorize = (page: Json, id: string, more: object = {}): Promise<Json> =>
  ask('PATCH', `/v1/payment-pages/${page.id}/scripts/${id}`, {
    authorized: true,
    justification: 'It takes the card.',
    ...more,
  })
async function requirement(number: string): Promise<Json> {
  const path = `/v1/compliance/frameworks/pci_dss_4/assessment?website_id=${website_id}`
  return (await ask('GET', path)).requirements.find((one: Json) => one.number === number)
}
async function only(page: Json): Promise<void> {
  for (const { id } of (await ask('GET', '/v1/payment-pages?limit=100')).data)
    if (id !== page.id) await ask('DELETE', `/v1/payment-pages/${id}`, undefined, 204)
}

test('marked, listed, changed, unmarked; its ledger stays', async () => {
  assert.match((await requirement('6.4.3')).ledger[0], /No payment page is marked/)
  const page = await mark()
  assert.deepEqual([page.status, page.interval, page.scripts, page.headers], ['pending', 86_400, 0, null])
  assert.deepEqual(await ask('GET', `/v1/payment-pages/${page.id}`), page)
  assert.deepEqual((await ask('GET', `/v1/payment-pages?website_id=${website_id}`)).data, [page])
  assert.equal((await ask('PATCH', `/v1/payment-pages/${page.id}`, { interval: 3_600 })).interval, 3_600)
  const again = await ask('POST', '/v1/payment-pages', { website_id, url: page.url }, 409)
  assert.equal(again.code, 'payment_page_exists')
  await ask('DELETE', `/v1/payment-pages/${page.id}`, undefined, 204)
  const ended = await ask('GET', `/v1/payment-pages/${page.id}`)
  assert.deepEqual([ended.status, ended.next_look_at], ['ended', null])
  assert.equal((await ask('POST', `/v1/payment-pages/${page.id}/look`, undefined, 409)).code, 'payment_page_ended')
  assert.deepEqual(
    (await ledgerOf(page)).map(({ kind }) => kind),
    ['page_unmarked', 'page_marked'],
  )
  await ask('POST', '/v1/payment-pages', { website_id, url: page.url }, 201)
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['PATCH', '', { name: 'x' }],
    ['DELETE', '', undefined],
    ['POST', '/look', undefined],
    ['GET', '/scripts', undefined],
    ['GET', '/ledger', undefined],
  ] as const)
    await api.ask(other.key, method, `/v1/payment-pages/${page.id}${path}`, body, 404)
  await api.ask(other.key, 'POST', '/v1/payment-pages', { website_id, url: page.url }, 404)
})

for (const [what, given, pointer] of [
  ['of another website', { url: 'https://elsewhere.example/pay' }, '/url'],
  ['over plain HTTP, where the website is not', { url: 'http://shop.example/pay' }, '/url'],
  ['no address', { url: 'pay' }, '/url'],
  ['less often than weekly', { url: 'https://shop.example/x', interval: 604_801 }, '/interval'],
] as const)
  test(`not marked: ${what}`, async () => {
    const problem = await ask('POST', '/v1/payment-pages', { website_id, ...given }, 400)
    assert.deepEqual([problem.code, problem.errors[0].pointer], ['validation_failed', pointer])
  })

test('scripts are listed, authorised with a reason, and by that 6.4.3 is met as far as the ledger knows', async () => {
  const page = await mark()
  await only(page)
  assert.match((await requirement('6.4.3')).ledger[0], /has not been looked at yet/)
  await looked(page, { scripts: [script(APP), script(FORM, 'bb')] })
  assert.deepEqual(await alertsOf(page), [], 'the first look shows what there is, and no change')
  const shown = await ask('GET', `/v1/payment-pages/${page.id}`)
  assert.deepEqual([shown.status, shown.scripts, shown.unauthorized, shown.headers], ['watched', 2, 2, HEADERS])
  const before = await requirement('6.4.3')
  assert.deepEqual([before.status, before.ledger[0].startsWith('2 of 2 scripts')], ['failing', true])
  const [form, app] = await scriptsOf(page)
  assert.deepEqual([form.source, form.state, form.third_party, app.third_party], [FORM, 'not_authorized', true, false])
  const done = await authorize(page, form.id)
  assert.deepEqual(
    [done.state, done.assured_by, done.authorization.justification],
    ['authorized', 'version', 'It takes the card.'],
  )
  await authorize(page, app.id, { kind: 'address' })
  assert.match((await requirement('6.4.3')).ledger[0], /The integrity of 1 scripts of .* is not assured/)
  await authorize(page, app.id)
  assert.match((await requirement('6.4.3')).ledger[0], /^All 2 scripts of .* are authorised with a reason/)
  assert.match((await requirement('11.6.1')).ledger[0], /is looked at every 1 d as a browser receives it, last on/)
  const { id } = await ask('PATCH', `/v1/payment-pages/${page.id}/scripts/${form.id}`, {
    authorized: false,
    justification: 'We leave them.',
  })
  assert.equal((await ask('GET', `/v1/payment-pages/${page.id}/scripts/${id}`)).state, 'not_authorized')
  const [revoked, ...earlier] = await ledgerOf(page)
  assert.deepEqual(
    [revoked.kind, revoked.data.justification, revoked.data.author.startsWith('key_')],
    ['script_revoked', 'We leave them.', true],
  )
  assert.equal(earlier[0].kind, 'script_authorized')
  await ask('PATCH', `/v1/payment-pages/${page.id}/scripts/${form.id}`, { authorized: true }, 400)
  await api.ask(
    other.key,
    'PATCH',
    `/v1/payment-pages/${page.id}/scripts/${form.id}`,
    { authorized: true, justification: 'x' },
    404,
  )
})

test('what changes raises one alert, which ends when all is authorised or as before; the ledger keeps each change', async () => {
  const page = await mark()
  await looked(page, { scripts: [script(APP), script(FORM)] })
  for (const { id } of await scriptsOf(page)) await authorize(page, id)
  await looked(page, { scripts: [script(APP), script(FORM)] })
  assert.deepEqual(await alertsOf(page), [])
  const SKIMMER = 'https://evil.example/s.js'
  await looked(page, { scripts: [script(APP, 'other'), script(SKIMMER)], headers: {} })
  const [alert, ...more] = await alertsOf(page)
  assert.deepEqual([alert.status, alert.severity, alert.kind, more], ['open', 'critical', 'compliance', []])
  assert.deepEqual([alert.data.added, alert.data.changed, alert.data.removed], [[SKIMMER], [APP], [FORM]])
  assert.deepEqual(alert.data.headers, [
    { name: 'content-security-policy', before: HEADERS['content-security-policy'], after: null },
  ])
  assert.match(alert.summary, /1 scripts added, 1 changed, 1 removed, 1 headers changed/)
  const events = (await ask('GET', '/v1/events?type=payment_page.changed')).data
  assert.deepEqual([events[0].data.id, events[0].data.added], [page.id, [SKIMMER]])
  assert.equal((await scriptsOf(page)).find(({ source }) => source === APP)?.state, 'changed_since')
  assert.deepEqual(
    (await scriptsOf(page, '?present=false')).map(({ source }) => source),
    [FORM],
  )
  await looked(page, {
    scripts: [script(APP, 'other'), script(SKIMMER), script('https://shop.example/b.js')],
    headers: {},
  })
  assert.equal((await alertsOf(page)).length, 1)
  for (const { id } of await scriptsOf(page, '?present=true')) await authorize(page, id)
  assert.equal((await alertsOf(page))[0]!.status, 'resolved')
  const kinds = (await ledgerOf(page)).map(({ kind }) => kind).reverse()
  assert.deepEqual(kinds.slice(0, 10), [
    ...['page_marked', 'look', 'script_added', 'script_added', 'script_authorized', 'script_authorized', 'look'],
    ...['look', 'script_added', 'script_changed'],
  ])
  const rows = await world.context.database.system
    .selectFrom('payment_ledger')
    .selectAll()
    .where('payment_page_id', '=', page.id)
    .orderBy('sequence')
    .execute()
  assert.equal(brokenEntry(rows), null)
  assert.equal(
    brokenEntry(rows.map((row) => (row.sequence === 3 ? { ...row, data: { ...row.data, source: 'x' } } : row))),
    3,
  )
  assert.equal(brokenEntry(rows.filter(({ sequence }) => sequence !== 4)), 4)
})

test('a look that was cut short takes no script away', async () => {
  const page = await mark()
  await looked(page, { scripts: [script(APP), script(FORM)] })
  await looked(page, { scripts: [script(APP)], complete: false })
  assert.deepEqual(await alertsOf(page), [])
  assert.equal((await scriptsOf(page, '?present=true')).length, 2)
})

test('unanswered for a week: 11.6.1 is in doubt, and an alert says so until it is answered', async () => {
  const page = await mark()
  await only(page)
  const now = Date.now()
  await world.context.database.system
    .updateTable('payment_pages')
    .set({ created_at: new Date(now - 8 * DAY) })
    .where('id', '=', page.id)
    .execute()
  await looked(page, `${page.url} answers a browser with status 503.`, new Date(now))
  const [alert] = await alertsOf(page)
  assert.deepEqual([alert.cause, alert.status], [`payment_page_unwatched:${page.id}`, 'open'])
  const doubt = await requirement('11.6.1')
  assert.deepEqual(
    [doubt.status, /not been looked at for more than a week.*status 503/.test(doubt.ledger[0])],
    ['failing', true],
  )
  const shown = await ask('GET', `/v1/payment-pages/${page.id}`)
  assert.deepEqual([shown.status, shown.fault], ['unwatched', 'target'])
  await looked(page, { scripts: [] }, new Date(now))
  assert.equal((await alertsOf(page))[0]!.status, 'resolved')
  assert.deepEqual((await ledgerOf(page, 'kind=look_failed')).length, 1)
})
