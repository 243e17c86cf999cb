import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOSTILE, hostileDocument, scanDocument, vulnerability } from '../../../scanner/test/document.ts'
import { assessment } from '../../test/compliance-data.ts'
import { type PdfRead, readPdf } from '../../test/read-pdf.ts'
import { bytesOf, comparisonData, history, portfolioData, reportData, website } from '../../test/report-data.ts'
import { type Kind, LANGUAGES, type Language, type ReportData } from '../data.ts'
import { type ReportOptions, renderReport } from '../render.ts'
import { PAPER } from './document.ts'

const KINDS = ['executive', 'technical', 'comparison', 'portfolio', 'compliance'] as const satisfies Kind[]

async function pdfOf(data: ReportData, kind: Kind, more: Partial<ReportOptions> = {}): Promise<PdfRead> {
  return readPdf(await bytesOf(renderReport(data, { kind, format: 'pdf', ...more }).stream))
}

/** Everything that a target, a server or a customer may choose is hostile. */
function hostileData(): ReportData {
  const { vulnerabilities } = hostileDocument()
  const more = Array.from({ length: 6 }, (_, at) =>
    vulnerability({
      check: `csp/o${at}`,
      severity: 'critical',
      title: 'WWW '.repeat(60),
      remediation: 'MMM '.repeat(90),
    }),
  )
  const document = { ...hostileDocument(), vulnerabilities: [...vulnerabilities, ...more] }
  const names = { name: `${HOSTILE} ${'W'.repeat(300)}` }
  const data = reportData(document.vulnerabilities, { websites: [website(document, names)], scope: HOSTILE.repeat(3) })
  return { ...comparisonData(data), ...portfolioData(data), compliance: assessment(HOSTILE.repeat(2), 3) }
}

const LEAST = 0.5 // points that a shape may stand out of its advance width

function assertInside({ pages }: PdfRead, name: string): void {
  for (const [at, { texts, width, height }] of pages.entries()) {
    for (const { text, left, right, top, bottom } of texts) {
      const where = `${name}, page ${at + 1}: “${text}”`
      assert.ok(left >= PAPER.left - LEAST, `${where} begins at ${left}`)
      assert.ok(right <= width - PAPER.right + LEAST, `${where} ends at ${right}`)
      assert.ok(top >= 16 && bottom <= height - 20, `${where} stands at ${top} to ${bottom}`)
    }
  }
}

/** No two texts are drawn over each other. */
function assertApart({ pages }: PdfRead, name: string): void {
  for (const [at, { texts }] of pages.entries()) {
    for (const [index, a] of texts.entries()) {
      for (const b of texts.slice(index + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        const least = Math.min(a.bottom - a.top, b.bottom - b.top)
        assert.ok(across < 1 || down < least * 0.35, `${name}, page ${at + 1}: “${a.text}” over “${b.text}”`)
      }
    }
  }
}

test('whatever a target sends stays inside the margins, and nothing is drawn over anything', async () => {
  for (const kind of KINDS) {
    const read = await pdfOf(hostileData(), kind)
    assertInside(read, kind)
    assertApart(read, kind)
    assert.match(read.text, /alert/, 'its text is there')
    for (const { links } of read.pages)
      for (const { url } of links) assert.ok(url === null || /^https?:/.test(url), String(url))
  }
})

test('an empty report, one finding, and many', async () => {
  const unscanned = { scan: null, coverage: null, history: [], activity: null }
  const many = Array.from({ length: 60 }, (_, at) => vulnerability({ outcome: `o${at}`, title: `Finding ${at}` }))
  for (const [name, data] of Object.entries({
    nothing: reportData([]),
    unscanned: reportData([], { websites: [website(scanDocument([]), unscanned)], period: null }),
    none: reportData([], { websites: [] }),
    one: reportData(),
    many: reportData(many),
  })) {
    for (const kind of KINDS) {
      if (kind === 'comparison' && data.websites.length === 0) continue
      const compliance = assessment('Shop')
      const read = await pdfOf({ ...(kind === 'comparison' ? comparisonData(data) : data), compliance }, kind)
      assertInside(read, `${kind}, ${name}`)
      assertApart(read, `${kind}, ${name}`)
      if (kind === 'executive') assert.equal(read.pages.length, 2, name)
    }
  }
})

test('the executive report has two pages, in each language, whatever there is to tell', async () => {
  for (const language of LANGUAGES) {
    for (const data of [reportData(), hostileData(), portfolioData(reportData())]) {
      assert.equal((await pdfOf(data, 'executive', { language })).pages.length, 2, language)
    }
  }
})

test('pages say how many there are; the contents lead to what they name', async () => {
  const read = await pdfOf(reportData(), 'technical')
  const last = read.pages.length
  assert.ok(read.pages.at(-1)!.text.includes(`Page ${last} of ${last}`))
  const [, contents] = read.pages
  assert.match(contents!.text, /^LastHash[\s\S]*Contents/)
  const entry = (text: string) => contents!.texts.findIndex((one) => one.text === text)
  for (const title of ['Summary', 'All findings', 'Findings in detail', 'What was tested']) {
    const line = contents!.texts.filter(({ top }) => Math.abs(top - contents!.texts[entry(title)]!.top) < 3)
    const page = read.pages[Number(line.at(-1)!.text) - 1]!
    assert.ok(
      page.texts.some(({ text }) => text === title),
      `${title} on page ${line.at(-1)!.text}`,
    )
  }
  assert.ok(contents!.links.length >= 4 && contents!.links.every(({ dest }) => dest !== null))
})

test('it tells readers what it is: metadata, bookmarks, language, structure, and words for figures', async () => {
  const titles: Record<Language, string> = {
    en: 'Technical report',
    de: 'Technischer Bericht',
    fr: 'Rapport technique',
  }
  for (const language of LANGUAGES) {
    const { info, outline, structure, alternatives } = await pdfOf(reportData(), 'technical', { language })
    assert.equal(info.Title, 'www.example.com')
    assert.equal(info.Author, 'LastHash')
    assert.ok(String(info.Subject).startsWith(titles[language]))
    assert.equal(info.Language, language)
    assert.ok(outline.includes('No HSTS header') && outline.length > 6, outline.join(', '))
    for (const role of [
      'Document',
      'Title',
      'H1',
      'H2',
      'P',
      'TOC',
      'TOCI',
      'Link',
      'Table',
      'TR',
      'TH',
      'TD',
      'L',
      'LI',
      'Figure',
      'Code',
    ]) {
      assert.ok(structure.includes(role), `${role} is missing`)
    }
    assert.ok(
      alternatives.some((text) => text.includes('99')),
      alternatives.join(' | '),
    )
  }
})

test('right-to-left text, emoji and what no face has can be read', async () => {
  const title = 'שלום עולם (שרת 12) مرحبا بالعالم 💩 日本 ꙮ'
  const { text } = await pdfOf(reportData([vulnerability({ title, check: 'server/newer' })]), 'executive')
  assert.ok(text.includes('שלום'), text)
  assert.ok(!text.includes('\ufffd') && !text.includes('\0'))
})

test('a brand has its name, colour, logo and footer on each page, and the product’s own name nowhere', async () => {
  const logo =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const brand = { name: 'Acme <Security>', logo, primary: '#ffe27a', footer: 'Acme Ltd, +44 20 7946 0000' }
  const read = await pdfOf(reportData(), 'technical', { brand })
  assert.ok(!read.text.includes('LastHash'))
  assert.equal(read.info.Author, brand.name)
  for (const { text } of read.pages) assert.ok(text.includes(brand.name) && text.includes(brand.footer))
  const broken = { ...brand, logo: 'data:image/png;base64,AAAA' }
  assert.ok((await pdfOf(reportData(), 'executive', { brand: broken })).text.includes(brand.name))
  await assert.rejects(pdfOf(reportData(), 'executive', { brand: { primary: 'red' } }), /#rrggbb/)
})

test('the same data make the same bytes', async () => {
  const make = () => bytesOf(renderReport(reportData(), { kind: 'executive', format: 'pdf' }).stream)
  assert.ok((await make()).equals(await make()))
})

test('a website with one scan only has no trend, and says so', async () => {
  const data = reportData([], { websites: [website(scanDocument([]), { history: history(100).slice(-1) })] })
  assert.match((await pdfOf(data, 'executive')).text, /one scan only/)
})
