import assert from 'node:assert/strict'
import { test } from 'node:test'
import { page } from '../test/evidence.ts'
import { type Check, defineCheck, fail, pass, skip } from './check.ts'
import { EvidenceBook, type Gathered, runCheck, scopesOf } from './evaluate.ts'
import { sources } from './sources.ts'

const OUTCOME = { severity: 'low', title: 'Bad', why: 'Because.', fix: 'Mend it.' } as const

function check(run: Parameters<typeof defineCheck<'page', 'bad'>>[0]['run']): Check {
  return defineCheck({
    id: 'test/example',
    question: 'Is it good?',
    needs: ['page'],
    cwe: null,
    references: ['https://example.com/'],
    outcomes: { bad: OUTCOME },
    run,
  })
}

const book = (gathered: Gathered = { page: { ok: true, value: page() } }) => new EvidenceBook(gathered, sources)

test('five answers: passed, failed, skipped, not gathered, error', () => {
  const answer = (run: Parameters<typeof check>[0], evidence = book()) => runCheck(check(run), evidence).result
  assert.equal(answer(() => pass()).status, 'passed')
  assert.deepEqual(answer(({ page }) => fail('bad', page.url)).outcomes, ['bad'])
  assert.equal(answer(() => []).status, 'passed')
  assert.deepEqual(
    [answer(() => skip('no such thing')).status, answer(() => skip('no such thing')).reason],
    ['skipped', 'no such thing'],
  )
  const missing = answer(() => pass(), book({ page: { ok: false, reason: 'refused' } }))
  assert.deepEqual([missing.status, missing.reason], ['not_gathered', 'refused'])
  const broken = answer(() => {
    throw new Error('a bug')
  })
  assert.deepEqual([broken.status, broken.reason], ['error', 'a bug'])
})

test('a check that hangs spoils only itself', () => {
  const { result } = runCheck(
    check(() => {
      for (;;);
    }),
    book(),
  )
  assert.equal(result.status, 'error')
  assert.match(result.reason, /longer than/)
  assert.equal(
    runCheck(
      check(() => pass()),
      book(),
    ).result.status,
    'passed',
  )
})

test('evidence is derived once, and belongs to the page it was derived from', () => {
  const one = book({ page: { ok: true, value: page({ headers: { 'Strict-Transport-Security': 'max-age=1' } }) } })
  const first = one.get('hsts')
  assert.equal(one.get('hsts'), first)
  const scopes = scopesOf(sources)
  assert.deepEqual([scopes.get('page'), scopes.get('hsts'), scopes.get('script')], ['page', 'page', 'script'])
  assert.ok(!scopes.has('tls') && !scopes.has('dns'))
})
