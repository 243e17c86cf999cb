import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Parser } from 'htmlparser2'
import { HOSTILE, hostileDocument, scanDocument, vulnerability } from '../../test/document.ts'
import { visible, visibleLine } from './escape.ts'
import { junitReport } from './junit.ts'

interface XmlElement {
  name: string
  attributes: Record<string, string>
  text: string
}

/** All elements in the order of their start tags, with their own text. Throws when tags are not closed in order. */
function elementsOf(xml: string): XmlElement[] {
  const elements: XmlElement[] = []
  const open: XmlElement[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, text: '' }
        elements.push(element)
        open.push(element)
      },
      ontext(text) {
        if (open.length > 0) open.at(-1)!.text += text
      },
      onclosetag(name, implied) {
        assert.equal(implied && open.at(-1)!.text !== '', false, `${name} is not closed`)
        assert.equal(open.pop()!.name, name)
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return elements
}

function casesOf(xml: string): Record<string, string> {
  const cases: Record<string, string> = {}
  let current = ''
  for (const { name, attributes } of elementsOf(xml)) {
    if (name === 'testcase') {
      current = attributes.name!.split(':')[0]!
      cases[current] = 'passed'
    } else if (current !== '' && name !== 'system-out') {
      cases[current] = name
    }
  }
  return cases
}

test('one test case for each check, and the five answers are four of JUnit’s', () => {
  const xml = junitReport(scanDocument([vulnerability()]))
  assert.deepEqual(casesOf(xml), {
    'cookies/secure': 'skipped',
    'dns/caa': 'skipped',
    'headers/x-frame-options': 'passed',
    'tls/protocol-legacy': 'error',
    'transport/hsts': 'failure',
  })
  const elements = elementsOf(xml)
  const suite = elements.find(({ name }) => name === 'testsuite')!
  assert.deepEqual(suite.attributes, {
    name: 'LastHash full scan of https://www.example.com/',
    tests: '5',
    failures: '1',
    errors: '1',
    skipped: '2',
    time: '42',
    timestamp: '2026-01-15T14:31:33Z',
  })
  const skipped = elements.filter(({ name }) => name === 'skipped').map(({ attributes }) => attributes.message)
  assert.deepEqual(skipped, ['Does not apply: no cookie is set', 'Not gathered: the name server did not answer'])
  const failure = elements.find(({ name }) => name === 'failure')!
  assert.deepEqual(failure.attributes, { message: 'medium: No HSTS header', type: 'medium' })
  assert.match(failure.text, /at https:\/\/www\.example\.com\/\n[\s\S]*\ncurl -sS/)
  const named = elements.find(({ attributes }) => attributes.name?.startsWith('transport/hsts'))!
  assert.equal(named.attributes.name, 'transport/hsts: Do browsers refuse plain HTTP for this host?')
  assert.equal(named.attributes.classname, 'lasthash.transport')
})

test('what is no failure stands beside, and does not fail', () => {
  for (const one of [
    vulnerability({ severity: 'info' }),
    vulnerability({ confidence: 'tentative' }),
    vulnerability({ status: 'false_positive' }),
  ]) {
    const xml = junitReport(scanDocument([one]))
    assert.equal(casesOf(xml)['transport/hsts'], 'passed')
    assert.match(elementsOf(xml).find(({ name }) => name === 'system-out')!.text, /^No HSTS header \(/)
  }
  const strict = junitReport(scanDocument([vulnerability()]), { offends: ({ severity }) => severity === 'critical' })
  assert.equal(casesOf(strict)['transport/hsts'], 'passed')
})

test('a least score is a test case of its own', () => {
  const document = scanDocument([vulnerability()])
  assert.equal(casesOf(junitReport(document, { minScore: 99 })).score, 'passed')
  assert.equal(casesOf(junitReport(document, { minScore: 99.5 })).score, 'failure')
  assert.equal(casesOf(junitReport(document)).score, undefined)
})

test('without coverage, the checks that found something are the cases', () => {
  const { coverage: _, ...untold } = scanDocument([vulnerability(), vulnerability({ outcome: 'short' })])
  assert.deepEqual(casesOf(junitReport(untold)), { 'transport/hsts': 'failure' })
})

test('a hostile target makes neither markup nor characters that XML 1.0 forbids', () => {
  const xml = junitReport(hostileDocument())
  // Section 2.2. The white space in it is our own, or written as a reference.
  assert.match(xml, /^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
  const failure = elementsOf(xml).find(({ name }) => name === 'failure')!
  assert.ok(failure.text.includes(visible(HOSTILE)))
  assert.ok(failure.attributes.message!.includes(visibleLine(HOSTILE)))
  assert.deepEqual(
    elementsOf(xml).filter(({ name }) => name === 'script'),
    [],
  )
})
