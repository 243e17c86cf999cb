import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { vulnerability } from '../../scanner/test/document.ts'
import { reportData, textOf } from '../test/report-data.ts'
import { csvRow } from './csv.ts'
import type { Comparison, Kind, ReportData } from './data.ts'
import { renderReport } from './render.ts'

async function rows(data: ReportData, kind: Kind = 'technical'): Promise<Record<string, string>[]> {
  const text = await textOf(renderReport(data, { kind, format: 'csv' }).stream)
  return parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })
}

test('a cell that a spreadsheet would run is text; numbers stay numbers', () => {
  for (const [cell, written] of [
    ['=1+1', `"'=1+1"`],
    ['+49 30 1234', `"'+49 30 1234"`],
    ['-2+3', `"'-2+3"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['  =1', `"'  =1"`],
    ['\n=1', `"'\n=1"`],
    ['\r=1', String.raw`\x0d=1`],
    ['＝1+1', `"'＝1+1"`],
    ['=HYPERLINK("http://x/?"&A1,"a")', `"'=HYPERLINK(""http://x/?""&A1,""a"")"`],
    ['-0.5', '-0.5'],
    [-3, '-3'],
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "a"', '"say ""a"""'],
    ['two\nlines', '"two\nlines"'],
    ['\u202egnp.exe', String.raw`\u{202e}gnp.exe`],
    [null, ''],
    [undefined, ''],
    [0, '0'],
  ] as const) {
    assert.equal(csvRow([cell]), `${written}\r\n`, JSON.stringify(cell))
  }
})

test('no cell is longer than a spreadsheet can hold, nor ends in half a character', () => {
  const [cell] = parse(csvRow(['💩'.repeat(40_000)]))[0] as string[]
  assert.ok(cell!.length <= 32_767 && cell!.isWellFormed())
})

test('a row for each vulnerability, whatever it holds, with the website beside it', async () => {
  const odd = vulnerability({
    outcome: 'odd',
    title: '=cmd|"/c calc"!A1',
    cvss: { vector: 'CVSS:4.0/AV:N', score: 8.7 },
  })
  const [first, second, ...none] = await rows(reportData([vulnerability(), odd]))
  assert.deepEqual(none, [])
  assert.equal(first!.website, 'www.example.com')
  assert.equal(first!.title, 'No HSTS header')
  assert.equal(first!.url, 'https://www.example.com/')
  assert.equal(first!.score_impact, '1')
  assert.match(first!.remediation!, /\nnginx: add_header/)
  assert.equal(second!.title, `'=cmd|"/c calc"!A1`)
  assert.equal(second!.cvss_score, '8.7')
})

test('without vulnerabilities there are the names of the columns', async () => {
  const text = await textOf(renderReport(reportData([]), { kind: 'technical', format: 'csv' }).stream)
  assert.match(text, /^\ufeffid,website_id,website,severity,[^\n]*fingerprint\r\n$/)
})

test('of a comparison each row says what became of it; of a portfolio there is a row for each website', async () => {
  const data = reportData([])
  const { scan } = data.websites[0]!
  const none = { new: [], fixed: [], regressed: [], unchanged: [], not_tested: [] }
  const comparison: Comparison = {
    ...{ website: data.websites[0]!, from: scan!, to: scan!, comparable: true, ...none },
    new: [vulnerability({ outcome: 'short' })],
    not_tested: [vulnerability()],
  }
  const changed = await rows({ ...data, comparison }, 'comparison')
  assert.deepEqual(
    changed.map(({ change, outcome }) => [change, outcome]),
    [
      ['new', 'short'],
      ['not_tested', 'missing'],
    ],
  )
  const websites = await rows(
    { ...data, websites: [data.websites[0]!, { ...data.websites[0]!, scan: null }] },
    'portfolio',
  )
  assert.deepEqual(
    websites.map(({ security_score }) => security_score),
    ['100', ''],
  )
})
