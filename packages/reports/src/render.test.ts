import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { hostileDocument, vulnerability } from '../../scanner/test/document.ts'
import { comparisonData, portfolioData, reportData, textOf } from '../test/report-data.ts'
import { type RenderedReport, ReportError, renderReport } from './index.ts'

test('JSON has the data as they are, each vulnerability as it comes', async () => {
  for (const vulnerabilities of [[], [vulnerability()], [vulnerability(), ...hostileDocument().vulnerabilities]]) {
    const data = reportData(vulnerabilities)
    const rendered = renderReport(data, { kind: 'technical', format: 'json' })
    assert.deepEqual([rendered.contentType, rendered.extension], ['application/json', 'json'])
    const read = JSON.parse(await textOf(rendered.stream))
    assert.deepEqual(
      read,
      JSON.parse(JSON.stringify({ object: 'report', report_version: 1, kind: 'technical', ...data })),
    )
  }
})

test('what cannot be made is refused with what can', () => {
  for (const [ask, message] of [
    [
      () => renderReport(reportData(), { kind: 'executive', format: 'sarif' }),
      /executive report has no format sarif: ask for pdf, html/,
    ],
    [() => renderReport(reportData(), { kind: 'comparison', format: 'pdf' }), /needs data\.comparison/],
  ] as [() => RenderedReport, RegExp][]) {
    assert.throws(ask, (error) => error instanceof ReportError && message.test(error.message))
  }
})

test('a source that fails makes the stream fail, not end early', async () => {
  async function* vulnerabilities() {
    yield vulnerability()
    throw new Error('the database went away')
  }
  for (const format of ['json', 'csv'] as const) {
    const { stream } = renderReport(reportData([], { vulnerabilities: vulnerabilities() }), {
      kind: 'technical',
      format,
    })
    await assert.rejects(textOf(stream), /the database went away/)
  }
})

test('JSON is as its published schema says, of every kind', async () => {
  const schema = readFileSync(new URL('../../../docs/report.schema.json', import.meta.url), 'utf8')
  const ajv = new Ajv2020({ allErrors: true })
  formats.default(ajv)
  const validate = ajv.compile(JSON.parse(schema))
  const isValid = (value: unknown): boolean => validate(value)
  const data = reportData([vulnerability(), ...hostileDocument().vulnerabilities])
  for (const [kind, one] of [
    ['technical', data],
    ['executive', reportData([])],
    ['comparison', comparisonData(data)],
    ['portfolio', portfolioData(data)],
  ] as const) {
    const read = JSON.parse(await textOf(renderReport(one, { kind, format: 'json' }).stream))
    assert.ok(isValid(read), `${kind}: ${JSON.stringify(validate.errors?.slice(0, 3), null, 2)}`)
    assert.equal(isValid({ ...read, websites: [{ ...read.websites[0], name: 1 }] }), false)
    assert.equal(isValid({ ...read, more: 1 }), false)
  }
})
