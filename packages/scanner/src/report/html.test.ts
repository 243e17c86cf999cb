import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { Parser } from 'htmlparser2'
import { coverage, HOSTILE, hostileDocument, scanDocument, vulnerability } from '../../test/document.ts'
import { visible } from './escape.ts'
import { htmlReport, reportPolicy } from './html.ts'
import { STYLE } from './html-style.ts'

interface Page {
  tags: { name: string; attributes: Record<string, string> }[]
  text: string
}

function read(html: string): Page {
  const page: Page = { tags: [], text: '' }
  let inStyle = false
  const parser = new Parser({
    onopentag(name, attributes) {
      page.tags.push({ name, attributes })
      inStyle = name === 'style'
    },
    onclosetag(name) {
      if (name === 'style') inStyle = false
    },
    ontext(text) {
      if (!inStyle) page.text += text
    },
  })
  parser.end(html)
  return page
}

const named = ({ tags }: Page, name: string) => tags.filter((tag) => tag.name === name)

test('score, grade, counts, what to do first, findings, coverage and arithmetic are there', () => {
  const page = read(
    htmlReport(
      scanDocument([
        vulnerability({ severity: 'high', title: 'Open door' }),
        vulnerability({ outcome: 'short', severity: 'low', title: 'Short HSTS' }),
        vulnerability({ outcome: 'maybe', severity: 'high', confidence: 'tentative', title: 'Perhaps' }),
        vulnerability({ outcome: 'known', severity: 'high', status: 'accepted_risk', title: 'Known' }),
      ]),
    ),
  )
  const gauge = named(page, 'svg').find(({ attributes }) => attributes.class?.startsWith('gauge'))!
  assert.equal(gauge.attributes['aria-label'], 'Security score 89 of 100, grade B')
  assert.match(page.text, /1 serious problem to mend first/)
  assert.match(page.text, /With these 2 mended, the score goes from 89 to 100, grade A\+/)
  assert.match(page.text, /2 more weigh nothing/)
  assert.match(page.text, /With any high finding the score is at most 89/)
  assert.match(
    page.text,
    /High 2[\s\S]*Open door[\s\S]*Perhaps[\s\S]*tentative[\s\S]*Set aside 1[\s\S]*Known[\s\S]*accepted risk/,
  )
  assert.match(page.text, /nginx\s*add_header Strict-Transport-Security/)
  assert.match(page.text, /dns the name server did not answer/)
  assert.match(page.text, /21 of at most 3,000 requests/)
  assert.match(page.text, /2 pages were looked at, none in a browser; 3 script files and 1 parameter were seen\./)
  assert.match(page.text, /No browser was used: no Chromium was found\./)
  assert.match(page.text, /Seen and not opened: 14 on other sites, 1 that may change something\./)
  assert.match(page.text, /100 − 3\.5, never below 0, rounded half up; with any high finding at most 89/)
})

test('headings go down one step at a time, landmarks are labelled, links inside lead somewhere', () => {
  const { tags } = read(htmlReport(hostileDocument()))
  let level = 0
  for (const { name } of tags.filter(({ name }) => /^h[1-6]$/.test(name))) {
    const here = Number(name[1])
    assert.ok(here <= level + 1, `${name} after h${level}`)
    level = here
  }
  assert.equal(tags.filter(({ name }) => name === 'h1').length, 1)
  for (const landmark of ['header', 'main', 'footer']) assert.ok(tags.some(({ name }) => name === landmark))
  const ids = tags.map(({ attributes }) => attributes.id).filter((id) => id !== undefined)
  assert.equal(new Set(ids).size, ids.length, 'ids are unique')
  for (const { attributes } of tags) {
    for (const reference of [attributes['aria-labelledby'], /^#(.*)/.exec(attributes.href ?? '')?.[1]]) {
      if (reference !== undefined) assert.ok(ids.includes(reference), reference)
    }
  }
})

test('nothing runs and nothing is loaded, whatever the target says', () => {
  const page = read(htmlReport(hostileDocument()))
  const allowed = new Set(
    'html head meta title style body a div header span svg path rect text section h1 h2 h3 h4 h5 p dl dt dd bdi time main ul ol li b i code pre strong figure figcaption details summary table thead tbody tfoot tr th td footer'.split(
      ' ',
    ),
  )
  for (const { name, attributes } of page.tags) {
    assert.ok(allowed.has(name), name)
    for (const attribute of Object.keys(attributes)) assert.doesNotMatch(attribute, /^(on|src|srcset|style$|xlink)/)
    if (attributes.href !== undefined) assert.match(attributes.href, /^(#|https?:\/\/)/)
  }
  assert.doesNotMatch(STYLE, /url\(|@import|<\//)
  assert.ok(page.text.includes(visible(HOSTILE)), 'what the target sent is shown as text')
})

test('the policy allows exactly the one style sheet', () => {
  const html = htmlReport(scanDocument())
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)![1]!
  const hash = createHash('sha256').update(style).digest('base64')
  assert.equal(reportPolicy(), `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`)
  const policy = named(read(html), 'meta').find(({ attributes }) => attributes['http-equiv'])!
  assert.equal(policy.attributes.content, reportPolicy())
  assert.match(htmlReport(scanDocument(), { nonce: 'abc"><script>' }), /<style nonce="abc&quot;&gt;&lt;script&gt;">/)
})

test('a scan without a result says what became of it, and looks again while it runs', () => {
  const none = { security_score: null, grade: null, completed_at: null, scan_duration: null }
  for (const [status, sentence, refreshes] of [
    ['queued', 'The scan waits for its turn.', true],
    ['running', 'The scan is running.', true],
    ['canceled', 'The scan was canceled.', false],
    ['failed', 'The scan failed: <b>nobody</b> answers', false],
  ] as const) {
    const error = status === 'failed' ? { code: 'target_unreachable', message: '<b>nobody</b> answers' } : null
    const page = read(htmlReport(scanDocument([], { ...none, status, error })))
    assert.ok(page.text.includes(sentence), sentence)
    assert.equal(
      named(page, 'meta').some(({ attributes }) => attributes['http-equiv'] === 'refresh'),
      refreshes,
    )
    assert.deepEqual(named(page, 'h2'), [])
  }
})

test('a perfect site reads as one', () => {
  const page = read(htmlReport(scanDocument([])))
  assert.match(page.text, /Nothing was found\. Keep it that way\./)
  assert.match(page.text, /100 − 0/)
  assert.doesNotMatch(page.text, /What to do first/)
})

test('where findings were set aside since, no false sum is promised', () => {
  const document = scanDocument([vulnerability({ severity: 'high' }), vulnerability({ outcome: 'short' })])
  document.vulnerabilities[0] = { ...document.vulnerabilities[0]!, status: 'accepted_risk' }
  assert.doesNotMatch(read(htmlReport(document)).text, /mended, the score goes/)
})

test('text has a contrast of 4.5 and more, by day, by night and on paper (WCAG 2.2, 1.4.3)', () => {
  const palettes = [...STYLE.matchAll(/:root \{([^}]*)\}/g)].map(([, body]) =>
    Object.fromEntries([...body!.matchAll(/--([\w-]+): (#\w+)/g)].map(([, name, color]) => [name!, color!])),
  )
  assert.equal(palettes.length, 3)
  for (const own of palettes) {
    const palette: Record<string, string> = { ...palettes[0], ...own }
    const tones = ['critical', 'high', 'medium', 'low', 'info']
    const pairs = [
      ...['ink', 'soft', 'link', 'good', ...tones].flatMap((text) => [
        [text, 'paper'],
        [text, 'card'],
      ]),
      ...['ink', 'soft'].map((text) => [text, 'code']),
      ...['band-ink', 'band-soft'].map((text) => [text, 'band']),
      ...tones.flatMap((tone) => [
        [tone, `${tone}-tint`],
        ['ink', `${tone}-tint`],
        ['soft', `${tone}-tint`],
      ]),
    ]
    for (const [text, ground] of pairs) {
      const ratio = contrast(palette[text!]!, palette[ground!]!)
      assert.ok(ratio >= 4.5, `${text} ${palette[text!]} on ${ground} ${palette[ground!]}: ${ratio.toFixed(2)}`)
    }
  }
})

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

/** Relative luminance of sRGB (WCAG 2.2). */
function luminance(color: string): number {
  const full = color.length === 4 ? color.replace(/\w/g, '$&$&') : color
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

test('the page lists every suite that the server accepts', () => {
  const page = htmlReport({ ...scanDocument([]), coverage: coverage() })
  assert.match(page, /SSL Labs style grade B/)
  assert.match(page, /<code>TLS_DHE_RSA_WITH_AES_128_CBC_SHA<\/code> 2048 bits/)
})

test('a brand has its name, logo, colour and footer on the page, and the policy allows just these', () => {
  const logo = 'data:image/png;base64,iVBORw0KGgo='
  const brand = { name: 'Acme <Security>', logo, primary: '#7a1f5c', footer: 'Acme Ltd, +44 20 7946 0000' }
  const page = htmlReport(scanDocument(), { brand })
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!
  const hash = createHash('sha256').update(style).digest('base64')
  assert.equal(
    reportPolicy(brand),
    `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  )
  assert.match(style, /--band: #7a1f5c/)
  assert.ok(style.includes(String.raw`content: "Acme \3c Security\3e "`))
  const { text, tags } = read(page)
  assert.ok(text.includes('Acme <Security>') && text.includes(brand.footer) && !text.includes('LastHash'))
  assert.deepEqual(
    tags.filter(({ name }) => name === 'img').map(({ attributes }) => attributes.src),
    [logo],
  )
  assert.throws(() => htmlReport(scanDocument(), { brand: { primary: 'red;}body{display:none' } }), /#rrggbb/)
})
