import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { type Browser, chromium, type Page } from 'playwright-core'
import { HOSTILE, hostileDocument } from '../../../scanner/test/document.ts'
import { comparisonData, portfolioData, reportData, textOf, website } from '../../test/report-data.ts'
import type { Kind, ReportData } from '../data.ts'
import { renderReport } from '../render.ts'

const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs Chromium: npm run test:all'
const KINDS = ['executive', 'technical', 'comparison', 'portfolio'] as const satisfies Kind[]
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

async function show(data: ReportData, kind: Kind): Promise<{ page: Page; heard: string[] }> {
  const page = await browser!.newPage()
  const heard: string[] = []
  page.on('request', (request) => heard.push(`request ${request.url()}`))
  page.on('console', (message) => heard.push(`console ${message.text()}`))
  page.on('dialog', (dialog) => heard.push(`dialog ${dialog.message()}`))
  await page.setContent(await textOf(renderReport(data, { kind, format: 'html', language: 'de' }).stream))
  return { page, heard }
}

function hostileData(): ReportData {
  const document = hostileDocument()
  const data = reportData(document.vulnerabilities, {
    websites: [website(document, { name: `${HOSTILE}${'W'.repeat(300)}` })],
  })
  return { ...comparisonData(data), ...portfolioData(data) }
}

test('nothing is wider than the screen, nothing is asked for, nothing runs', { skip }, async () => {
  for (const kind of KINDS) {
    const { page, heard } = await show(hostileData(), kind)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      assert.equal(over, 0, `${kind} at ${width} px`)
    }
    assert.deepEqual(heard, [], kind)
    await page.close()
  }
})

test('axe finds nothing wrong, in the light and in the dark', { skip }, async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  for (const kind of KINDS) {
    const data = portfolioData(reportData())
    const { page } = await show(kind === 'portfolio' ? data : comparisonData(reportData()), kind)
    await page.evaluate(axe)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const found = await page.evaluate('axe.run()')
      const { violations } = found as {
        violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
      }
      assert.deepEqual(
        violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
        ),
        [],
        `${kind}, ${colorScheme}`,
      )
    }
    await page.close()
  }
})
