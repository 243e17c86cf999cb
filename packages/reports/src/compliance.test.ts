import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { HOSTILE } from '../../scanner/test/document.ts'
import { assessment } from '../test/compliance-data.ts'
import { reportData, textOf } from '../test/report-data.ts'
import { REQUIREMENT_STATUSES } from './compliance-data.ts'
import { LANGUAGES } from './data.ts'
import { formatsOf, type ReportOptions, renderReport } from './render.ts'
import { ReportError } from './report-error.ts'
import { textsFor } from './texts/texts.ts'

const data = (text: string, websites = 1) => reportData([], { compliance: assessment(text, websites) })
const render = (text: string, options: Omit<ReportOptions, 'kind'>, websites = 1) =>
  textOf(renderReport(data(text, websites), { kind: 'compliance', ...options }).stream)

test('every status, what was found, who attested it and what cannot be seen, in every language', async () => {
  for (const language of LANGUAGES) {
    const { compliance } = textsFor(language)
    const html = await render('Shop', { format: 'html', language })
    for (const status of REQUIREMENT_STATUSES) {
      assert.ok(html.includes(compliance.statuses[status]), `${language} ${status}`)
      assert.ok(html.includes(compliance.means[status]), `${language} ${status}`)
    }
    for (const text of ['PCI DSS 4.0.1', '6.4.7', 'vuln_01k0000000000000000000000', 'att_01k0000000000000000000000'])
      assert.ok(html.includes(text), `${language}: ${text}`)
    assert.ok(html.includes(compliance.unseen) && html.includes(compliance.read))
  }
})

test('what others choose is text in a page, and never a formula in a table', async () => {
  const html = await render(HOSTILE, { format: 'html' }, 3)
  assert.ok(!/<script|<img|onerror=/i.test(html.replace(/<style[\s\S]*?<\/style>/, '')), 'no markup of theirs')
  const rows: Record<string, string>[] = parse(await render('=1+1', { format: 'csv' }), { columns: true, bom: true })
  assert.deepEqual(
    rows.map(({ requirement, status }) => [requirement, status]),
    REQUIREMENT_STATUSES.map((status, at) => [`6.4.${at + 1}`, status]),
  )
  assert.match(rows[0]!.ledger!, /^'=1\+1/)
})

test('JSON holds the assessment as the API gives it; without one there is no report', async () => {
  const json = JSON.parse(await render('Shop', { format: 'json' }))
  assert.deepEqual([json.kind, json.compliance], ['compliance', assessment('Shop')])
  assert.ok(!formatsOf('compliance').includes('sarif'))
  assert.throws(() => renderReport(reportData(), { kind: 'compliance', format: 'pdf' }), ReportError)
})
