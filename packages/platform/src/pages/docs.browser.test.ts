import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Browser, chromium, type Page, type Response } from 'playwright-core'
import { startApi, type TestApi } from '../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../test/test-context.ts'

const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs Chromium: npm run test:all'
const PATIENCE = 30_000 // milliseconds: the playground is large, and the machine may be busy
const VISITS = 4

let world: TestContext
let api: TestApi
let browser: Browser
before(async () => {
  if (skip) return
  world = await createTestContext()
  api = await startApi(world.context)
  browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
})
after(async () => {
  if (skip) return
  await browser.close()
  await api.close()
  await world.close()
})

/** Lists the websites from the page of that operation, as a visitor does who pastes a key. */
async function listWebsites(page: Page, key: string): Promise<Response> {
  await page.goto(`${api.base}/docs#tag/websites/GET/v1/websites`)
  await page.reload()
  await page.getByRole('textbox', { name: /token/i }).first().fill(key)
  await page
    .getByRole('button', { name: /test request/i })
    .and(page.locator(':visible'))
    .first()
    .click()
  const isAnswer = (response: Response) =>
    response.url().includes('/v1/websites') && response.request().method() === 'GET'
  const [response] = await Promise.all([
    page.waitForResponse(isAnswer),
    page.getByRole('button', { name: /^send/i }).and(page.locator(':visible')).first().click(),
  ])
  return response
}

/** On a busy machine the page still moves to its place while it is clicked, and then another operation is sent: once more. */
async function asPatientVisitor<T>(visit: () => Promise<T>): Promise<T> {
  for (let left = VISITS; ; left--) {
    try {
      return await visit()
    } catch (error) {
      if (left === 1) throw error
    }
  }
}

test('the playground asks nobody but this server, and a visitor’s key works in it', { skip }, async () => {
  const { key } = await world.organization('pro')
  await api.ask(key, 'POST', '/v1/websites', { url: 'https://seen-in-the-playground.example.com' })
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  page.setDefaultTimeout(PATIENCE)
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(`${api.base}/docs`)
  await page.getByText('Start a scan').first().waitFor()
  // Every operation's section is made when it comes into view: also what those would load.
  await page.evaluate('window.scrollTo(0, document.body.scrollHeight)')

  const response = await asPatientVisitor(() => listWebsites(page, key))
  assert.equal(response.status(), 200)
  assert.equal(new URL(response.url()).origin, api.base)
  assert.equal(response.request().headers().authorization, `Bearer ${key}`)
  await page.getByText('seen-in-the-playground').first().waitFor()

  const foreign = asked.filter((url) => !url.startsWith(`${api.base}/`) && !/^(data|blob):/.test(url))
  assert.deepEqual(foreign, [])
  assert.deepEqual(
    complaints.filter((text) => /Content Security Policy|refused to/i.test(text)),
    [],
  )
  await page.close()
})

const WIDTHS = [390, 820, 1400] // CSS pixels: phone, tablet, desktop

test('the manual fits phone, tablet and desktop, with no script and nothing from elsewhere', { skip }, async () => {
  for (const width of WIDTHS) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: false })
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const paths = ['/docs/start', '/docs/quick-start', '/docs/comparison', '/docs/search?q=webhook']
    for (const path of paths) {
      await page.goto(api.base + path)
      const { width: wide } = (await page.locator('html').boundingBox())!
      const furthest = await page.locator('body').evaluate((body) => body.scrollWidth)
      assert.ok(wide <= width && furthest <= width, `${path} is ${furthest} wide on ${width}`)
    }
    assert.deepEqual(
      asked.filter((url) => !url.endsWith('/favicon.ico')),
      paths.map((path) => api.base + path),
    )
    await context.close()
  }
})

test('a reader goes from the start to a page, along its contents, and to what a search finds', { skip }, async () => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  page.setDefaultTimeout(PATIENCE)
  await page.goto(`${api.base}/docs/start`)
  await page.getByRole('main').getByRole('link', { name: 'Quick start' }).click()
  await page.getByRole('heading', { level: 1, name: 'Quick start' }).waitFor()
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: '4. Be told of it' }).click()
  assert.equal(new URL(page.url()).hash, '#4-be-told-of-it')
  await page.getByRole('searchbox').fill('rotate-secret')
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('main').getByRole('link', { name: 'Webhooks' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor()
  await page.close()
})
