// The whole line with a real Chromium: marked, looked at when due, changed, told.
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { closeBrowser } from '@lasthash/scanner'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../../test/test-context.ts'
import { PaymentPageRunner } from '../../jobs/watch-payment-pages.ts'

const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs Chromium: npm run test:all'
let world: TestContext
let api: TestApi
let shop: Server
let key: string
let body = '<script src="/app.js"></script>'

before(async () => {
  if (skip) return
  world = await createTestContext()
  api = await startApi(world.context)
  key = (await world.organization('pro')).key
  shop = createServer((request, response) => {
    if (request.url?.endsWith('.js'))
      return response.setHeader('content-type', 'text/javascript').end(`window.a = '${request.url}'`)
    response
      .setHeader('x-frame-options', 'DENY')
      .setHeader('content-type', 'text/html')
      .end(`<!doctype html><title>Pay</title>${body}`)
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
})
after(async () => {
  if (skip) return
  await closeBrowser()
  shop.close()
  await api.close()
  await world.close()
})

test('a payment page is looked at in a browser when it is due, and what a script writes into it is found', {
  skip,
}, async () => {
  const ask = (method: string, path: string, given?: unknown): Promise<Json> => api.ask(key, method, path, given)
  const url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
  const website = await ask('POST', '/v1/websites', { url })
  const page = await ask('POST', '/v1/payment-pages', { website_id: website.id, url: `${url}/checkout` })
  const runner = new PaymentPageRunner(world.context)
  await runner.runDue()
  const first = await ask('GET', `/v1/payment-pages/${page.id}`)
  assert.deepEqual(
    [first.status, first.detail, first.scripts, first.headers],
    ['watched', null, 1, { 'x-frame-options': 'DENY' }],
  )
  body = `<script src="/app.js"></script><script>const s = document.createElement('script'); s.src = '/skimmer.js'; document.head.append(s)</script>`
  await runner.runDue()
  assert.equal((await ask('GET', `/v1/payment-pages/${page.id}`)).scripts, 1, 'not before it is due')
  await ask('POST', `/v1/payment-pages/${page.id}/look`)
  await runner.runDue()
  const { data: scripts } = await ask('GET', `/v1/payment-pages/${page.id}/scripts`)
  assert.deepEqual(scripts.map(({ kind, source }: Json) => (kind === 'file' ? source : kind)).sort(), [
    `${url}/app.js`,
    `${url}/skimmer.js`,
    'inline',
  ])
  const { data: alerts } = await ask('GET', `/v1/alerts?website_id=${website.id}`)
  assert.deepEqual([alerts.length, alerts[0].kind, alerts[0].severity], [1, 'compliance', 'high'])
  await runner.stop()
})
