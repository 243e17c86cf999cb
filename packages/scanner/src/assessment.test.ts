import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exchange, page, script, target } from '../test/evidence.ts'
import { Assessment, type Judged } from './assessment.ts'
import { type Check, defineCheck, fail, pass, skip } from './check.ts'
import type { Gathered } from './evaluate.ts'
import type { EvidenceName } from './evidence.ts'
import { MAX_LOCATIONS } from './finding.ts'
import { sources } from './sources.ts'

function check<const N extends EvidenceName>(
  needs: readonly N[],
  run: Parameters<typeof defineCheck<N, 'bad'>>[0]['run'],
  more: { once?: boolean; id?: `${string}/${string}` } = {},
): Check {
  return defineCheck({
    id: 'test/example',
    question: 'Is it good?',
    needs,
    cwe: null,
    references: ['https://example.com/'],
    outcomes: { bad: { severity: 'low', title: 'Bad', why: 'Because.', fix: 'Mend it.' } },
    run,
    ...more,
  })
}

const pageAt = (path: string, body = '') => page({ url: `https://site.test${path}`, body })
const START: Gathered = { page: { ok: true, value: pageAt('/') } }
const assess = (checks: readonly Check[], given: Gathered = {}) =>
  new Assessment(checks, sources, { target: { ok: true, value: target() }, ...given }, target())
const joined = (parts: readonly Judged[]) => ({
  results: parts.flatMap(({ results }) => results),
  findings: parts.flatMap(({ findings }) => findings),
})

test('a check of pages is asked once for each, and answers when no more will come', () => {
  const odd = check(['page'], ({ page }) => (page.url.endsWith('/') ? pass() : fail('bad', page.url)))
  const assessment = assess([odd])
  const parts = [
    assessment.settle('page', START.page!),
    ...['/a', '/b', '/a'].map((path) => assessment.take('page', pageAt(path)).judged),
  ]
  assert.deepEqual(joined(parts).results, [])
  const { results, findings } = joined([...parts, assessment.close('page'), assessment.finish()])
  assert.deepEqual(results, [{ check: 'test/example', status: 'failed', reason: '', outcomes: ['bad'] }])
  assert.deepEqual(
    findings.map(({ locations, location_count }) => [locations.map(({ url }) => url), location_count]),
    [[['https://site.test/a', 'https://site.test/b'], 2]],
  )
})

for (const [name, answers, expected] of [
  ['an error speaks before a pass', ['pass', 'error', 'skip'], 'error'],
  ['a pass speaks before a skip', ['skip', 'pass', 'skip'], 'passed'],
  ['a fail speaks before all', ['pass', 'error', 'fail'], 'failed'],
] as const) {
  test(`over several pages: ${name}`, () => {
    const verdicts = { pass: () => pass(), skip: () => skip('no'), fail: () => fail('bad', 'https://site.test/') }
    const one = check(['page'], ({ page }) => {
      const answer = page.body as keyof typeof verdicts | 'error'
      if (answer === 'error') throw new Error('a bug')
      return verdicts[answer]()
    })
    const [first, ...rest] = answers
    const assessment = assess([one])
    assessment.settle('page', { ok: true, value: pageAt('/', first) })
    rest.forEach((answer, n) => void assessment.take('page', pageAt(`/${n}`, answer)))
    assert.equal(assessment.finish().results[0]!.status, expected)
  })
}

test('a check that compares the start page with something else is asked of that page only', () => {
  const asked: string[] = []
  const once = check(['page'], ({ page }) => pass(void asked.push(page.url)), { once: true })
  const assessment = assess([once])
  assert.equal(assessment.settle('page', START.page!).results.length, 1)
  assessment.take('page', pageAt('/a'))
  assert.deepEqual(asked, ['https://site.test/'])
})

test('a check of scripts is asked once for each file, with the start page beside it', () => {
  const loud = check(['script', 'page'], ({ script, page }) =>
    script.body.includes('eval') ? fail('bad', script.url, page.url) : pass(),
  )
  const assessment = assess([loud], START)
  const { findings } = assessment.take('script', script('eval(1)', { url: 'https://site.test/x.js' })).judged
  assessment.take('script', script('1', { url: 'https://site.test/y.js' }))
  assert.deepEqual(findings[0]!.locations[0]!.url, 'https://site.test/x.js')
  assert.match(findings[0]!.proof.request!, /^GET \/x\.js HTTP/)
  assert.equal(assessment.close('script').results[0]!.status, 'failed')
})

test('where no script file was seen its checks are skipped, and not gathered where they could not be read', () => {
  const quiet = check(['script'], () => pass())
  assert.deepEqual(assess([quiet]).finish().results, [
    { check: 'test/example', status: 'skipped', reason: 'no script file was seen', outcomes: [] },
  ])
  const unread = assess([quiet], { scripts: { ok: false, reason: 'the budget is used up' } }).finish().results[0]!
  assert.deepEqual([unread.status, unread.reason], ['not_gathered', 'the budget is used up'])
})

test('a check of pages and something of the site sees both on every page', () => {
  const both = check(['page', 'not_found'], ({ page, not_found }) => fail('bad', page.url, not_found.request.url))
  const assessment = assess([both], START)
  assert.deepEqual(assessment.rootsFor('page'), ['not_found'])
  assessment.settle('not_found', { ok: true, value: exchange({ status: 404 }) })
  const { judged } = assessment.take('page', pageAt('/a'))
  assert.deepEqual(judged.findings, [])
  assert.equal(assessment.close('page').results[0]!.status, 'failed')
})

test('what stays of ten thousand pages is the first places and a count', () => {
  const always = check(['page'], ({ page }) => fail('bad', page.url))
  const assessment = assess([always], START)
  const { findings } = assessment.settle('target', { ok: true, value: target() })
  for (let n = 1; n < 10_000; n++) assessment.take('page', pageAt(`/${n}`))
  assert.deepEqual([findings[0]!.locations.length, findings[0]!.location_count], [MAX_LOCATIONS, 10_000])
})

test('a page that hangs a check costs that page one error, and all other checks their answers', () => {
  const hangs = check(['page'], ({ page }) => {
    for (; page.body === 'hang'; );
    return pass()
  })
  const fine = check(['page'], ({ page }) => fail('bad', page.url), { id: 'test/fine' })
  const assessment = assess([hangs, fine], START)
  assessment.settle('target', { ok: true, value: target() })
  assessment.take('page', pageAt('/a', 'hang'))
  const results = assessment.finish().results
  assert.deepEqual(
    results.map(({ status }) => status),
    ['error', 'failed'],
  )
})
