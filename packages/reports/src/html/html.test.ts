import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { Parser } from 'htmlparser2'
import { HOSTILE, hostileDocument, vulnerability } from '../../../scanner/test/document.ts'
import { comparisonData, portfolioData, reportData, textOf, website } from '../../test/report-data.ts'
import { contrast, paletteOf } from '../colors.ts'
import { type Kind, LANGUAGES, type ReportData } from '../data.ts'
import { type ReportOptions, renderReport } from '../render.ts'
import { htmlPolicy } from './document.ts'

const KINDS = ['executive', 'technical', 'comparison', 'portfolio'] as const satisfies Kind[]

const pageOf = (data: ReportData, kind: Kind, more: Partial<ReportOptions> = {}) =>
  textOf(renderReport(data, { kind, format: 'html', ...more }).stream)

interface Tag {
  name: string
  attributes: Record<string, string>
}

/** Tags and text as a browser reads them; fails on an end tag that ends nothing. */
function read(page: string): { tags: Tag[]; text: string } {
  const tags: Tag[] = []
  let text = ''
  const parser = new Parser({
    onopentag: (name, attributes) => tags.push({ name, attributes }),
    ontext: (part) => {
      text += part
    },
  })
  parser.end(page)
  return { tags, text }
}

function hostileData(): ReportData {
  const document = hostileDocument()
  const data = reportData(document.vulnerabilities, {
    websites: [website(document, { name: HOSTILE })],
    scope: HOSTILE,
  })
  return { ...comparisonData(data), ...portfolioData(data) }
}

test('whatever a target sends is text: no tag, attribute or address of its own', async () => {
  for (const kind of KINDS) {
    const { tags, text } = read(await pageOf(hostileData(), kind))
    assert.ok(text.includes('<script>alert(1)</script>'), 'it is told as text')
    for (const { name, attributes } of tags) {
      assert.ok(!['script', 'iframe', 'object', 'embed', 'form', 'base', 'link'].includes(name), name)
      for (const attribute of Object.keys(attributes)) assert.ok(!/^on|^style$/.test(attribute), `${name} ${attribute}`)
      if (attributes.href) assert.match(attributes.href, /^(?:https?:|#)/)
      assert.equal(attributes.src, undefined)
    }
  }
})

test('links inside lead somewhere, ids are there once', async () => {
  for (const kind of KINDS) {
    const many = [
      vulnerability(),
      vulnerability({ outcome: 'short' }),
      vulnerability({ outcome: 'invalid', severity: 'high' }),
    ]
    const { tags } = read(await pageOf(comparisonData(reportData(many)), kind))
    const ids = tags.flatMap(({ attributes }) => (attributes.id ? [attributes.id] : []))
    // A finding that is new and regressed at once is told twice; of a real comparison it is one of the two.
    if (kind !== 'comparison') assert.deepEqual(ids.length, new Set(ids).size, ids.sort().join(' '))
    for (const { attributes } of tags) {
      if (attributes.href?.startsWith('#')) assert.ok(ids.includes(attributes.href.slice(1)), attributes.href)
    }
  }
})

test('its policy allows its own style sheet and nothing else', async () => {
  const logo = 'data:image/png;base64,iVBORw0KGgo='
  for (const brand of [{}, { name: 'Acme <Security>', logo, primary: '#7a1f5c', footer: 'Acme Ltd' }]) {
    const page = await pageOf(reportData(), 'executive', { brand })
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!
    const hash = createHash('sha256').update(style).digest('base64')
    assert.ok(htmlPolicy({ brand }).includes(`style-src 'sha256-${hash}'`))
    const { tags, text } = read(page)
    const policy = tags.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')
    assert.equal(policy!.attributes.content, htmlPolicy({ brand }))
    if (brand.name)
      assert.ok(text.includes('Acme <Security>') && text.includes('Acme Ltd') && !text.includes('LastHash'))
  }
})

test('each language has its own texts, numbers and dates', async () => {
  const said = { en: '16 January 2026', de: '16. Januar 2026', fr: '16 janvier 2026' }
  for (const language of LANGUAGES) {
    const page = await pageOf(reportData([vulnerability({ severity: 'low' })]), 'executive', { language })
    assert.ok(page.includes(`<html lang="${language}">`) && page.includes(said[language]))
    assert.ok(page.includes(language === 'en' ? '+0.5' : '+0,5'))
  }
})

test('colours can be read, whatever the brand’s', () => {
  for (const primary of [
    undefined,
    '#000000',
    '#ffffff',
    '#ffd84a',
    '#7a1f5c',
    '#808080',
    '#00ff00',
    '#757575',
    '#12355b',
  ]) {
    const palette = paletteOf({ primary })
    for (const [text, ground] of [
      [palette.onBand, palette.band],
      [palette.softOnBand, palette.band],
      [palette.accent, '#ffffff'],
      [palette.soft, palette.shade],
      [palette.link, palette.shade],
      ...Object.values(palette.tones).flatMap(({ ink, tint }) => [
        [ink, '#ffffff'],
        [ink, tint],
      ]),
    ] as [string, string][]) {
      assert.ok(
        contrast(text, ground) >= 4.5,
        `${primary}: ${text} on ${ground} is ${contrast(text, ground).toFixed(2)}`,
      )
    }
  }
})
