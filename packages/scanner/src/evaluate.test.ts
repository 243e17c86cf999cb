import assert from 'node:assert/strict'
import { test } from 'node:test'
import { page } from '../test/evidence.ts'
import { type Check, defineCheck, fail, pass, skip } from './check.ts'
import { EvidenceBook, type Gathered, runCheck, runChecks, scopesOf } from './evaluate.ts'
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

test('of many checks that are asked under one limit, only the one that hangs is stopped', () => {
  const asked: string[] = []
  const say = (name: string) =>
    check(({ page }) => {
      asked.push(name)
      return fail('bad', page.url)
    })
  const hangs = check(() => {
    asked.push('hangs')
    for (;;);
  })
  const answers = runChecks([
    { checks: [say('a'), hangs, say('b')], book: book() },
    { checks: [], book: book() },
    { checks: [say('c')], book: book(), also: ['html', 'leads'] },
  ])
  assert.deepEqual(
    answers.map((of) => of.map(({ result }) => result.status)),
    [['failed', 'error', 'failed'], [], ['failed']],
  )
  // asked once under the common limit, then under its own, and there again where the machine was busy
  assert.match(asked.join(' '), /^a hangs hangs (?:hangs )?b c$/)
})

test('evidence is derived once, and belongs to the page it was derived from', () => {
  const one = book({ page: { ok: true, value: page({ headers: { 'Strict-Transport-Security': 'max-age=1' } }) } })
  const first = one.get('hsts')
  assert.equal(one.get('hsts'), first)
  const scopes = scopesOf(sources)
  assert.deepEqual([scopes.get('page'), scopes.get('hsts'), scopes.get('script')], ['page', 'page', 'script'])
  assert.ok(!scopes.has('tls') && !scopes.has('dns'))
})
