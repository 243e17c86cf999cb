import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Browser, chromium, type Page } from 'playwright-core'
import { hostileDocument, scanDocument, vulnerability } from '../../test/document.ts'
import { htmlReport } from './html.ts'

const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs Chromium: npm run test:all'
const WIDTHS = [360, 800, 1400]

let browser: Browser | undefined
before(async () => {
  if (skip) return
  browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
})
after(() => browser?.close())

/** The page of that document, with all that it asked for and complained of. */
async function show(html: string): Promise<{ page: Page; heard: string[] }> {
  const page = await browser!.newPage()
  const heard: string[] = []
  page.on('request', (request) => heard.push(`request ${request.url()}`))
  page.on('console', (message) => heard.push(`console ${message.text()}`))
  page.on('dialog', (dialog) => heard.push(`dialog ${dialog.message()}`))
  await page.setContent(html)
  return { page, heard }
}

test('nothing is wider than the screen, unfolded, however long what the target sent', { skip }, async () => {
  const { page } = await show(htmlReport(hostileDocument()))
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    assert.equal(overflow, 0, `at ${width} px`)
  }
  await page.close()
})

test('nothing is asked for, nothing runs, and its own policy has nothing to forbid', { skip }, async () => {
  const { page, heard } = await show(htmlReport(hostileDocument()))
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
  assert.deepEqual(heard, [])
  const background = await page.evaluate("getComputedStyle(document.querySelector('.band')).backgroundColor")
  assert.notEqual(background, 'rgba(0, 0, 0, 0)', 'the style sheet is in force')
  await page.close()
})

test('on paper, what is folded is there', { skip }, async () => {
  const { page } = await show(htmlReport(scanDocument([vulnerability({ title: 'Folded' })])))
  const height = "document.querySelector('.finding').getBoundingClientRect().height"
  const folded = Number(await page.evaluate(height))
  await page.emulateMedia({ media: 'print' })
  const printed = Number(await page.evaluate(height))
  assert.ok(printed > folded + 150, `${folded} px folded, ${printed} px on paper`)
  await page.close()
})

test('a link to a finding unfolds it', { skip }, async () => {
  const { page } = await show(htmlReport(scanDocument()))
  await page.click('#first h3 a')
  await page.waitForFunction("document.querySelector('.finding').open", undefined, { timeout: 5_000 })
  await page.close()
})
